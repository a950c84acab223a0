import { isCollection, isNode, LineCounter, visit, type Document } from "yaml";
import type { ParseProblem } from "#evidence/facts.ts";
import { composeYaml, UnboundedYaml } from "./yaml-library.ts";
import { readSimpleDocuments, type YamlDocument } from "./yaml-simple-documents.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";

export interface YamlDocuments {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly ParseProblem[];
}

const maximumCharacters = 1_000_000;
const maximumAliases = 100;

/** Several sources look at one file, one after the other: the text parsed last. What is returned is not to be changed. */
const last: { text: string; read: YamlDocuments } = {
  text: "",
  read: { documents: [], problems: [] },
};

/** Reads every document that can be read; a bad one becomes a problem and leaves the others alone. Never throws. */
export function readYamlDocuments(text: string): YamlDocuments {
  if (text === last.text) return last.read;
  const read = parseDocuments(text);
  last.text = text;
  last.read = read;
  return read;
}

function parseDocuments(text: string): YamlDocuments {
  if (text.length > maximumCharacters) return tooLarge();
  const simple = readSimpleDocuments(text);
  return simple === null ? parseGenerally(text) : { documents: simple, problems: [] };
}

/** The same with every scalar as the text that stands there, so that `1.10` is not 1.1, and `null` is a word. */
export function readYamlTexts(text: string): YamlDocuments {
  return text.length > maximumCharacters ? tooLarge() : parseGenerally(text, "failsafe");
}

function tooLarge(): YamlDocuments {
  const words = `More than ${maximumCharacters} characters of YAML`;
  return refused({ code: "too-large", text: words });
}

/** Any YAML: see `readSimpleDocuments`. */
export function parseGenerally(text: string, schema: "core" | "failsafe" = "core"): YamlDocuments {
  const lines = new LineCounter();
  const documents: YamlDocument[] = [];
  const problems: ParseProblem[] = [];
  try {
    for (const document of composeYaml(text, { lineCounter: lines, schema, merge: true })) {
      const start = document.contents?.range?.[0] ?? document.range[0];
      const line = lines.linePos(start).line || 1;
      const error = document.errors[0];
      if (error !== undefined) problems.push(invalid(error, lines.linePos(error.pos[0]).line));
      else addDocument(document, line, lines, documents, problems);
    }
  } catch (error) {
    if (error instanceof UnboundedYaml)
      return refused({ code: "unsupported", text: capitalised(error.message) });
    problems.push(invalid(error, 1));
  }
  return { documents, problems };
}

function refused(problem: ParseProblem): YamlDocuments {
  return { documents: [], problems: [problem] };
}

function addDocument(
  document: Document,
  line: number,
  lines: LineCounter,
  documents: YamlDocument[],
  problems: ParseProblem[],
): void {
  let value: unknown;
  if (hasCollectionAsKey(document)) {
    problems.push({ code: "unsupported", text: "A mapping or list is used as a key", line });
    return;
  }
  try {
    value = document.toJS({ maxAliasCount: maximumAliases });
  } catch (error) {
    problems.push(invalid(error, line));
    return;
  }
  if (value === null || value === undefined) return;
  documents.push({
    value,
    line,
    lineOf: (path) => {
      const node = document.getIn(path, true);
      const start = isNode(node) ? node.range?.[0] : undefined;
      return start === undefined ? line : lines.linePos(start).line;
    },
  });
}

/** As a name each would be written out, what lies in it again and again: minutes for a thousand characters. */
export function hasCollectionAsKey(document: Document): boolean {
  let found = false;
  visit(document, {
    Pair: (_, { key }) => {
      if (!isCollection(key)) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function invalid(error: unknown, line: number): ParseProblem {
  const message = error instanceof Error ? error.message : "not YAML";
  // The parser quotes the lines it stumbled over, which may hold secrets or addresses.
  const words = withoutQuotes(message).replace(/ at line \d+, column \d+:?$/, "");
  return { code: "invalid", text: `YAML: ${words.slice(0, 120)}`, line: Math.max(1, line) };
}
