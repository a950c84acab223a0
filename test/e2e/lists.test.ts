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
    ).toBe(60);
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction("document.activeElement.closest('.group-line') !== null");
    expect(await page.evaluate("document.activeElement.textContent")).toMatch(/^.platform/);
    await page.context().close();
  });
});
