import { readFileSync } from "node:fs";
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { largeReport } from "#fixtures/large-report.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { chromiumPath, goTo } from "./report/browser.ts";
import { writtenReport, type WrittenReport } from "./report/written-report.ts";

const sample = sampleReport();

describe.skipIf(chromiumPath === null)("lists", () => {
  let address: string;
  let open: WrittenReport["open"];
  let written: WrittenReport;
  beforeAll(async () => {
    written = await writtenReport(sample);
    ({ address, open } = written);
  });
  afterAll(async () => written.close());

  it("gather rows under a category, in the address, opened and closed by the keyboard", async () => {
    const page = await open();
    await goTo(page, address, "#/components");
    await page.getByLabel("Group by").selectOption("class");
    const groups = page.locator("tbody .group-line");
    const platform = page.getByRole("button", { name: /^platform/ });
    const rows = page.locator("tbody tr:not(.group-line)");
    const own = sample.components.filter((one) => one.class === "platform").length;
    expect(await platform.textContent()).toContain(`platform${String(own)}`);
    expect(await rows.count()).toBe(sample.components.length);
    expect(await page.locator(".table-count").textContent()).toBe(
      `${String(sample.components.length)} in ${String(await groups.count())}\u00a0groups`,
    );

    await platform.press("ArrowLeft");
    expect(await platform.getAttribute("aria-expanded")).toBe("false");
    expect(await rows.count()).toBe(sample.components.length - own);
    expect(page.url()).toContain("group=class&turned=platform");
    await page.reload();
    expect(await platform.getAttribute("aria-expanded")).toBe("false");
    await platform.press("ArrowRight");
    await platform.press("j");
    expect(await page.evaluate("document.activeElement.closest('tr').className")).toBe("");
    await page.keyboard.press("ArrowLeft");
    expect(await page.evaluate("document.activeElement.textContent")).toMatch(/^.platform/);

    await page.getByRole("button", { name: "Close all" }).click();
    expect(await rows.count()).toBe(0);
    await platform.press("Enter");
    expect(await rows.count()).toBe(own);
    expect(page.url()).toContain("folded=all&turned=platform");
    await page.getByLabel("Group by").selectOption("owner");
    expect(page.url()).not.toMatch(/folded|turned/);
    await page.context().close();
  });

  it("gather thousands of rows and draw what can be seen of them", async () => {
    const large = await written.write("large.html", largeReport(62));
    const page = await open();
    await goTo(page, large, "#/components?group=class");
    const lines = page.locator("tbody tr");
    expect(await lines.count()).toBeLessThan(120);
    await page.getByRole("button", { name: "Close all" }).click();
    expect(await lines.count()).toBe(await page.locator("tbody .group-line").count());
    await page.getByRole("button", { name: /^platform/ }).press("Enter");
    for (let step = 0; step < 60; step++) await page.keyboard.press("j");
    expect(
      await page.evaluate("Number(document.activeElement.closest('tr').dataset.index)"),
    ).toBeGreaterThan(50);
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction("document.activeElement.closest('.group-line') !== null");
    expect(await page.evaluate("document.activeElement.textContent")).toMatch(/^.platform/);
    await page.context().close();
  });

  it("do things with picked rows: by key or mouse, alone, in a row or a group, until Esc lets them go", async () => {
    const page = await open();
    await goTo(page, address, "#/components");
    const bar = page.getByRole("region", { name: "Picked rows" });
    const boxes = page.locator("tbody .pick");
    await boxes.nth(1).click();
    await boxes.nth(3).click({ modifiers: ["Shift"] });
    await bar.getByText("3 picked").waitFor();
    await bar.getByRole("button", { name: "Copy names" }).click();
    await bar.getByText("Copied 3\u00a0names").waitFor();
    await bar.getByRole("button", { name: "Copy addresses" }).click();
    await bar.getByText("Copied 3\u00a0addresses").waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      bar.getByRole("button", { name: "Export picked" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8").split("\r\n");
    expect(lines).toHaveLength(4);
    const third = await page.locator("tbody tr td:first-child").nth(3).textContent();
    expect(lines[3]).toContain(third);

    await page.keyboard.press("/");
    await page.keyboard.type("no such component");
    await bar.getByText("3 picked (3 filtered away)").waitFor();
    await page.keyboard.press("Escape");
    await bar.getByText("3 picked", { exact: true }).waitFor();
    await bar.getByRole("button", { name: "Copy names" }).focus();
    await page.keyboard.press("Escape");
    await bar.waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.closest('tr') !== null")).toBe(true);

    await page.getByLabel("Group by").selectOption("class");
    await page.getByRole("button", { name: /^platform/ }).press("x");
    const own = sample.components.filter((one) => one.class === "platform").length;
    await bar.getByText(`${String(own)} picked`).waitFor();
    expect(await bar.getByRole("button", { name: "Compare" }).isDisabled()).toBe(true);
    await page.context().close();
  });

  it("keep the line of the group that one reads in view, however many rows are scrolled away", async () => {
    const large = await written.write("large-groups.html", largeReport(62));
    const page = await open();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await goTo(page, large, "#/components?group=class");
      await page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 3)");
      await page.waitForFunction("document.querySelectorAll('tbody .spacer').length === 2");
      const [line, head] = await page.evaluate<[number, number]>(
        `[[...document.querySelectorAll("tbody .group-line th")].at(0), document.querySelector("thead th")].map((one) => one.getBoundingClientRect()).map(({ top, bottom }, index) => index === 0 ? top : bottom)`,
      );
      expect(Math.abs(line - Math.max(0, head))).toBeLessThan(16);
    }
    await page.context().close();
  });

  it("leave nothing of the table below the row that is shown beside it", async () => {
    const page = await open();
    for (const width of [1440, 1024, 760]) {
      await page.setViewportSize({ width, height: 900 });
      await goTo(page, address, "#/components?group=class");
      await page.locator("tbody tr:not(.group-line) a").first().focus();
      await page.keyboard.press("Space");
      const [end, start, lines] = await page.evaluate<[number, number, number]>(
        `[Math.max(...Array.from(document.querySelectorAll("table[role=table] :is(th, td)"), (cell) => cell.getBoundingClientRect().right)), document.querySelector(".peek").getBoundingClientRect().left,
          new Set(Array.from(document.querySelectorAll("table[role=table] tr > :last-child"), (cell) => Math.round(cell.getBoundingClientRect().right))).size]`,
      );
      expect(end).toBeLessThanOrEqual(start);
      // Lines of groups go as far as the rows.
      expect(lines).toBe(1);
    }
    await page.context().close();
  });

  it("say what can be done with picked rows in one line on a phone, the rest when asked for", async () => {
    const page = await open();
    await page.setViewportSize({ width: 390, height: 844 });
    await goTo(page, address, "#/components");
    await page.locator("tbody .pick").nth(0).click();
    await page.locator("tbody .pick").nth(1).click();
    const bar = page.getByRole("region", { name: "Picked rows" });
    await bar.getByRole("button", { name: "Compare" }).waitFor();
    expect((await bar.boundingBox())?.height).toBeLessThan(56);
    await bar.getByRole("button", { name: "More" }).click();
    await bar.getByRole("button", { name: "Copy names" }).click();
    await bar.getByText("Copied 2\u00a0names").waitFor();
    await page.context().close();
  });

  it("put picked rows right all at once, in the basket", async () => {
    const page = await open();
    await goTo(page, address, "#/components");
    await page.locator("tbody tr a").first().focus();
    for (const key of ["x", "j", "x"]) await page.keyboard.press(key);
    await page.getByRole("button", { name: "Put right" }).click();
    await page.getByLabel("Their owner is").fill("ovens");
    await page.keyboard.press("Enter");
    await page.getByText("2 collected").waitFor();
    await page.getByLabel("They are").selectOption("product");
    await page.locator("form", { hasText: "They are" }).getByText("Put right").click();
    await page.getByText("2 collected").nth(1).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByLabel("They are").count()).toBe(0);
    await page.getByText("2 picked").waitFor();
    await goTo(page, address, "#/corrections");
    await page.locator("h1", { hasText: "4\u00a0corrections" }).waitFor();
    const text = (await page.locator("pre").first().textContent()) ?? "";
    expect(text.match(/kind: owner.*owner: "ovens"/g)).toHaveLength(2);
    expect(text.match(/kind: class.*class: "product"/g)).toHaveLength(2);
    await page.context().close();
  });

  it("stay accessible, and scroll nowhere sideways, with groups, picked rows, fields and a row beside them", async () => {
    const page = await open();
    for (const [width, colorScheme] of [
      [1440, "light"],
      [1024, "dark"],
      [390, "light"],
      [320, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await goTo(page, address, "#/components?group=class");
      await page.getByRole("button", { name: /^platform/ }).press("x");
      await page.getByRole("button", { name: "Put right" }).click();
      await page.locator("tbody tr a").first().focus();
      await page.keyboard.press("Space");
      await page.locator(".peek").waitFor();
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))`,
      );
      expect(found).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    }
    await page.context().close();
  });
});
