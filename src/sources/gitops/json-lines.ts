import { parseJson } from "#kernel/json-text.ts";
import { jsonNestsTooDeeply } from "../json-nesting.ts";

/** JSON as the lines that YAML would have; text that is no JSON as it is, one that nests too deeply as nothing. */
export function linesOfJson(text: string): string {
  if (jsonNestsTooDeeply(text)) return "";
  try {
    const lines: string[] = [];
    write(parseJson(text), "", "", lines);
    return lines.join("\n");
  } catch {
    return text; // a map of YAML that begins with a brace
  }
}

/** `head`: what stands before the first line (`- `, `"key": `), `indent`: before every further one. */
function write(value: unknown, head: string, indent: string, lines: string[]): void {
  if (Array.isArray(value)) {
    if (head.trim() !== "") lines.push(head.trimEnd());
    for (const one of value) write(one, `${indent}- `, `${indent}  `, lines);
  } else if (typeof value === "object" && value !== null) {
    let first = head;
    if (head.endsWith(": ")) lines.push(head.trimEnd());
    for (const [key, one] of Object.entries(value)) {
      const before = first.endsWith("- ") ? first : indent;
      first = "";
      write(one, `${before}${JSON.stringify(key)}: `, `${indent}  `, lines);
    }
  } else lines.push(`${head}${JSON.stringify(value)}`);
}
