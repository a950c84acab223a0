import { isMap, isNode, isScalar, LineCounter, visit, type Document } from "yaml";
import type { z } from "zod";
import { hasCollectionAsKey } from "#sources/yaml-documents.ts";
import { composeYaml, UnboundedYaml } from "#sources/yaml-library.ts";
import { configuration, type Configuration } from "#contract/configuration.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { describeIssue, type Finding } from "./describe-issue.ts";

const largest = 1_000_000;
const maximumAliases = 100;
const maximumFindings = 20;

/** Reads the text of `fulcrum.yaml`. Throws `configuration-invalid`, which names the line and what to do. */
export function parseConfiguration(text: string, file: string): Configuration {
  if (text.length > largest)
    throw invalid(file, [{ line: 1, what: "it is larger than 1 MB", next: "Shorten it." }]);
  const lines = new LineCounter();
  const document = onlyDocument(text, file, lines);
  const errors = document.errors.map(({ message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    what: `it is not YAML: ${firstLine(message)}`,
    next: "Correct that line: indentation, quotes and colons are what usually goes wrong.",
  }));
  const findings = errors.length > 0 ? errors : strangeKeys(document, lines);
  if (findings.length > 0) throw invalid(file, findings);
  const value = withoutEmptyKeys(plainValue(document, file));
  const parsed = configuration.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(file, findingsOf(parsed.error, value, document, lines));
}

/** Of several documents the others would be dropped in silence. */
function onlyDocument(text: string, file: string, lines: LineCounter): Document {
  try {
    const [document, ...others] = composeYaml(text, { lineCounter: lines });
    const second = others.find(({ contents }) => contents !== null);
    if (document !== undefined && second === undefined) return document;
    const line = Math.max(1, lines.linePos(second?.contents?.range[0] ?? 0).line);
    const what = "a second document begins, behind a line `---` or `...`";
    throw invalid(file, [
      { line, what, next: "Take out that line: all keys stand in one document." },
    ]);
  } catch (error) {
    if (!(error instanceof UnboundedYaml)) throw error;
    const what = `it is ${error.message}`;
    throw invalid(file, [{ line: 1, what, next: "Take out what is no configuration." }]);
  }
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: maximumAliases }) ?? {};
  } catch (error) {
    const what = `it cannot be read: ${firstLine(messageOf(error))}`;
    throw invalid(file, [{ line: 1, what, next: "Write the values out instead of aliases." }]);
  }
}

/** `corrections:` with nothing behind it is an empty list to whoever wrote it, null to YAML. */
function withoutEmptyKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
}

/** Of collections as keys each would be written out as a name, those within again and again: minutes for a kilobyte. */
function strangeKeys(document: Document, lines: LineCounter): Finding[] {
  if (!hasCollectionAsKey(document)) return duplicateKeys(document, lines);
  const what = "a list or a group of keys is used as a key";
  return [{ line: 1, what, next: "Take out the question mark, or put the key in quotes." }];
}

function duplicateKeys(document: Document, lines: LineCounter): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          findings.push({
            line: lines.linePos(key.range?.[0] ?? 0).line,
            what: `\`${String(key.value)}\` stands there a second time`,
            next: "Put both under one key.",
          });
        }
        seen.add(key.value);
      }
    },
  });
  return findings;
}

/** The first of them with their lines, which are looked up one by one; the rest is only counted. */
function findingsOf(
  error: z.ZodError,
  value: unknown,
  document: Document,
  lines: LineCounter,
): Finding[] {
  const findings: Finding[] = [];
  for (const issue of error.issues) {
    for (const { what, next, key } of describeIssue(issue, value)) {
      if (findings.length === maximumFindings) break;
      findings.push({ what, next, line: lineOf(document, issue.path, key, lines) });
    }
  }
  return findings.sort((one, other) => one.line - other.line);
}

/** Line of a key inside the map at a path, else of the value there, else of the nearest thing around it. */
function lineOf(
  document: Document,
  path: readonly PropertyKey[],
  key: string | null,
  lines: LineCounter,
): number {
  const steps = path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const node = steps.length === 0 ? document.contents : document.getIn(steps, true);
  if (key !== null && isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (isScalar(pair?.key)) return lines.linePos(pair.key.range?.[0] ?? 0).line;
  }
  const start = isNode(node) ? node.range?.[0] : undefined;
  if (start !== undefined) return Math.max(1, lines.linePos(start).line);
  return steps.length === 0 ? 1 : lineOf(document, steps.slice(0, -1), null, lines);
}

function invalid(file: string, findings: readonly Finding[]): FulcrumError {
  const [first, ...others] = findings;
  const otherLines = others.slice(0, 5).map(({ line }) => line);
  const more = otherLines.length === 0 ? "" : ` (and more, line ${otherLines.join(", ")})`;
  const what = `${file}, line ${first?.line ?? 1}: ${first?.what ?? "it cannot be used"}${more}.`;
  return new FulcrumError("configuration-invalid", what, first?.next ?? "Correct the file.");
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").slice(0, 200);
}
