import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { chromiumPath, goTo } from "./report/browser.ts";
import { writtenReport, type WrittenReport } from "./report/written-report.ts";

const sample = sampleReport();
const at = (screen: string, id: string | undefined): string =>
  `#/${screen}/${encodeURIComponent(id ?? "")}`;
const doughKit = sample.capabilities[0]?.id;

describe.skipIf(chromiumPath === null)("the page of a thing", () => {
  let address: string;
  let open: WrittenReport["open"];
  let written: WrittenReport;
  beforeAll(async () => {
    written = await writtenReport(sample);
    ({ address, open } = written);
  });
  afterAll(async () => written.close());

  it("has tabs that stand in the address and go by arrow keys", async () => {
    const page = await open();
    await goTo(page, address, at("capabilities", doughKit));
    const selected = page.locator("[role=tab][aria-selected=true]");
    expect(await selected.textContent()).toBe("Adoption");
    await selected.focus();
    await page.keyboard.press("ArrowRight");
    expect(await selected.textContent()).toMatch(/^Users \d+$/);
    expect(await page.evaluate("document.activeElement.id")).toBe("tab-users");
    expect(page.url()).toContain("tab=users");
    await page.getByRole("tabpanel").getByRole("table", { name: "Consumers" }).waitFor();
    await page.reload();
    expect(await selected.textContent()).toMatch(/^Users/);
    await selected.press("Home");
    expect(page.url()).not.toContain("tab=");
    await selected.press("ArrowLeft");
    expect(await selected.textContent()).toBe(await page.getByRole("tab").last().textContent());
    await page.context().close();
  });

  it("keeps its tab when a table in it is filtered to nothing and cleared", async () => {
    const page = await open();
    await goTo(page, address, `${at("capabilities", doughKit)}?tab=users`);
    await page.keyboard.press("/");
    await page.keyboard.type("no such component");
    await page.getByRole("button", { name: "Clear the filters" }).click();
    expect(page.url()).toContain("tab=users");
    expect(await page.locator("tbody tr").count()).toBeGreaterThan(3);
    await page.context().close();
  });

  it("leaves out tabs without anything, and says once what is not known", async () => {
    const page = await open();
    const alone = sample.components.find(
      ({ id }) =>
        sample.consumptions.every((use) => use.consumerComponentId !== id) &&
        sample.capabilities.every((one) => one.providerComponentId !== id),
    );
    await goTo(page, address, at("components", alone?.id));
    await page.getByRole("heading", { name: "Reasons for" }).waitFor();
    expect(await page.getByRole("tab").count()).toBe(0);

    const unseen = sample.adoption.find((one) => one.timeToAdoptDays === null);
    await goTo(page, address, at("capabilities", unseen?.capabilityId));
    const strip = page.locator(".rail-unknown");
    await strip.waitFor();
    expect(await strip.count()).toBe(1);
    expect(await strip.textContent()).toContain("time to adopt");
    expect(await page.locator(".thing-rail .unknown").count()).toBe(0);
    await page.context().close();
  });

  it("has its facts, standards and history at the right where there is room, else below", async () => {
    const page = await open();
    for (const thing of [
      at("capabilities", doughKit),
      at("components", sample.components[8]?.id),
      at("teams", sample.teams[1]?.id),
    ]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await goTo(page, address, thing);
      const rail = page.locator(".thing-rail");
      await rail.getByRole("heading", { name: "Facts" }).waitFor();
      const main = await page.locator(".thing-main").boundingBox();
      const wide = await rail.boundingBox();
      expect(wide?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0));
      await page.setViewportSize({ width: 1279, height: 900 });
      expect((await rail.boundingBox())?.x).toBe(main?.x === undefined ? 0 : 20 + 12);
    }
    await page.context().close();
  });

  it("marks a standard that is kept and one that is missed in colours of their own", async () => {
    const page = await open();
    await goTo(page, address, at("components", sample.components[8]?.id));
    const colours = await page.evaluate<readonly string[]>(`["is-kept", "is-missed"].map((name) => {
      const line = document.createElement("p");
      line.className = name;
      line.innerHTML = '<span class="standard-mark">x</span>';
      document.body.append(line);
      return getComputedStyle(line.firstChild).color;
    })`);
    expect(colours).toEqual([expect.stringMatching(/^rgb/), expect.stringMatching(/^rgb/)]);
    expect(new Set(colours).size).toBe(2);
    await page.context().close();
  });

  it("prints all of its tabs", async () => {
    const page = await open();
    await goTo(page, address, at("capabilities", doughKit));
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.getByRole("heading", { name: "Who uses it, and who did" }).waitFor();
    expect(await page.locator(".thing-panel").count()).toBeGreaterThan(3);
    await page.context().close();
  });

  it("copies a correction for fulcrum.yaml, and collects nothing", async () => {
    const page = await open();
    await goTo(page, address, at("components", sample.components[8]?.id));
    await page.getByText("Something is wrong here").click();
    await page.getByLabel("It is", { exact: true }).selectOption("platform");
    await page.locator("form", { hasText: "It is" }).getByText("Copy lines").first().click();
    await page.getByText("Copied for fulcrum.yaml").waitFor();
    await goTo(page, address, "#/corrections");
    await page.locator("h1", { hasText: "Nothing was put right" }).waitFor();
    await page.context().close();
  });
});
