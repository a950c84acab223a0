import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { readReportTemplate } from "#surfaces/report/report-template.ts";
import { renderReport } from "#surfaces/report/write-report.ts";
import type { Report } from "#sections/report.ts";
import { launch, openWatched } from "./browser.ts";

const template = join(import.meta.dirname, "..", "..", "..", "dist", "web", "report-template.html");

/** A report as one file in a folder of its own, and a browser to open it with. */
export interface WrittenReport {
  readonly folder: string;
  readonly address: string;
  readonly browser: Browser;
  /** A page of 1,440 × 900, at nothing yet. */
  readonly open: () => Promise<Page>;
  /** Writes another one beside it; its address. */
  readonly write: (name: string, report: Report) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function writtenReport(report: Report): Promise<WrittenReport> {
  const folder = mkdtempSync(join(tmpdir(), "fulcrum-written-"));
  const write = async (name: string, content: Report): Promise<string> => {
    const path = join(folder, name);
    writeFileSync(path, renderReport(content, await readReportTemplate(template)));
    return pathToFileURL(path).href;
  };
  const address = await write("sample.html", report);
  const browser = await launch();
  return {
    folder,
    address,
    browser,
    write,
    open: async () => (await openWatched(browser, { viewport: { width: 1440, height: 900 } })).page,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
