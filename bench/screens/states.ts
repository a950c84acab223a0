import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { launched } from "./chromium.ts";

const usage = `usage: npm run bench -- screens/states REPORT.html [OTHER.html …] [--only widths|axe|words]

Walks through every screen of a report and one thing of each kind, all its tabs: at ten widths (does anything scroll sideways?), at three
widths in both colour schemes (what does axe find, target sizes included?), and in its words (cells of tables that say
nothing, plurals that are wrong, markup left as it was written).`;

const sidewaysWidths = [320, 360, 390, 480, 641, 768, 861, 1024, 1135, 1440, 1920, 2560];
const axeWidths = [1440, 1024, 390];
const schemes = ["light", "dark"] as const;

/** "1 uses", "2 team": a count beside a noun that does not agree with it, and marks of Markdown left in. */
const wrongWords = [
  /(?<![\d.,–-])\b1[\s\u00a0](?:uses|teams|repositories|components|capabilities|commits|facts|questions|weeks|days|months|years|files|places|upgrades|releases|findings|entries|rows|signals|signs|people|things)\b/g,
  /(?<![\d.,–-])\b(?:[2-9]|[1-9]\d+)[\s\u00a0](?:team|repository|component|capability|commit|fact|question|file|place|upgrade|release|finding|entry|row|signal|sign)\b(?!-)/g,
  /`[^`]+`|\*\*|\bundefined\b|\bNaN\b|\[object /g,
];

/** The screens of the navigation, and of each list the address of its first thing. */
async function addressesOf(page: Page): Promise<string[]> {
  const links = `Array.from(document.querySelectorAll("nav.places a, nav.tabs a"), (a) => a.getAttribute("href"))`;
  const lists = new Set<string>();
  for (const place of new Set(await page.evaluate<string[]>(links))) {
    await goTo(page, place);
    for (const one of await page.evaluate<string[]>(links)) lists.add(one);
  }
  const things = new Set<string>();
  for (const list of lists) {
    await goTo(page, list);
    const first = await page.evaluate<string[]>(
      `Object.values(Object.fromEntries(Array.from(document.querySelectorAll("main a[href^='#/']"), (a) => a.getAttribute("href"))
        .filter((one) => /^#\\/[a-z-]+\\/./.test(one)).map((one) => [one.split("/")[1], one])))`,
    );
    for (const one of first) {
      const kind = one.split("/")[1] ?? "";
      if (![...things].some((known) => known.startsWith(`#/${kind}/`)) || kind === "case")
        things.add(one);
    }
  }
  for (const thing of Array.from(things)) {
    await goTo(page, thing);
    const tabs = `Array.from(document.querySelectorAll("main [role=tab]"), (tab) => tab.id.replace("tab-", ""))`;
    for (const tab of (await page.evaluate<string[]>(tabs)).slice(1))
      things.add(`${thing}?tab=${tab}`);
  }
  return [...new Set([...lists, ...things])];
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.evaluate(`(async () => {
    do await new Promise((done) => setTimeout(done, 30));
    while (document.querySelector("h1") === null || document.querySelector("main[aria-busy=true]") !== null);
  })()`);
}

async function opened(
  browser: Browser,
  path: string,
  width: number,
  colorScheme: (typeof schemes)[number],
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => complain(`exception: ${message}`));
  await page.goto(pathToFileURL(resolve(path)).href);
  await page.locator("h1").waitFor();
  return page;
}

let complaints = 0;
function complain(text: string): void {
  complaints += 1;
  console.log(`  ${text}`);
}

async function sideways(
  browser: Browser,
  path: string,
  addresses: readonly string[],
): Promise<void> {
  const page = await opened(browser, path, 1440, "light");
  for (const address of addresses) {
    await goTo(page, address);
    for (const width of sidewaysWidths) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(30);
      const wide = Number(await page.evaluate("document.documentElement.scrollWidth"));
      if (wide > width) complain(`${address} at ${String(width)}: ${String(wide)} px wide`);
    }
  }
  await page.context().close();
}

async function axeStates(
  browser: Browser,
  path: string,
  addresses: readonly string[],
): Promise<number> {
  let states = 0;
  for (const width of axeWidths)
    for (const scheme of schemes) {
      const page = await opened(browser, path, width, scheme);
      await page.evaluate(axe.source);
      for (const address of addresses) {
        await goTo(page, address);
        const found = await page.evaluate<string[]>(
          `axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } } })
            .then(({ violations }) => violations.map(({ id, nodes }) => id + " ×" + nodes.length + " " + nodes[0].html.slice(0, 160)))`,
        );
        states += 1;
        for (const one of found) complain(`${address} at ${String(width)}, ${scheme}: ${one}`);
      }
      await page.context().close();
    }
  return states;
}

interface Words {
  readonly cells: number;
  readonly empty: number;
}

async function words(browser: Browser, path: string, addresses: readonly string[]): Promise<Words> {
  const page = await opened(browser, path, 1440, "light");
  let [cells, empty] = [0, 0];
  for (const address of addresses) {
    await goTo(page, address);
    const { text, all, none } = await page.evaluate<{ text: string; all: number; none: number }>(
      `(() => {
        // What is folded away says what it says; a picture says what its label does; blank is "none" where a grid says so.
        const cells = Array.from(document.querySelectorAll("main table:not(.matrix) tbody td"))
          .filter((cell) => cell.querySelector("svg, [role=img]") === null)
          .map((cell) => (cell.querySelector(".not-known") ?? cell).textContent.trim().replace(/^—not known$/, "—"));
        return { text: document.querySelector("main").innerText, all: cells.length,
          none: cells.filter((cell) => /^(?:|—|–|-|not known|unknown)$/i.test(cell)).length };
      })()`,
    );
    cells += all;
    empty += none;
    if (all > 0 && none / all > 0.1)
      console.log(`  ${address}: ${String(none)} of ${String(all)} cells say nothing`);
    for (const pattern of wrongWords)
      for (const [found] of text.matchAll(pattern)) complain(`${address}: “${found}”`);
  }
  await page.context().close();
  return { cells, empty };
}

const { values, positionals } = parseArgs({
  options: { only: { type: "string" } },
  allowPositionals: true,
});
if (positionals.length === 0 || !positionals.every((path) => existsSync(path))) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const browser = await launched();
  const wants = (what: string): boolean => values.only === undefined || values.only === what;
  for (const path of positionals) {
    const first = await opened(browser, path, 1440, "light");
    const addresses = await addressesOf(first);
    await first.context().close();
    console.log(`${path}: ${String(addresses.length)} addresses`);
    if (wants("words")) {
      const { cells, empty } = await words(browser, path, addresses);
      console.log(
        `  ${String(empty)} of ${String(cells)} cells say nothing (${((100 * empty) / Math.max(1, cells)).toFixed(1)} %)`,
      );
    }
    if (wants("widths")) {
      await sideways(browser, path, addresses);
      console.log(`  ${String(sidewaysWidths.length)} widths from 320 to 2,560 px looked at`);
    }
    if (wants("axe"))
      console.log(`  axe in ${String(await axeStates(browser, path, addresses))} states`);
  }
  await browser.close();
  console.log(complaints === 0 ? "nothing found" : `${String(complaints)} found`);
  if (complaints > 0) process.exitCode = 1;
}
