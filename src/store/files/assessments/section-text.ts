import type { Section } from "#contract/primitives.ts";

/** A section as it is kept: JSON, one record of a list a line, so that a few are found without parsing the others. */
export function sectionText(
  description: Section,
  content: Readonly<Record<string, unknown>>,
): string {
  const parts = Object.entries(content).map(
    ([key, value]) => `${JSON.stringify(key)}:${valueText(value)}`,
  );
  return `{"description":${JSON.stringify(description)},"content":{\n${parts.join(",\n")}\n}}\n`;
}

function valueText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((one) => JSON.stringify(one)).join(",\n")}\n]`;
}

/** The records of the list at `key` whose field has one of the values: `text` is what `sectionText` made. */
export function itemsIn(
  text: string,
  key: string,
  field: string,
  values: ReadonlySet<string>,
): unknown[] {
  const opening = `\n${JSON.stringify(key)}:[\n`;
  const start = text.indexOf(opening);
  if (start < 0) return [];
  const found: unknown[] = [];
  const mark = `${JSON.stringify(field)}:"`;
  for (let at = start + opening.length; at < text.length && text[at] !== "]";) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end);
    if (mayHold(line, mark, values)) {
      const item: unknown = JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line);
      if (has(item, field, values)) found.push(item);
    }
    at = end + 1;
  }
  return found;
}

/** The field may be that of a part of the record: whoever says yes has to look. */
function mayHold(line: string, mark: string, values: ReadonlySet<string>): boolean {
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
    const from = at + mark.length;
    const value = line.slice(from, line.indexOf('"', from));
    if (value.includes("\\") || values.has(value)) return true;
  }
  return false;
}

function has(item: unknown, field: string, values: ReadonlySet<string>): boolean {
  if (typeof item !== "object" || item === null) return false;
  const value: unknown = Object.getOwnPropertyDescriptor(item, field)?.value;
  return typeof value === "string" && values.has(value);
}
