import { listsPeople } from "../documents/people-lines.ts";
import type { DecisionFacts, FileFacts, ParseProblem } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { instantOf } from "../declared-values.ts";
import type { DecisionStatus } from "#vocabulary/declared.ts";

/**
 * `docs/decisions/0001-….md`, `doc/adr/….rst`, `architecture/decisions/…`, `rfcs/012-…/README.md`; not the list of them and not the
 * template. Numbered files in a folder that has the number of a record are its chapters.
 */
const recordPath =
  /(?:^|\/)(?:adrs?|decisions|decision-records|architecture-decisions?|rfcs?)\/(?:[^/]{1,200}\/){0,3}(?:(?:adr-?)?\d{1,5}[-_. ][^/]{1,200}|(?:(?:adr|rfc)-?)?\d{3,5}[-_. ][^/]{1,200}\/(?:readme|index))\.(?:md|markdown|rst|adoc|asciidoc)$/i;
/** Without a number: a record where it has the headings of one. */
const unnumberedPath =
  /(?:^|\/)(?:adrs?|decisions|decision-records|architecture-decisions?)\/(?!(?:readme|index)\.)[^/]{1,200}\.(?:md|markdown|rst)$/i;
/** Nothing but another file taken in: that record is read at its own path. */
const includesAnother = /^\s{0,20}\.\. include:: [^\n]{1,400}\s{0,20}$/;
const restructured = /\.rst$/i;
const asciiDoc = /\.(?:adoc|asciidoc)$/i;
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
  version: 4,
  endings: ["md", "markdown", "rst", "adoc", "asciidoc"],
  detect: (path) =>
    (recordPath.test(path) || unnumberedPath.test(path)) &&
    !chapterPath.test(path) &&
    !templatePath.test(path) &&
    !isForeignPath(path)
      ? "head"
      : "none",
  read({ path, text }) {
    if (includesAnother.test(text.slice(0, 1_000))) return {};
    if (asciiDoc.test(path)) return notRead("unsupported", "a decision record in AsciiDoc");
    const lines = decisionLines(text.slice(0, mostCharacters), restructured.test(path));
    if (!recordPath.test(path) && !hasHeadingsOfRecord(lines))
      return notRead("unsupported", "no number, and no headings of a decision record");
    const decision = decisionFrom(lines);
    if (decision !== null) return { decision };
    return isToFillIn(lines) ? {} : notRead("invalid", "a decision record without a title");
  },
};

function notRead(code: ParseProblem["code"], text: string): FileFacts {
  return { problems: [{ code, text: `${text}: it is not read` }] };
}

/** A record's text, in Markdown's form: front matter apart. */
interface RecordLines {
  readonly front: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
}

function decisionLines(text: string, isRestructured = false): RecordLines {
  const { front, lines } = withoutFrontMatter(text.split(/\r\n|\n|\r/));
  return { front, lines: withHashHeadings(lines, isRestructured) };
}

/** Context, decision, consequences, options, status (Nygard, MADR, Tyree and Akerman): two of them, or one beside a status. */
function hasHeadingsOfRecord({ front, lines }: RecordLines): boolean {
  const headings = lines.flatMap((line) => /^#{2,4}\s+(\S.{0,200})/.exec(line)?.[1] ?? []);
  const parts = headingsOfRecord.filter((one) => headings.some((heading) => one.test(heading)));
  const isFielded = front.has("status") || field(lines, "status") !== undefined;
  return parts.length + (isFielded ? 1 : 0) >= 2;
}

const headingsOfRecord: readonly RegExp[] = [
  /^status\b/i,
  /^context\b/i,
  /^(?:decision|our decision|the decision)s?(?: outcome| made)?\b/i,
  /^consequences\b|^implications\b/i,
  /^(?:considered |alternatives?\b|options?\b)/i,
];

/** Null where the text has no title, or is still to be filled in: then it is no record. */
export function decisionFacts(text: string, isRestructured = false): DecisionFacts | null {
  return decisionFrom(decisionLines(text, isRestructured));
}

function decisionFrom(record: RecordLines): DecisionFacts | null {
  const { front, lines } = record;
  const title = titleOf(record);
  if (title === undefined || isToFillIn(record)) return null;
  const said = statusIn(record);
  return {
    title: title.replace(/^(?:adr|rfc)?[- ]?\d{1,5}[.:) -]{1,3}/i, "").trim() || title,
    status: statusOf(said),
    decidedAt: dayIn(
      front.get("date") ?? field(lines, "date") ?? section(lines, /^date\b/i)[0] ?? said,
    ),
    drivers: [...listOf(front.get("goals")), ...driversIn(lines)].slice(0, mostDrivers),
    body: lines
      .filter((line) => !listsPeople(line))
      .join("\n")
      .slice(0, bodyCharacters)
      .toLowerCase(),
  };
}

function titleOf({ lines }: RecordLines): string | undefined {
  return lines.map((line) => /^#\s+(\S.{0,300})/.exec(line)?.[1]).find(Boolean);
}

function statusIn({ front, lines }: RecordLines): string | undefined {
  return front.get("status") ?? field(lines, "status") ?? section(lines, /^status\b/i)[0];
}

function isToFillIn(record: RecordLines): boolean {
  return toFillIn.test(titleOf(record) ?? "") || isChoice(statusIn(record));
}

const underline = /^([=\-~^"'*+#`:._])\1{2,}\s{0,20}$/;

/**
 * Headings with a line below (and above) them, and fields (`:Status: Accepted`), as Markdown writes them: the first is the title.
 * After docutils' reStructuredText specification and CommonMark's setext headings, which know `=` and `-` alone.
 */
function withHashHeadings(lines: readonly string[], isRestructured: boolean): string[] {
  const isUnder = (line: string | undefined): boolean =>
    line !== undefined && underline.test(line) && (isRestructured || /^[=-]/.test(line));
  const written: string[] = [];
  const isTitled = !isRestructured && lines.some((line) => /^#\s+\S/.test(line));
  const levels: string[] = isTitled ? ["#"] : [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const below = lines[at + 1];
    const isAbove = isRestructured && isUnder(line) && isUnder(lines[at + 2]);
    if (isAbove && (below ?? "").trim() !== "") continue;
    const text = line.trim();
    const isHeading =
      text !== "" && !isUnder(line) && isUnder(below) && !/^(?:[#>|]|[-*+] )/.test(text);
    if (isHeading) {
      const mark = (below ?? "").charAt(0);
      if (!levels.includes(mark)) levels.push(mark);
      const isFirst = !isTitled && !written.some((one) => one.startsWith("# "));
      written.push(
        `${isFirst ? "#" : "#".repeat(Math.min(4, Math.max(2, levels.indexOf(mark) + 1)))} ${text}`,
      );
      at++;
    } else {
      const [, name, value] = isRestructured
        ? (/^:([\w ]{1,40}):\s{1,20}(\S.{0,300})$/.exec(line) ?? [])
        : [];
      written.push(name === undefined || value === undefined ? line : `${name}: ${value}`);
    }
  }
  return written;
}

/** Keys of a YAML front matter that are single texts; nothing else of it matters here. */
function withoutFrontMatter(lines: readonly string[]): RecordLines {
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

/** `2024-03-01`, `1 March 2024`, `March 1st, 2024`; a month alone is no day. */
function dayIn(text = ""): number | null {
  const written = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (written !== undefined) return instantOf(written) ?? null;
  const [, day, month, year] = dayFirst.exec(text) ?? [];
  const [, otherMonth, otherDay, otherYear] = monthFirst.exec(text) ?? [];
  const name = (month ?? otherMonth)?.slice(0, 3).toLowerCase();
  const number = name === undefined ? 0 : months.indexOf(name) + 1;
  if (number === 0) return null;
  const two = (value: number | string | undefined): string => String(value ?? "").padStart(2, "0");
  return instantOf(`${year ?? otherYear ?? ""}-${two(number)}-${two(day ?? otherDay)}`) ?? null;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthWord = "((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})";
const dayFirst = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${monthWord}[, -]{1,2}(\\d{4})\\b`,
  "i",
);
const monthFirst = new RegExp(`\\b${monthWord} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "i");

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
