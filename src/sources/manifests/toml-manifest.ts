import { TomlError, parse } from "smol-toml";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { asRecord, type JsonRecord } from "./json-manifest.ts";
import type { ManifestCollector } from "./manifest-collector.ts";

/** The root table of a TOML manifest; null, with a problem, where it is not TOML. */
export function parseTomlManifest(text: string, collector: ManifestCollector): JsonRecord | null {
  try {
    return asRecord(parse(text.replaceAll("\r\n", "\n"), { maxDepth: 50 }));
  } catch (error) {
    const line = error instanceof TomlError ? error.line : null;
    const reason = error instanceof Error ? withoutQuotes(error.message) : String(error);
    collector.problem("invalid", `not TOML: ${reason}`, line);
    return null;
  }
}

const header = /^\s{0,50}\[{1,2}([^\]\n]{1,300})\]/;
const key = /^\s{0,50}["']?([^"'=\s]{1,300}?)["']?\s{0,50}=/;
const quoted = /"([^"\n]{1,500})"|'([^'\n]{1,500})'/g;

/** Lines of a TOML text, from one scan: the parser gives none. */
export class TomlLines {
  readonly #keys = new Map<string, number>();
  readonly #strings = new Map<string, number>();

  constructor(text: string) {
    let table = "";
    for (const [index, line] of text.split("\n").entries()) {
      const found = header.exec(line);
      if (found !== null) {
        table = normalTable(found[1] ?? "");
        setFirst(this.#keys, table, index + 1);
        continue;
      }
      const name = key.exec(line)?.[1];
      if (name !== undefined) setFirst(this.#keys, joinKey(table, name), index + 1);
      for (const string of line.matchAll(quoted)) {
        setFirst(this.#strings, string[1] ?? string[2] ?? "", index + 1);
      }
    }
  }

  /** `[table] name = …`, `[table.name]`, or `name.version = …` in `[table]`; null where written otherwise. */
  ofKey(table: string, name: string): number | null {
    return this.#keys.get(joinKey(table, name)) ?? null;
  }

  /** First line with this quoted text. */
  ofString(text: string): number | null {
    return this.#strings.get(text) ?? null;
  }
}

function joinKey(table: string, name: string): string {
  const first = name.replace(/\.(?:version|workspace|path|git)$/, "");
  return table === "" ? first : `${table}.${first}`;
}

function normalTable(written: string): string {
  return written.replace(/["'\s]/g, "");
}

function setFirst(map: Map<string, number>, text: string, line: number): void {
  if (!map.has(text)) map.set(text, line);
}
