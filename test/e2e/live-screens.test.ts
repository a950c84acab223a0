import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Page } from "playwright-core";
import { sampleReport } from "#fixtures/sample-report.ts";
import { sampleName, sampleSlug } from "#vocabulary/sample.ts";
import { chromiumPath, goTo, openWatched } from "./report/browser.ts";
import { writtenReport, type WrittenReport } from "./report/written-report.ts";
import { startServing, type RunningService } from "./running-service.ts";

const sample = sampleReport();
const other = { ...sample, organisation: { ...sample.organisation, name: "Mill & Sons" } };
const doughKit = sample.capabilities[0]?.id ?? "";
const opened = `capabilities/${encodeURIComponent(doughKit)}`;
const screens = [
  "#/",
  "#/capabilities",
  `#/${opened}`,
  "#/teams",
  "#/delivery",
  "#/reliability",
  "#/duplication",
  "#/board-paper",
  `#/${opened}?evidence=${encodeURIComponent(`adoption:${doughKit}`)}`,
];

describe.skipIf(chromiumPath === null)("the screens as the service serves them", () => {
  let service: RunningService;
  let written: WrittenReport;
  beforeAll(async () => {
    service = await startServing();
    written = await writtenReport(sample);
  });
  afterAll(async () => {
    await written.close();
    expect((await service.stop()).code).toBe(0);
    service.remove();
  });

  const wordsOf = async (page: Page): Promise<string> => {
    await page.locator("main[aria-busy=false] h1").waitFor();
    const drawer = page.getByRole("dialog");
    const isOpen = (await drawer.count()) > 0;
    return `${await page.locator("main").innerText()}\n${isOpen ? await drawer.innerText() : ""}`;
  };

  it("say what to do first, take a report, and show what its single page shows", async () => {
    const { page, complaints } = await openWatched(written.browser, {
      viewport: { width: 1440, height: 900 },
    });
    await page.goto(service.address);
    await page.getByRole("heading", { name: "Nothing was assessed yet" }).waitFor();
    await page.getByRole("button", { name: "Look at the sample organisation" }).waitFor();
    const nonsense = join(service.folder, "nonsense.json");
    writeFileSync(nonsense, "{}");
    const field = page.getByLabel("Then put the report in:");
    await field.setInputFiles(nonsense);
    await page.getByText("The body is not a report of fulcrum.").waitFor();
    const report = join(service.folder, "report.json");
    writeFileSync(report, JSON.stringify(sample));
    await field.setInputFiles(report);
    await page.waitForURL(/\/o\/[a-z0-9-]+$/);
    const file = await written.open();
    for (const hash of screens) {
      await goTo(page, service.address, hash);
      await goTo(file, written.address, hash);
      // Parts of a screen arrive after its heading, on either page first.
      await vi.waitFor(async () => expect(await wordsOf(page)).toBe(await wordsOf(file)), 10_000);
    }
    const foreign = complaints.filter(
      (one) => !one.startsWith(`request: ${service.address}`) && !one.includes("422"),
    );
    expect(foreign).toEqual([]);
    await file.context().close();
    await page.context().close();
  });

  it("lead to each organisation, and say which there are where there is none by that name", async () => {
    const path = `${service.address}api/v1/organisations`;
    const headers = { "Content-Type": "application/json" };
    const added = await fetch(path, { method: "POST", headers, body: JSON.stringify(other) });
    expect(await added.json()).toMatchObject({ organisation: "mill-sons" });
    const page = await written.open();
    await page.goto(`${service.address}o/nobody`);
    await page.getByRole("heading", { name: "There is no organisation nobody here" }).waitFor();
    await page.getByRole("link", { name: sample.organisation.name }).click();
    await page.getByLabel("Organisation").selectOption("mill-sons");
    await page.waitForURL(/\/o\/mill-sons$/);
    await page.locator("main[aria-busy=false] h1").waitFor();
    expect(await page.getByLabel("Organisation").inputValue()).toBe("mill-sons");
    await page.context().close();
  });

  it("say of the sample organisation that it is invented, and remove it", async () => {
    const path = `${service.address}api/v1/organisations/${sampleSlug}/assessments`;
    const invented = { ...sample, organisation: { ...sample.organisation, name: sampleName } };
    const headers = { "Content-Type": "application/json" };
    await fetch(path, { method: "POST", headers, body: JSON.stringify(invented) });
    const page = await written.open();
    // Who has an organisation of their own does not begin with it.
    await page.goto(service.address);
    await page.locator("main[aria-busy=false] h1").waitFor();
    expect(await page.getByText("This organisation is invented,").count()).toBe(0);
    await page.goto(`${service.address}o/${sampleSlug}/`);
    await page.getByText("This organisation is invented,").waitFor();
    await page.getByRole("button", { name: "Remove it" }).click();
    await page.waitForURL(service.address);
    await page.goto(`${service.address}o/${sampleSlug}`);
    await page.getByRole("heading", { name: "There is no organisation sample here" }).waitFor();
    await page.context().close();
  });

  it("say so when a section is not answered, and try again when they are asked to", async () => {
    const page = await written.open();
    let isBroken = true;
    await page.route(/\/sections\/delivery/, (route) =>
      isBroken ? route.fulfill({ status: 503, body: "{}" }) : route.continue(),
    );
    await page.goto(`${service.address}#/delivery`);
    await page
      .getByRole("heading", { name: "Not to be opened: the section delivery" })
      .waitFor({ timeout: 60_000 });
    isBroken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator("main[aria-busy=false] h1").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.context().close();
  });
});
