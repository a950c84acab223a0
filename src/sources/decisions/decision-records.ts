import { listsPeople } from "../documents/people-lines.ts";
import type { DecisionFacts } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { instantOf } from "../declared-values.ts";
import type { DecisionStatus } from "#vocabulary/declared.ts";

/**
 * `docs/decisions/0001-….md`, `doc/adr/…`, `architecture/decisions/…`, `rfcs/012-…/README.md`; not the list of them and not the
 * template. Numbered files in a folder that has the number of a record are its chapters.
 */
const recordPath =
  /(?:^|\/)(?:adrs?|decisions|decision-records|architecture-decisions?|rfcs?)\/(?:[^/]{1,200}\/){0,3}(?:(?:adr-?)?\d{1,5}[-_. ][^/]{1,200}|(?:(?:adr|rfc)-?)?\d{3,5}[-_. ][^/]{1,200}\/(?:readme|index))\.(?:md|markdown)$/i;
const chapterPath =
  /\/(?:(?:adr|rfc)-?)?\d{3,5}[-_. ][^/]{1,200}\/(?:[^/]{1,200}\/){1,3}[^/]{1,200}$|\/(?:(?:adr|rfc)-?)?\d{3,5}[-_. ][^/]{1,200}\/(?!(?:readme|index)\.)[^/]{1,200}$/i;
const templatePath = /(?:^|[-_ ./])templates?(?:[-_ ./]|$)/i;
/** What stands where the author is to write: `[short title of the problem]`, `{title}`, `NNNN. <Title>`. */
const toFillIn = /^(?:(?:adr|rfc)?[- ]?N{2,5}\b|[[{<].*[\]}>]$|(?:short )?title\b.{0,40}$)/i;
const mostCharacters = 100_000;
const mostDrivers = 30;
const bodyCharacters = 6_000;

const statuses: readonly (readonly [words: RegExp, status: DecisionStatus])[] = [
  [/\bsuperseded\b/i, "superseded"],
  [/\bdeprecated\b/i, "deprecated"],
  [/\brejected\b|\bdeclined\b/i, "rejected"],
  [/\baccepted\b|\bapproved\b|\bagreed\b|\bdecided\b|\bimplemented\b/i, "accepted"],
  [/\bproposed\b|\bdraft\b|\bpending\b|\bdiscussion\b/i, "proposed"],
];

export const decisionRecords: FileSource = {
  id: "decisions",
  version: 3,
  endings: ["md", "markdown"],
  detect: (path) =>
    recordPath.test(path) &&
    !chapterPath.test(path) &&
    !templatePath.test(path) &&
    !isForeignPath(path)
      ? "head"
      : "none",
  read: ({ text }) => {
    const decision = decisionFacts(text.slice(0, mostCharacters));
    return decision === null ? {} : { decision };
  },
};

/** Null where the text has no title, or is still to be filled in: then it is no record. */
export function decisionFacts(text: string): DecisionFacts | null {
  const { front, lines } = withoutFrontMatter(text.split(/\r\n|\n|\r/));
  const title = lines.map((line) => /^#\s+(\S.{0,300})/.exec(line)?.[1]).find(Boolean);
  const said = front.get("status") ?? field(lines, "status") ?? section(lines, /^status\b/i)[0];
  if (title === undefined || toFillIn.test(title) || isChoice(said)) return null;
  return {
    title: title.replace(/^(?:adr|rfc)?[- ]?\d{1,5}[.:) -]{1,3}/i, "").trim() || title,
    status: statusOf(said),
    decidedAt: dayIn(front.get("date") ?? field(lines, "date") ?? section(lines, /^date\b/i)[0]),
    drivers: [...listOf(front.get("goals")), ...driversIn(lines)].slice(0, mostDrivers),
    body: lines
      .filter((line) => !listsPeople(line))
      .join("\n")
      .slice(0, bodyCharacters)
      .toLowerCase(),
  };
}

/** Keys of a YAML front matter that are single texts; nothing else of it matters here. */
function withoutFrontMatter(lines: readonly string[]): {
  front: ReadonlyMap<string, string>;
  lines: readonly string[];
} {
  const front = new Map<string, string>();
  if (lines[0]?.trim() !== "---") return { front, lines };
  const end = lines.indexOf("---", 1);
  if (end < 0 || end > 60) return { front, lines };
  for (const line of lines.slice(1, end)) {
    const [, key, value] = /^([A-Za-z-]{1,40}):\s{0,20}(\S.{0,300})$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) front.set(key.toLowerCase(), unquoted(value));
  }
  return { front, lines: lines.slice(end + 1) };
}

/** `* Status: accepted`, `**Date**: 2024-03-01`. */
function field(lines: readonly string[], name: string): string | undefined {
  const pattern = new RegExp(
    `^[\\s*_-]{0,8}${name}[*_]{0,2}\\s{0,4}:[*_]{0,2}\\s{0,8}(\\S.{0,200})$`,
    "i",
  );
  return lines
    .slice(0, 40)
    .map((line) => pattern.exec(line)?.[1])
    .find(Boolean);
}

/** Lines with text below the first heading that answers to `heading`. */
function section(lines: readonly string[], heading: RegExp): string[] {
  const start = lines.findIndex((line) =>
    heading.test(/^#{2,4}\s+(\S.{0,200})/.exec(line)?.[1] ?? ""),
  );
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^#{1,4}\s/.test(line));
  return rest.slice(0, end < 0 ? rest.length : end).filter((line) => line.trim() !== "");
}

function driversIn(lines: readonly string[]): string[] {
  const listed = section(lines, /^(?:decision drivers|drivers|goals?)\b/i);
  return listed.flatMap(
    (line) => /^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s{1,8}(\S.{0,200})/.exec(line)?.[1] ?? [],
  );
}

/** What ended outweighs what came before; of a beginning the first word counts: "proposed, to be accepted in May". */
function statusOf(text = ""): DecisionStatus {
  const found = statuses.flatMap(([words, status]) => {
    const at = words.exec(text)?.index;
    return at === undefined ? [] : [{ status, at }];
  });
  const ended = found.find(({ status }) => status !== "accepted" && status !== "proposed");
  if (ended !== undefined) return ended.status;
  if (notYet.test(text)) return "proposed";
  return found.toSorted((a, b) => a.at - b.at)[0]?.status ?? "unknown";
}

const notYet = /\bnot (?:yet )?(?:been )?(?:accepted|approved|agreed|decided)\b/i;

/** `{proposed | rejected | accepted}`: all that could be said, so that one is chosen. */
function isChoice(text = ""): boolean {
  return text.includes("|") && statuses.filter(([words]) => words.test(text)).length > 1;
}

function dayIn(text: string | undefined): number | null {
  return instantOf(/\d{4}-\d{2}-\d{2}/.exec(text ?? "")?.[0]) ?? null;
}

/** `[faster releases, fewer incidents]` or `faster releases, fewer incidents`. */
function listOf(text: string | undefined): string[] {
  return (text ?? "")
    .replace(/^\[|\]$/g, "")
    .split(",")
    .map((item) => unquoted(item.trim()))
    .filter((item) => item !== "");
}

function unquoted(text: string): string {
  return text.replace(/^["'](.{0,300})["']$/, "$1");
}
