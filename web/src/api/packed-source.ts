import type { EvidencePart, ReportIndex } from "#sections/report-index.ts";
import { nameControlsOfJson } from "./control-characters.ts";
import { ReportError, type ReportSource } from "./report-source.ts";
import { itemOf } from "./section-items.ts";

/** The only version that these screens know. */
const knownVersion: ReportIndex["schemaVersion"] = 2;

/**
 * The report that stands in the page, each part gzip and base64, unpacked when it is first asked for. `take` gives the text of a
 * part and takes it out of the page: it is as large again, and once read it only costs memory. So what was unpacked
 * is kept here, in the place of its text.
 */
export function packedSource(take: (part: string) => string | null): ReportSource {
  const opened = new Map<string, Promise<unknown>>();
  const open = async <Content>(part: string): Promise<Content> => {
    const content = opened.get(part) ?? unpacked(part, take(part));
    opened.set(part, content);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the engine validated every field before it wrote the page
    return (await content) as Content;
  };
  const names = async (): Promise<ReportIndex> => {
    const index = await open<ReportIndex>("index");
    if (index.schemaVersion !== knownVersion)
      throw new ReportError(
        wordsOf("index"),
        "The report in this page was written for another version of these screens.",
      );
    return index;
  };
  const source: ReportSource = {
    names,
    section: (name) => open(`section-${name}`),
    item: async (name, key) => {
      const { shown } = await source.section(name);
      return itemOf(name, shown, key);
    },
    evidence: async (ids) => {
      const { evidence } = await names();
      const places = new Set(ids.map((id) => partWith(evidence.firstIds, id)));
      places.delete(-1);
      const parts = await Promise.all(
        [...places].map((place) => open<EvidencePart>(`evidence-${String(place)}`)),
      );
      const facts = new Map(parts.flat().map((fact) => [fact.id, fact]));
      return ids.flatMap((id) => facts.get(id) ?? []);
    },
  };
  return source;
}

/** Which part holds a fact, if any does: -1 before the first. */
function partWith(firstIds: readonly string[], id: string): number {
  return firstIds.findLastIndex((first) => first <= id);
}

async function unpacked(part: string, text: string | null): Promise<unknown> {
  if (text === null) throw new ReportError(wordsOf(part), missing(part));
  try {
    const bytes = bytesOf(text.trim());
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const json = await new Response(stream).text();
    return JSON.parse(nameControlsOfJson(json));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new ReportError(wordsOf(part), `It could not be unpacked: ${reason}`, thrown);
  }
}

const missing = (part: string): string =>
  part === "index"
    ? "This page holds no report. Write one with: fulcrum assess FOLDER --out FILE"
    : "The page does not hold it: it may have been cut short.";

/** `section-adoption` reads "the section adoption". */
function wordsOf(part: string): string {
  if (part === "index") return "the report";
  return part.startsWith("section-") ? `the section ${part.slice("section-".length)}` : "evidence";
}

/** A loop: `Uint8Array.from` with a function takes twenty times as long. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place++) bytes[place] = letters.charCodeAt(place);
  return bytes;
}
