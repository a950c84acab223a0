import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Browser, CDPSession, Page } from "playwright-core";
import { median } from "../measure.ts";
import { launched } from "./chromium.ts";

const usage = `usage: npm run bench -- screens/speed REPORT.html [OTHER.html …] [--runs 5] [--slower 4] [--changes 200]

How fast the screens of a report are on a processor so many times slower, by the browser's own timeline: first paint of
Monday, the longest task until it stands and while screens change, each change of screen, and what of JavaScript's heap
is held before and after many changes; with the size of the page's code.`;

/** Every screen that stands in the navigation: the walk goes round them. */
const addressesOf = `Array.from(document.querySelectorAll("nav.places a, nav.tabs a"), (a) => a.getAttribute("href"))`;

/** Runs in the page before anything of it: the browser's own entries, kept from the first moment. */
const watch = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration])))
    .observe({ type: "longtask", buffered: true });
  globalThis.painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
  globalThis.standing = async (isAnother) => {
    for (;;) {
      const answer = document.querySelector(".answer");
      if (answer !== null && document.querySelector("main[aria-busy=true]") === null && isAnother(answer)) return await painted();
      await new Promise((done) => requestAnimationFrame(done));
    }
  };
  globalThis.firstAnswer = standing(() => true);
  globalThis.firstPaint = new Promise((done) =>
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") done(startTime);
    }).observe({ type: "paint", buffered: true }));
`;

interface Load {
  readonly firstPaintMs: number;
  readonly answerMs: number;
  readonly longestTaskMs: number;
}

interface Walk {
  readonly screens: readonly { readonly address: string; readonly ms: number }[];
  readonly longestTaskMs: number;
}

async function opened(
  browser: Browser,
  path: string,
  slower: number,
): Promise<{ page: Page; devtools: CDPSession; load: Load }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript(watch);
  await page.goto(pathToFileURL(resolve(path)).href);
  const answerMs = Number(await page.evaluate("firstAnswer"));
  const firstPaintMs = Number(await page.evaluate("firstPaint"));
  return { page, devtools, load: { firstPaintMs, answerMs, longestTaskMs: await longest(page) } };
}

async function longest(page: Page): Promise<number> {
  return Number(await page.evaluate(`Math.max(0, ...longTasks.map(([, duration]) => duration))`));
}

/** Milliseconds from the click on a screen's link until it stands there, painted; 0 where it stands already. */
async function change(page: Page, address: string): Promise<number> {
  return Number(
    await page.evaluate(`(async () => {
      const before = document.querySelector(".answer");
      const began = performance.now();
      if (location.hash === ${JSON.stringify(address)}) return 0;
      location.hash = ${JSON.stringify(address)};
      const at = await standing((answer) => answer !== before);
      if (document.querySelector("[role=alert]") !== null) throw new Error(location.hash + " could not be drawn");
      return at - began;
    })()`),
  );
}

async function allAddresses(page: Page): Promise<string[]> {
  const found = new Set<string>();
  const places = (await page.evaluate<string[]>(addressesOf)).filter((one) => one !== "#/");
  for (const place of [...new Set(places), "#/"]) {
    await change(page, place);
    for (const one of await page.evaluate<string[]>(addressesOf)) found.add(one);
  }
  return [...found];
}

async function heapMb(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  return (await devtools.send("Runtime.getHeapUsage")).usedSize / 1e6;
}

async function measure(browser: Browser, path: string, options: Options): Promise<void> {
  const loads: Load[] = [];
  for (let run = 0; run < options.runs; run++) {
    const { page, load } = await opened(browser, path, options.slower);
    loads.push(load);
    await page.context().close();
  }
  const { page, devtools } = await opened(browser, path, 1);
  const addresses = await allAddresses(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: options.slower });
  const walk = await walked(page, addresses);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const before = await heapMb(devtools);
  for (let turn = 0; turn < options.changes; turn++)
    await change(page, addresses[turn % addresses.length] ?? "#/");
  const after = await heapMb(devtools);
  await page.context().close();

  const middle = (of: (load: Load) => number): string => median(loads.map(of)).toFixed(0);
  const slowest = walk.screens.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
  const atFirst = await piecesAtFirst(browser, path);
  const code = codeOf(readFileSync(path, "utf8"));
  console.log(`${path}, ${(statSync(path).size / 1e6).toFixed(2)} MB`);
  console.log(
    `  processor ${String(options.slower)} times slower, median of ${String(options.runs)}:`,
  );
  console.log(`    first paint ${middle((one) => one.firstPaintMs)} ms`);
  console.log(`    Monday stands after ${middle((one) => one.answerMs)} ms`);
  console.log(`    longest task until then ${middle((one) => one.longestTaskMs)} ms`);
  console.log(
    `    change of screen: median ${median(walk.screens.map(({ ms }) => ms)).toFixed(0)} ms of ${String(walk.screens.length)}, longest task ${walk.longestTaskMs.toFixed(0)} ms; slowest:`,
  );
  for (const { address, ms } of slowest) console.log(`      ${address} ${ms.toFixed(0)} ms`);
  console.log(
    `  heap ${before.toFixed(1)} MB, after ${String(options.changes)} more changes ${after.toFixed(1)} MB`,
  );
  const kb = (some: (name: string) => boolean): string =>
    (
      code.filter(({ name }) => some(name)).reduce((sum, { bytes }) => sum + bytes, 0) / 1e3
    ).toFixed(0);
  console.log(
    `  code (gzip): ${kb((name) => atFirst.has(name))} kB until Monday stands, ${kb(() => true)} kB in all`,
  );
}

/** Each screen twice: the first time its part of the report is unpacked as well; the second is the change alone. */
async function walked(page: Page, addresses: readonly string[]): Promise<Walk> {
  for (const address of addresses) await change(page, address);
  await page.evaluate("longTasks.length = 0");
  const screens: { address: string; ms: number }[] = [];
  for (const address of addresses) screens.push({ address, ms: await change(page, address) });
  return { screens, longestTaskMs: await longest(page) };
}

/** Which pieces of code were asked for before Monday stood: the others are started while it is read. */
async function piecesAtFirst(browser: Browser, path: string): Promise<ReadonlySet<string>> {
  const page = await browser.newPage();
  await page.addInitScript(`${watch}
    globalThis.requestIdleCallback = () => 0;
    globalThis.firstPieces = firstAnswer.then(() => Array.from(document.querySelectorAll("[id^=fulcrum-code-]"), ({ id }) => id));`);
  await page.goto(pathToFileURL(resolve(path)).href);
  const left = new Set(await page.evaluate<string[]>("firstPieces"));
  await page.close();
  const all = codeOf(readFileSync(path, "utf8")).map(({ name }) => name);
  return new Set(all.filter((name) => !left.has(name)));
}

/** The packed pieces of code that stand in a page, with their size as a server would send them. */
function codeOf(html: string): { readonly name: string; readonly bytes: number }[] {
  const pieces = html.matchAll(/ id="(fulcrum-code-[^"]+)"[^>]*>([^<]*)</g);
  return Array.from(pieces, ([, name = "", text = ""]) => ({
    name,
    bytes: Buffer.from(text, "base64").length,
  }));
}

interface Options {
  readonly runs: number;
  readonly slower: number;
  readonly changes: number;
}

const { values, positionals } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    slower: { type: "string", default: "4" },
    changes: { type: "string", default: "200" },
  },
  allowPositionals: true,
});
if (positionals.length === 0 || !positionals.every((path) => existsSync(path))) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const browser = await launched();
  for (const path of positionals)
    await measure(browser, path, {
      runs: Number(values.runs),
      slower: Number(values.slower),
      changes: Number(values.changes),
    });
  await browser.close();
}
