import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReportTemplate } from "#surfaces/report/report-template.ts";
import { renderReport } from "#surfaces/report/write-report.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { chromiumPath, goTo, launch, openWatched } from "./report/browser.ts";

const root = join(import.meta.dirname, "..", "..");
const at = (screen: string, id: string): string => `#/${screen}/${encodeURIComponent(id)}`;

/** Words of a picture that lie on others or reach out of it: an empty list for a good one. */
const clashes = `(() => {
  const found = [];
  for (const svg of document.querySelectorAll(".plot svg, .trend svg, .bars, .sparkline")) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((text) => ({
      words: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    for (const [index, { words, box }] of texts.entries()) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(words + " reaches out");
      for (const other of texts.slice(index + 1)) {
        const beside = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const below = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (beside > 1 && below > 3) found.push(words + " on " + other.words);
      }
    }
  }
  return found;
})()`;

const tooWide = `[...document.querySelectorAll("svg")].filter(
  (svg) => svg.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
).length`;

describe.skipIf(chromiumPath === null)("charts in a browser", () => {
  let folder: string;
  let browser: Browser;
  let pieces: string;
  let report: string;
  const sample = sampleReport();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fulcrum-charts-"));
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    const out = ["--mode", "pieces", "--logLevel", "warn", "--outDir", folder];
    execFileSync(process.execPath, [vite, "build", ...out], { cwd: join(root, "web") });
    pieces = pathToFileURL(join(folder, "pieces.html")).href;

    // The last quarter began in January, and was seen until 3 March.
    const rollUps = sample.deliveryRollUps.map((one) => ({
      ...one,
      quarters: one.quarters.map((quarter, index) =>
        index === one.quarters.length - 1
          ? { ...quarter, from: "2026-01-01T00:00:00.000Z", deploymentsCount: 3 }
          : quarter,
      ),
    }));
    const template = await readReportTemplate(join(root, "dist", "web", "report-template.html"));
    const path = join(folder, "sample.html");
    writeFileSync(path, renderReport({ ...sample, deliveryRollUps: rollUps }, template));
    report = pathToFileURL(path).href;
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (width: number, scheme: "light" | "dark" = "light", hasTouch = false) => {
    const viewport = { width, height: 900 };
    return await openWatched(browser, { viewport, colorScheme: scheme, hasTouch });
  };
  const figureOf = (page: Page, title: string | RegExp) =>
    page.locator("figure.chart").filter({ has: page.getByRole("heading", { name: title }) });

  it.each([
    [320, "dark"],
    [768, "light"],
    [1440, "dark"],
  ] as const)("hold their words apart in every state at %d pixels", async (width, scheme) => {
    const { page, complaints } = await open(width, scheme);
    await goTo(page, pieces, "");
    expect(await page.locator(".plot svg").count()).toBeGreaterThan(8);
    expect(await page.evaluate(clashes)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(await page.evaluate(`document.body.innerHTML.includes("NaN")`)).toBe(false);
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))`,
    );
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("are whole on A4", async () => {
    const { page } = await open(1440, "dark");
    for (const address of [
      pieces,
      `${report}${at("capabilities", sample.capabilities[0]?.id ?? "")}`,
    ]) {
      await page.goto("about:blank");
      await page.goto(address);
      await page.locator(".plot svg").first().waitFor();
      // As the browser does it: the sheet's width comes after the page heard of the printing.
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 688, height: 1000 });
      expect(await page.evaluate(tooWide)).toBe(0);
      expect(await page.evaluate(clashes)).toEqual([]);
      const drawn = await page.locator(".plot svg").first().getAttribute("viewBox");
      expect(Number(drawn?.split(" ")[2])).toBeLessThanOrEqual(680);
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    await page.context().close();
  });

  it("say the same to a mouse, a finger and a key", async () => {
    const { page } = await open(768, "light", true);
    await goTo(page, pieces, "");
    const chart = figureOf(page, "With a band");
    const plot = chart.locator(".plot svg");
    const tip = chart.locator(".plot-tip");
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    const place = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 60 };

    await page.mouse.move(place.x, place.y);
    const byMouse = await tip.textContent();
    expect(byMouse).toBe("1 Jan 2023: 2");
    expect(await chart.locator("[aria-live]").textContent()).toBe("");
    await page.mouse.move(place.x, place.y - 400);
    expect(await tip.count()).toBe(0);

    await page.touchscreen.tap(place.x, place.y);
    expect(await tip.textContent()).toBe(byMouse);

    await chart.locator(".chart-picture").focus();
    await page.keyboard.press("Home");
    expect(await tip.textContent()).toBe(byMouse);
    expect(await chart.locator("[aria-live]").textContent()).toBe(byMouse);
    await page.context().close();
  });

  it("change their colours with the page, without being drawn anew", async () => {
    const { page } = await open(768, "light");
    await goTo(page, pieces, "");
    await page.evaluate("drawn = document.querySelector('.plot .line.is-strong')");
    const colour = async () => await page.evaluate("getComputedStyle(drawn).stroke");
    expect(await colour()).toBe("rgb(0, 114, 178)");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator(":root[data-theme=dark]").waitFor();
    expect(await colour()).toBe("rgb(86, 180, 233)");
    expect(await page.evaluate("drawn.isConnected")).toBe(true);
    await page.context().close();
  });

  it("hatch a quarter that is not over, and have its lead time in the table", async () => {
    const { page } = await open(1440);
    await goTo(page, report, "#/delivery");
    const chart = figureOf(page, /^Deployments by quarter/).first();
    expect(await chart.locator(".bars .partly-seen").count()).toBe(1);
    expect(await chart.locator(".bars text").last().textContent()).toMatch(/^3 .* so far$/);
    await chart.getByRole("button", { name: "Table" }).click();
    const heads = await chart.locator("th").allTextContents();
    expect(heads.at(-1)).toBe("Median time from commit to deployment");
    expect(await chart.locator("tbody tr").first().locator("td").last().textContent()).toBe(
      "4\u00a0hours",
    );
    const spark = page.locator(".sparkline").first();
    expect(await spark.locator(".spark-ring").count()).toBe(1);
    await page.context().close();
  });

  it("say how many were watched where it was counted, not what the next point counts", async () => {
    const adoption = sample.adoption.find(({ retention }) => (retention?.curve.length ?? 0) > 2);
    const curve = adoption?.retention?.curve ?? [];
    const { page } = await open(1440);
    await goTo(page, report, at("capabilities", adoption?.capabilityId ?? ""));
    const chart = figureOf(page, /^How many stay/);
    const words = await chart.locator(".axis text").allTextContents();
    const watched = words.filter((text) => text.endsWith("watched"));
    expect(watched[0]).toBe(`${curve[0]?.atRisk ?? ""} watched`);
    expect(watched.at(-1)).toBe(`${curve.at(-1)?.atRisk ?? ""} watched`);
    await chart.locator(".chart-picture").focus();
    await page.keyboard.press("End");
    const read = await chart.locator("[aria-live]").textContent();
    expect(read).toContain(`${curve.at(-1)?.atRisk ?? ""} still watched`);
    await page.context().close();
  });
});
