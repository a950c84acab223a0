import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manyDuplicates } from "#fixtures/many-duplicates.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { chromiumPath, goTo } from "./report/browser.ts";
import { writtenReport, type WrittenReport } from "./report/written-report.ts";

const sample = { ...sampleReport(), duplication: manyDuplicates(3) };
const doughKit = sample.capabilities[0]?.id ?? "";
const at = (screen: string, id: string): string => `#/${screen}/${encodeURIComponent(id)}`;

const screens: readonly string[] = [
  "#/delivery",
  "#/duplication",
  at("duplication", sample.duplication.classes[0]?.id ?? ""),
  "#/capabilities",
  at("capabilities", doughKit),
  at("components", sample.components[8]?.id ?? ""),
  at("teams", sample.teams[1]?.id ?? ""),
  "#/reliability",
  "#/jobs",
  "#/experience",
  "#/case/signals",
  "#/board-paper",
  "#/maturity",
  "#/decisions",
  `${at("capabilities", doughKit)}?evidence=${encodeURIComponent(`adoption:${doughKit}`)}`,
];

describe.skipIf(chromiumPath === null)("the parts of the single-file report in a browser", () => {
  let folder: string;
  let address: string;
  let open: WrittenReport["open"];
  let written: WrittenReport;
  beforeAll(async () => {
    written = await writtenReport(sample);
    ({ folder, address, open } = written);
  });
  afterAll(async () => written.close());

  /** The sample with one of its parts spoilt. */
  const spoilt = (part: string, change: (text: string) => string): string => {
    const path = join(folder, `spoilt-${part}.html`);
    const whole = readFileSync(new URL(address), "utf8");
    const block = new RegExp(`(id="fulcrum-${part}">)([^<]*)`);
    expect(whole).toMatch(block);
    writeFileSync(
      path,
      whole.replace(block, (_, head: string, text: string) => head + change(text)),
    );
    return pathToFileURL(path).href;
  };

  it("says what to do when the report was cut short", async () => {
    const page = await open();
    await page.goto(spoilt("index", (text) => text.slice(0, 200)));
    await page.getByRole("heading", { name: "The report could not be opened" }).waitFor();
    await page.context().close();
  });

  it("says so when the code of the page was cut short, and of a screen's code where it is opened", async () => {
    const whole = readFileSync(new URL(address), "utf8");
    const pieces = Array.from(whole.matchAll(/ id="(fulcrum-code-[^"]+)"/g), ([, id = ""]) => id);
    const without = (name: string): string => {
      const piece = pieces.find((one) => one.startsWith(`fulcrum-code-${name}`)) ?? "";
      const path = join(folder, `without-${name}.html`);
      writeFileSync(
        path,
        whole.replace(new RegExp(`( id="${piece}"[^>]*>)[^<]{200}`), (_, head: string) => head),
      );
      return pathToFileURL(path).href;
    };
    const page = await open();
    await page.goto(without("report-template"));
    await page.getByText("This report could not be opened in this browser").waitFor();
    await goTo(page, without("reliability-screen"), "#/reliability");
    await page.getByRole("heading", { name: "This screen could not be drawn" }).waitFor();
    await page.getByRole("link", { name: "Platform", exact: true }).first().click();
    await page.getByRole("heading", { name: /others ever used are in use now/ }).waitFor();
    await page.context().close();
  });

  it("says which section is spoilt, where that is shown, and opens the others", async () => {
    const page = await open();
    const path = spoilt("section-delivery", (text) => text.slice(0, 400));
    await goTo(page, path, "#/delivery");
    await page.getByRole("heading", { name: "Not to be opened: the section delivery" }).waitFor();
    await page.getByRole("link", { name: "Platform", exact: true }).first().click();
    await page.getByRole("heading", { name: /others ever used are in use now/ }).waitFor();
    await page.getByRole("link", { name: "Health", exact: true }).first().click();
    await page.getByRole("heading", { name: "Not to be opened: the section delivery" }).waitFor();
    await page.context().close();
  });

  it("says so in the drawer when the facts are spoilt, and leaves the screen", async () => {
    const page = await open();
    await goTo(
      page,
      spoilt("evidence-0", () => ""),
      at("capabilities", doughKit),
    );
    await page.locator(".answer [data-evidence]").first().click();
    const drawer = page.getByRole("dialog", { name: "The evidence could not be opened" });
    expect(await drawer.textContent()).toContain("It could not be unpacked");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    expect(await page.locator("h1").textContent()).toBe("dough-kit");
    await page.context().close();
  });

  it("goes from screen to screen, and into evidence, without a skeleton in between", async () => {
    const page = await open();
    await goTo(page, address, "#/");
    await page.evaluate(`{
      globalThis.flashes = [];
      new MutationObserver(() => {
        const hidden = document.querySelector(".page")?.checkVisibility() === false;
        if (hidden || document.querySelector(".skeleton") !== null) flashes.push(location.hash);
      }).observe(document.body, { childList: true, subtree: true, attributes: true });
    }`);
    for (const hash of screens) {
      await page.evaluate(`(async () => {
        location.hash = ${JSON.stringify(hash)};
        do await new Promise(requestAnimationFrame);
        while (document.querySelector("main")?.ariaBusy !== "false");
      })()`);
      expect(await page.locator("main").textContent()).not.toContain("gives no reason");
    }
    await page.getByRole("dialog", { name: /^Evidence for/ }).waitFor();
    expect(await page.evaluate("flashes")).toEqual([]);
    await page.context().close();
  });

  it("opens nothing that no screen has shown", async () => {
    const page = await open();
    await goTo(page, address, "#/");
    const packed = async (): Promise<unknown> =>
      page.evaluate("[...document.querySelectorAll('[id^=fulcrum-]')].map((block) => block.id)");
    expect(await packed()).toEqual(
      expect.arrayContaining([
        "fulcrum-section-jobs",
        "fulcrum-section-value",
        "fulcrum-section-maintainability",
        "fulcrum-evidence-0",
      ]),
    );
    expect(await packed()).not.toContain("fulcrum-section-adoption");
    await page.context().close();
  });
});
