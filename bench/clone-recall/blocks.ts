import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lex } from "./lexer.ts";
import { languages, type Language } from "./languages.ts";

export interface SourceFile {
  readonly repository: string;
  readonly path: string;
  readonly language: Language;
  readonly lines: readonly string[];
}

/** Lines `start` to `end` (exclusive, 0-based) of a file: a function, method, class or test. */
export interface Block {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

export const MIN_LINES = 12;
const MAX_LINES = 40;
const TABLE_SHARE = 0.85;
const skipped =
  /(^|\/)(vendor|node_modules|dist|fixtures?|testdata|generated|\.git)\/|\.min\.|\.d\.ts$|[^\n]_pb2?\./;

/** Source files below `root`; its first-level folders count as repositories. */
export function readSources(root: string): SourceFile[] {
  const files: SourceFile[] = [];
  const visit = (folder: string): void => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (skipped.test(`${path}/`)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) readSource(root, path, files);
    }
  };
  visit("");
  return files;
}

/** Files of our own corpus end in `.txt` besides, so that no compiler or linter takes them for the project's. */
function readSource(root: string, storedPath: string, files: SourceFile[]): void {
  const path = storedPath.replace(/\.txt$/, "");
  const found = Object.entries(languages).find(([, { extensions }]) =>
    extensions.some((extension) => path.endsWith(extension)),
  );
  if (found === undefined || !path.includes("/")) return;
  const text = readFileSync(join(root, storedPath), "utf8");
  // Minified files, which the comparison leaves out by intent.
  if (text.length > 250 * text.split("\n").length) return;
  if (text.length > 200_000 || /generated|DO NOT (EDIT|MODIFY)/i.test(text.slice(0, 1500))) return;
  files.push({
    repository: path.slice(0, path.indexOf("/")),
    path,
    language: found[0] as Language,
    lines: text.split(/\r?\n/),
  });
}

export function isCode(line: string, language: Language): boolean {
  const text = line.trim();
  if (text === "" || text.startsWith(languages[language].comment)) return false;
  return languages[language].comment === "#" || !/^(\/\*|\*)/.test(text);
}

/** Indented blocks of MIN_LINES to MAX_LINES lines of code, the outermost that fit. */
export function findBlocks(file: SourceFile): Block[] {
  const blocks: Block[] = [];
  const { lines, language } = file;
  const depth = (line: string): number => line.length - line.trimStart().length;
  const inText = linesInText(lines, language);
  let i = 0;
  while (i < lines.length) {
    const end = !inText[i] && isCode(lines[i]!, language) ? blockEnd(lines, i, depth) : i;
    const codeLines = lines.slice(i, end).filter((line) => isCode(line, language)).length;
    // Half of a text is no block: with its end left behind, what follows in the other file would be text as well.
    const isWhole = inText[end] !== true;
    if (isWhole && codeLines >= MIN_LINES && codeLines <= MAX_LINES && !isImport(lines[i]!)) {
      blocks.push({ file, start: i, end });
      i = end;
    } else i++;
  }
  return blocks;
}

/**
 * A list of texts or numbers without a name in it: data, which the comparison counts and leaves out by intent. Told by the
 * benchmark's own lexer: nearly all is literals and the punctuation of lists.
 */
export function isDataTable({ file, start, end }: Block): boolean {
  const words = lex(file.lines.slice(start, end).join("\n"), file.language).filter(
    ({ kind }) => kind !== "space" && kind !== "comment",
  );
  const literals = words.filter(({ kind }) => kind === "string" || kind === "number").length;
  const marks = words.filter(({ text }) => /^[,:;=>()[\]{}]$/.test(text)).length;
  return literals + marks >= TABLE_SHARE * words.length && literals * 4 >= words.length;
}

/** For each line whether it begins inside a literal of several lines. */
export function linesInText(lines: readonly string[], language: Language): boolean[] {
  const mark = language === "python" ? /"""|'''/g : language === "ruby" ? null : /`/g;
  let closing: string | null = null;
  let isInside = false;
  return lines.map((line) => {
    const before = isInside;
    if (mark !== null) {
      if ((line.match(mark)?.length ?? 0) % 2 === 1) isInside = !isInside;
    } else if (closing !== null) {
      if (line.trim() === closing) closing = null;
      isInside = closing !== null;
    } else {
      closing = /<<[~-]["']?([A-Z_]+)/.exec(line)?.[1] ?? null;
      isInside = closing !== null;
    }
    return before;
  });
}

/** For each line whether it begins inside a comment between slashes and stars. */
export function linesInComment(lines: readonly string[]): boolean[] {
  let isInside = false;
  return lines.map((line) => {
    const before = isInside;
    const open = line.lastIndexOf("/*");
    const close = line.lastIndexOf("*/");
    if (open > close) isInside = true;
    else if (close >= 0) isInside = false;
    return before;
  });
}

function isImport(line: string): boolean {
  return /^\s*(import|from|package|require|use)\b/.test(line);
}

function blockEnd(
  lines: readonly string[],
  start: number,
  depth: (line: string) => number,
): number {
  const own = depth(lines[start]!);
  let end = start + 1;
  let last = start;
  while (end < lines.length) {
    const line = lines[end]!;
    if (line.trim() !== "") {
      if (depth(line) <= own) break;
      last = end;
    }
    end++;
  }
  if (last === start) return start;
  const closing = lines[end];
  const isClosed =
    closing !== undefined && depth(closing) === own && /^\s*(\}|end\b|\)|\])/.test(closing);
  return isClosed ? end + 1 : last + 1;
}
