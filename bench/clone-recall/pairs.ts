import type { Block, SourceFile } from "./blocks.ts";
import { isCode, linesInComment, linesInText } from "./blocks.ts";
import type { Operator } from "./operators.ts";
import type { Random } from "./random.ts";
import type { Language } from "./languages.ts";

/** A block where it was found, and its mutated copy inside a file of another repository. Lines are 1-based. */
export interface Pair {
  readonly language: Language;
  readonly originPath: string;
  readonly originText: string;
  readonly originLines: readonly number[];
  readonly hostPath: string;
  readonly hostText: string;
  readonly copyLines: readonly number[];
}

export function makePair(
  block: Block,
  operator: Operator,
  hosts: readonly SourceFile[],
  random: Random,
  number: number,
): Pair {
  const { file } = block;
  const { language } = file;
  const candidates = hosts.filter(
    (host) => host.language === language && host.repository !== file.repository,
  );
  const host = random.pick(candidates.length > 0 ? candidates : [file]);
  const stranger = random.pick(candidates.length > 0 ? candidates : [file]);
  const strangers = stranger.lines.filter((line) => isCode(line, language));
  const original = file.lines.slice(block.start, block.end);
  const copy = operator.apply(original, { language, random, strangers });
  const at = insertionPoint(host, random);
  const hostLines = [...host.lines.slice(0, at), "", ...copy, "", ...host.lines.slice(at)];
  const extension = file.path.slice(file.path.lastIndexOf("."));
  const codeLines = (lines: readonly string[], shift: number): number[] =>
    lines.flatMap((line, index) => (isCode(line, language) ? [shift + index + 1] : []));
  return {
    language,
    originPath: `origin/o${number}${extension}`,
    originText: file.lines.join("\n"),
    originLines: codeLines(original, block.start),
    hostPath: `host/h${number}${extension}`,
    hostText: hostLines.join("\n"),
    copyLines: codeLines(copy, at + 1),
  };
}

/** Before a line at the left margin that follows a blank line: between two definitions. */
function insertionPoint(host: SourceFile, random: Random): number {
  const inText = linesInText(host.lines, host.language);
  const inComment = linesInComment(host.lines);
  const places = host.lines.flatMap((line, at) =>
    at > 0 &&
    inText[at] === false &&
    inComment[at] === false &&
    host.lines[at - 1]!.trim() === "" &&
    /^\S/.test(line) &&
    !/^(\}|end\b|\))/.test(line)
      ? [at]
      : [],
  );
  return places.length > 0 ? random.pick(places) : host.lines.length;
}
