import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { median } from "./measure.ts";
import { launched } from "./screens/chromium.ts";

/**
 * `npm run bench -- page-load REPORT.html [OTHER.html …] [--runs 9]`: how long a report takes in Chromium until its first
 * screen says its answer, until other screens opened from there do, and what of JavaScript's heap it then holds; beside
 * a page of one sentence, and as a ratio to the first report named. Reports are loaded in turns, one after the other.
 */
const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "9" } },
  allowPositionals: true,
});
if (positionals.length === 0 || !positionals.every((path) => existsSync(path))) {
  console.error("usage: page-load REPORT.html [OTHER.html …] [--runs 9]");
  process.exit(2);
}

const screens = ["capabilities", "components", "delivery", "duplication", "board-paper"];

interface Load {
  /** Milliseconds from asking for the page to its answer on the screen. */
  readonly firstMs: number;
  /** From the link to the answer of each further screen, in the order of `screens`. */
  readonly screenMs: readonly number[];
  readonly heapMb: number;
  readonly heapAfterMb: number;
}

const floor = `<!doctype html><title>One sentence</title><main><h1>One</h1><p class="answer">One sentence.</p></main>`;

/** Runs in the page before anything of it: notes when the answer of a screen is there, painted. */
const watch = `
  globalThis.whenAnswered = (isAnswer) => new Promise((resolve) => {
    const look = () => {
      const answer = document.querySelector(".answer");
      if (answer === null || !isAnswer(answer)) return void requestAnimationFrame(look);
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    };
    look();
  });
  globalThis.firstAnswer = globalThis.whenAnswered(() => true);
`;

async function load(browser: Browser, path: string, walks: boolean): Promise<Load> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const heapMb = async (): Promise<number> => {
    await devtools.send("HeapProfiler.collectGarbage");
    return (await devtools.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  await page.addInitScript(watch);
  await page.goto(pathToFileURL(resolve(path)).href);
  const firstMs = Number(await page.evaluate("firstAnswer"));
  const heap = await heapMb();
  const screenMs: number[] = [];
  for (const screen of walks ? screens : []) {
    screenMs.push(
      Number(
        await page.evaluate(`(async () => {
          const before = document.querySelector(".answer").textContent;
          const title = document.querySelector("h1").textContent;
          const began = performance.now();
          location.hash = "#/${screen}";
          const at = await whenAnswered((answer) =>
            answer.textContent !== before || document.querySelector("h1").textContent !== title);
          return at - began;
        })()`),
      ),
    );
  }
  const heapAfterMb = await heapMb();
  await context.close();
  return { firstMs, screenMs, heapMb: heap, heapAfterMb };
}

const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const sentence = join(scratch, "sentence.html");
writeFileSync(sentence, floor);
const browser = await launched();
const loads = new Map<string, Load[]>([sentence, ...positionals].map((path) => [path, []]));
for (let turn = -1; turn < Number(values.runs); turn++) {
  for (const [path, found] of loads) {
    const one = await load(browser, path, path !== sentence);
    // The first turn warms the disk's cache and the browser up.
    if (turn >= 0) found.push(one);
  }
}
await browser.close();
rmSync(scratch, { recursive: true, force: true });

const middle = (path: string, of: (one: Load) => number): number =>
  median((loads.get(path) ?? []).map(of));
const [first = ""] = positionals;
for (const path of positionals) {
  const beside = (of: (one: Load) => number): string =>
    path === first ? "" : ` (${(middle(path, of) / middle(first, of)).toFixed(2)} of the first)`;
  const line = (what: string, unit: string, of: (one: Load) => number): void =>
    console.log(`  ${what.padEnd(34)} ${middle(path, of).toFixed(1)} ${unit}${beside(of)}`);
  console.log(`${path}, ${(statSync(path).size / 1e6).toFixed(2)} MB, median of ${values.runs}:`);
  line("first answer", "ms", (one) => one.firstMs);
  line("JavaScript heap then", "MB", (one) => one.heapMb);
  for (const [place, screen] of screens.entries())
    line(`answer of ${screen}`, "ms", (one) => one.screenMs[place] ?? Number.NaN);
  line("JavaScript heap after these", "MB", (one) => one.heapAfterMb);
}
console.log(`a page of one sentence: ${middle(sentence, (one) => one.firstMs).toFixed(1)} ms`);
