import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { chromiumPath, goTo } from "./report/browser.ts";
import { writtenReport, type WrittenReport } from "./report/written-report.ts";

const sample = sampleReport();
const at = (screen: string, id: string): string => `#/${screen}/${encodeURIComponent(id)}`;

describe.skipIf(chromiumPath === null)("moving through the screens", () => {
  let address: string;
  let open: WrittenReport["open"];
  let written: WrittenReport;
  beforeAll(async () => {
    written = await writtenReport(sample);
    ({ address, open } = written);
  });
  afterAll(async () => written.close());

  it("closes what lies over a screen with one step back, and keeps the place on it", async () => {
    const page = await open();
    await goTo(page, address, "#/map");
    await page.evaluate("location.hash = '#/capabilities'");
    await page.locator("h1", { hasText: "ever used" }).waitFor();
    await page.evaluate("scrollTo(0, 200)");
    await page.locator("tbody [data-evidence]").nth(3).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.evaluate("scrollY")).toBe(200);
    await page.goBack();
    await page.locator("h1", { hasText: "in use carry" }).waitFor();
    await page.goForward();
    await page.locator("h1", { hasText: "ever used" }).waitFor();
    expect(await page.evaluate("scrollY")).toBe(200);
    await page.context().close();
  });

  it("narrows every screen to a team and a time, in the address", async () => {
    const page = await open();
    await goTo(page, address, "#/components");
    const team = sample.teams.find((one) => one.kind === "team" && one.componentIds.length > 0);
    await page.getByLabel("Team").selectOption(team?.id ?? "");
    await page.locator(".table-narrowed").waitFor();
    expect(await page.locator("tbody tr[data-index]").count()).toBe(team?.componentIds.length);
    await page.getByRole("link", { name: "Monday" }).first().click();
    await page.locator(".question", { hasText: team?.name ?? "nobody" }).waitFor();
    expect(page.url()).toContain("team=");
    await page.context().close();
  });

  it("keeps the way to the next screen, whatever is chosen while it is not there yet", async () => {
    const page = await open();
    await goTo(page, address, "#/components");
    const team = sample.teams.find((one) => one.kind === "team" && one.componentIds.length > 0);
    // Both before the browser tells of the new address: the screen that is shown is the one that is left.
    await page.evaluate(`{
      location.hash = "#/duplication";
      const field = document.querySelector(".scope-field select");
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(field, ${JSON.stringify(team?.id)});
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }`);
    await page.waitForURL(/#\/duplication\?.*team=/);
    await page.evaluate(`{
      location.hash = "#/teams";
      const field = document.querySelector("main input[type=search]");
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, "dough");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }`);
    await page.locator("h1", { hasText: "own" }).waitFor();
    expect(page.url()).toMatch(/#\/teams/);
    await page.context().close();
  });

  it("finds things by names with a typing error, and old addresses lead on", async () => {
    const page = await open();
    await goTo(page, address, "#/signals");
    await page.waitForURL(/#\/case\/signals/);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Search" }).waitFor();
    await page.keyboard.type("douhg ki");
    await page
      .getByRole("option", { name: /^dough-kit/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.locator("h1", { hasText: "dough-kit" }).waitFor();
    await page.context().close();
  });

  it("puts capabilities side by side, named in the search or picked in the list, and lets them go", async () => {
    const page = await open();
    const [one, other] = sample.capabilities;
    await goTo(page, address, "#/");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Search" }).waitFor();
    await page.keyboard.type(`compare ${one?.name ?? ""} with ${other?.name ?? ""}`);
    await page
      .getByRole("option", { name: /^Compare / })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    const both = page.getByRole("group", { name: "2 side by side" });
    await both.waitFor();
    expect(await both.getByRole("columnheader").count()).toBe(2);
    await page.getByRole("button", { name: "Compare no longer" }).click();
    await both.waitFor({ state: "detached" });
    await page.locator("tbody tr[data-index] a").first().focus();
    for (const key of ["x", "j", "x"]) await page.keyboard.press(key);
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await both.waitFor();
    await page.waitForFunction(
      "document.querySelector('.comparison').getBoundingClientRect().top > 0",
    );
    expect(page.url().match(/with=/g)).toHaveLength(2);
    await page.context().close();
  });

  it("collects what is put right, ready for fulcrum.yaml, and keeps colours over a reload", async () => {
    const page = await open();
    await goTo(page, address, at("components", sample.components[8]?.id ?? ""));
    await page.getByText("Something is wrong here").click();
    await page.getByLabel("Its owner is").fill("ovens");
    await page.locator("form", { hasText: "Its owner is" }).getByText("Put right").click();
    await page.getByText("Collected", { exact: true }).waitFor();
    await page.getByRole("button", { name: /^Colours/ }).click();
    await page.getByRole("button", { name: /^Colours/ }).click();
    await goTo(page, address, "#/corrections");
    await page.reload();
    await page.locator("h1", { hasText: "1\u00a0correction" }).waitFor();
    expect(await page.locator("pre").first().textContent()).toContain('owner: "ovens"');
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    const elsewhere = { ...sample, organisation: { ...sample.organisation, name: "The mill" } };
    const other = await written.write("other.html", elsewhere);
    await page.goto(`${other}#/corrections`);
    await page.locator("h1", { hasText: "Nothing was put right" }).waitFor();
    await page.goto(`${address}#/corrections`);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator("h1", { hasText: "Nothing was put right" }).waitFor();
    await page.context().close();
  });

  it("shows a row beside the table, picks rows, and keeps a view under a name", async () => {
    const page = await open();
    await goTo(page, address, "#/capabilities");
    await page.keyboard.press("j");
    await page.keyboard.press("Space");
    const peek = page.getByRole("complementary", { name: "The row in short" });
    await peek.waitFor();
    const first = await peek.locator("h2").textContent();
    await page.keyboard.press("j");
    expect(await peek.locator("h2").textContent()).not.toBe(first);
    await page.keyboard.press("x");
    await page.getByText("1 picked").waitFor();
    await page.keyboard.press("Escape");
    await peek.waitFor({ state: "detached" });
    await page.getByLabel("Kind").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Keep this view" }).click();
    await page.keyboard.type("Mine");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "All", exact: true }).click();
    await page.getByRole("button", { name: "Mine", exact: true }).click();
    expect(page.url()).toContain("kind=");
    await page.context().close();
  });

  it("keeps a view as a file that opens without scripts and says the same", async () => {
    const page = await open();
    await goTo(page, address, "#/capabilities");
    const title = await page.locator("h1").textContent();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Search" }).waitFor();
    await page.keyboard.type("save this view");
    await page.getByRole("option", { name: /^Save this view/, selected: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.keyboard.press("Enter"),
    ]);
    const path = join(written.folder, "frozen.html");
    await download.saveAs(path);
    const frozen = await open();
    await frozen.goto(pathToFileURL(path).href);
    expect(await frozen.locator("script").count()).toBe(0);
    expect(await frozen.locator("h1").textContent()).toBe(title);
    expect(await frozen.locator("tbody tr").count()).toBe(await page.locator("tbody tr").count());
    for (const one of [page, frozen]) await one.context().close();
  });
});
