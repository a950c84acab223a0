import type { Report } from "#sections/report.ts";
import { nameControlsOfJson } from "#web/ui/control-characters.ts";

/**
 * The report that the screens show. Today it stands in the page, gzip and base64; a live workspace will answer the
 * same promise from its API. Rejects when the page holds no report or cannot unpack it.
 */
export async function loadReport(): Promise<Report> {
  const block = document.getElementById("fulcrum-report");
  if (block === null) {
    throw new Error("This page holds no report. Write one with: fulcrum assess FOLDER --out FILE");
  }
  const packed = Uint8Array.from(atob(block.textContent.trim()), (letter) => letter.charCodeAt(0));
  // The packed text is as large as the page; once read it only costs memory.
  block.remove();
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const json = await new Response(unpacked).text();
  const report: unknown = JSON.parse(nameControlsOfJson(json));
  if (!isReport(report)) {
    throw new Error("The report in this page was written for another version of these screens.");
  }
  return report;
}

/** The engine validated every field before writing; only the version can differ from what these screens know. */
function isReport(value: unknown): value is Report {
  return (
    typeof value === "object" &&
    value !== null &&
    "schemaVersion" in value &&
    value.schemaVersion === "1.0"
  );
}
