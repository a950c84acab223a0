import { parseJson } from "#kernel/json-text.ts";
import { parse as parseTolerantly, type ParseError } from "jsonc-parser";
import { nestedTooDeeply } from "#evidence/nesting.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { jsonNestsTooDeeply } from "../json-nesting.ts";
import type { ManifestCollector } from "./manifest-collector.ts";

export type JsonRecord = Readonly<Record<string, unknown>>;

/** The root object of a JSON manifest; comments and trailing commas are read, and said. Null, with a problem, otherwise. */
export function parseJsonManifest(text: string, collector: ManifestCollector): JsonRecord | null {
  let value: unknown;
  if (jsonNestsTooDeeply(text)) {
    collector.problem("unsupported", nestedTooDeeply);
    return null;
  }
  try {
    value = parseJson(text);
  } catch (error) {
    const errors: ParseError[] = [];
    value = parseTolerantly(text, errors, { allowTrailingComma: true });
    const reason = error instanceof Error ? error.message : String(error);
    collector.problem("invalid", `not JSON: ${withoutQuotes(reason)}`);
    if (errors.length > 0) return null;
  }
  const record = asRecord(value);
  if (record === null) collector.problem("invalid", "the root is not an object");
  return record;
}

export function asRecord(value: unknown): JsonRecord | null {
  return isRecord(value) ? value : null;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property: names from files may be `constructor` or `__proto__`. */
export function field(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function stringField(record: JsonRecord, key: string): string | undefined {
  const value = field(record, key);
  return typeof value === "string" ? value : undefined;
}

export function recordField(record: JsonRecord, key: string): JsonRecord | null {
  return asRecord(field(record, key));
}

export function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Finds the line of keys that are asked for in the order of the file: one scan forward, from `"section": {` on. */
export class KeyLines {
  readonly #text: string;
  #offset = 0;
  #line = 1;
  #isLost = false;

  constructor(text: string, section: string) {
    this.#text = text;
    const start = text.search(sectionPattern(section));
    if (start > 0) this.#advance(start);
  }

  lineOf(key: string): number | null {
    if (this.#isLost) return null;
    const at = this.#text.indexOf(JSON.stringify(key), this.#offset);
    // A key spelt with escapes: searching on for each of thousands would cost the square of the file.
    this.#isLost = at === -1;
    if (this.#isLost) return null;
    this.#advance(at);
    return this.#line;
  }

  #advance(offset: number): void {
    for (let at = this.#text.indexOf("\n", this.#offset); at !== -1 && at < offset;) {
      this.#line += 1;
      at = this.#text.indexOf("\n", at + 1);
    }
    this.#offset = offset;
  }
}

const sectionPatterns = new Map<string, RegExp>();

function sectionPattern(section: string): RegExp {
  const known = sectionPatterns.get(section);
  if (known !== undefined) return known;
  const pattern = new RegExp(`"${section}"\\s{0,50}:\\s{0,50}\\{`);
  sectionPatterns.set(section, pattern);
  return pattern;
}
