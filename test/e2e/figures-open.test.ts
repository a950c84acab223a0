import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gzipSync } from "node:zlib";
import { packedSource } from "#web/api/packed-source.ts";
import { resolveEvidence } from "#web/api/evidence-reference.ts";
import { reportParts } from "#surfaces/report/report-parts.ts";
import { writeSampleSettings } from "#fixtures/sample-organisation.ts";
import type { Report } from "#sections/report.ts";
import { readReportTemplate } from "#surfaces/report/report-template.ts";
import { renderReport } from "#surfaces/report/write-report.ts";
import { assessMeridian } from "../unit/operations/meridian.ts";
import { chromiumPath, goTo, launch, openWatched } from "./report/browser.ts";
import { copySample } from "./sample-copy.ts";
import { screenAddresses } from "./screen-addresses.ts";

const template = join(import.meta.dirname, "..", "..", "dist", "web", "report-template.html");
const at = (screen: string, id = ""): string => `#/${screen}/${encodeURIComponent(id)}`;

/** Every screen, and some things of each kind: the first and those in the middle. */
function addressesOf(report: Report): string[] {
  const some = <Item>(items: readonly Item[]): Item[] =>
    items.filter((_, index) => index % Math.ceil(items.length / 3) === 0);
  return [
    ...screenAddresses,
    ...some(report.components).map(({ id }) => at("components", id)),
    ...some(report.capabilities).map(({ id }) => at("capabilities", id)),
    ...some(report.teams).map(({ id }) => at("teams", id)),
    ...some(report.delivery).map((one) =>
      at("delivery", `${one.application} in ${one.environment}`),
    ),
    ...some(report.reliability).map(({ sloId }) => at("reliability", sloId)),
    ...some(report.jobs).map((one) => at("jobs", `${one.ecosystem}:${one.job}`)),
  ];
}

/** In the page: addresses that the figures of a screen, and of each of its tabs, lead to, each once. */
async function figuresOf(screen: string): Promise<string[]> {
  location.hash = screen;
  const isDrawn = () => document.querySelector("main h1") !== null;
  const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  await nextFrame();
  for (let frames = 0; frames < 20 || !isDrawn(); frames++) await nextFrame();
  const found = (): string[] =>
    [...document.querySelectorAll("[data-evidence]")].flatMap(
      (one) => one.getAttribute("href") ?? [],
    );
  const all = new Set(found());
  for (const tab of document.querySelectorAll<HTMLElement>("main [role=tab]")) {
    tab.click();
    for (let frames = 0; frames < 5 || document.querySelector("main .bone") !== null; frames++)
      await nextFrame();
    for (const one of found()) all.add(one);
  }
  return [...all];
}

describe.skipIf(chromiumPath === null)("every figure of every screen", () => {
  let home: string;
  let browser: Browser;
  let report: Report;
  let address: string;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "fulcrum-figures-"));
    const organisation = join(home, "organisation");
    copySample(organisation);
    const settings = join(home, "fulcrum.yaml");
    writeSampleSettings(settings);
    const configuration: unknown = JSON.parse(readFileSync(settings, "utf8"));
    ({ report } = await assessMeridian([organisation], {
      withDuplication: true,
      fedIn: { configuration, folder: home },
    }));
    const path = join(home, "report.html");
    writeFileSync(path, renderReport(report, await readReportTemplate(template)));
    address = pathToFileURL(path).href;
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  });

  it("opens into at least one fact", async () => {
    const { page, complaints } = await openWatched(browser, {
      viewport: { width: 1440, height: 900 },
    });
    await goTo(page, address, "#/");
    const parts = new Map(reportParts(report).map(({ name, content }) => [name, content]));
    const source = packedSource((part) =>
      gzipSync(JSON.stringify(parts.get(part))).toString("base64"),
    );
    const opened = new Set<string>();
    const empty: string[] = [];
    for (const screen of addressesOf(report))
      for (const href of await page.evaluate(figuresOf, screen)) {
        const references = new URLSearchParams(href.split("?")[1]).getAll("evidence");
        if (opened.has(references.join())) continue;
        opened.add(references.join());
        const { carried } = await resolveEvidence(source, references);
        if (carried.length === 0) empty.push(`${screen}: ${references.join()}`);
      }
    expect(empty).toEqual([]);
    expect(opened.size).toBeGreaterThan(200);
    expect(complaints).toEqual([]);
  });
});
