import { listsPeople } from "./people-lines.ts";
import { deprecationPromises } from "./deprecation-promises.ts";
import { isDeprecationNotice } from "./deprecation-notice.ts";
import { describingPart, isDescribing } from "#evidence/describing-words.ts";
import type { DocumentFacts, DocumentLink } from "#evidence/facts.ts";
import { customerWords, developerWords } from "./audience-words.ts";
import { successorNotice } from "./successor.ts";
import { imagesToRun } from "./images-to-run.ts";
import { namedParts } from "./named-parts.ts";
import { dialects, type Markup } from "./markup-dialects.ts";

const maximumHeadings = 200;
const maximumLinks = 500;
const summaryLength = 300;
const mostSettings = 200;
/** Where a deprecation notice is expected to stand; further down the word is about something else. */
const noticeLines = 25;
/** Letters and digits by ranges of code units: Unicode property classes cost several times as much. */
const words =
  /[0-9A-Za-z\u00C0-\u1FFF\u2C00-\uD7FF]+(?:['’-][0-9A-Za-z\u00C0-\u1FFF\u2C00-\uD7FF]+)*/g;
const longestWord = 20;
/** Addresses of links are not words that a reader reads. */
const targets = /\]\([^()\n]{0,300}\)|\bhttps?:\/\/\S{1,300}/g;
/** One pass over the lines: headings, first paragraph, code blocks, words and relative links of a README or documentation page. */
export function documentFacts(text: string, markup: Markup): DocumentFacts {
  const dialect = dialects[markup];
  const lines = withoutFrontMatter(text.split(/\r\n|\n|\r/));
  const headings: string[] = [];
  const prose: string[] = [];
  const proseLines: number[] = [];
  let paragraph: string[] = [];
  let summary: string | null = null;
  let description: string | null = null;
  let isComment = false;
  let title: string | null = null;
  let fence: string | null = null;
  let codeBlocksCount = 0;
  const closeParagraph = (): void => {
    if (description === null && paragraph.length > 0) {
      const said = plain(paragraph.join(" ").slice(0, 2_000));
      if (said !== "") summary ??= said.slice(0, summaryLength);
      if (isDescribing(said)) description = describingPart(said, summaryLength);
    }
    paragraph = [];
  };
  for (const [index, line] of lines.entries()) {
    if (fence !== null) {
      if (!dialect.closes(line, fence)) continue;
      fence = null;
      if (!dialect.hasIndentedCode) continue;
    }
    fence = dialect.opens(line);
    const heading = fence === null ? dialect.heading(line, lines[index + 1] ?? "") : null;
    if (fence !== null) codeBlocksCount++;
    if (heading !== null) {
      title ??= plain(heading).slice(0, summaryLength);
      if (headings.length < maximumHeadings) headings.push(plain(heading).slice(0, 200));
    }
    const isProse = fence === null || dialect.hasIndentedCode;
    if (!isProse || heading !== null || line.trim() === "") closeParagraph();
    else if (!isComment && !dialect.isMarkup(line) && !listsPeople(line))
      paragraph.push(line.trim());
    isComment = staysComment(isComment, line);
    if (!isProse) continue;
    prose.push(line);
    proseLines.push(index + 1);
  }
  closeParagraph();
  const body = prose.join("\n");
  const beginning = prose.slice(0, noticeLines);
  const isDeprecated = isDeprecationNotice(title, beginning);
  const notice = successorNotice(title === null ? beginning : [title, ...beginning], isDeprecated);
  const images = imagesToRun(text);
  const promises = deprecationPromises(prose, proseLines);
  const parts = markup === "markdown" ? namedParts(prose) : [];
  return {
    title,
    summary,
    description,
    headings,
    codeBlocksCount,
    ...wordCounts(body),
    relativeLinks: relativeLinks(body, proseLines, dialect.link),
    isDeprecated: isDeprecated || notice?.isGone === true,
    ...(images.length === 0 ? {} : { images }),
    ...(notice === null ? {} : { successor: notice.successor }),
    ...(promises.length === 0 ? {} : { promises }),
    ...(parts.length === 0
      ? {}
      : { parts: parts.map(({ name, words: said }) => ({ name, text: partText(said) })) }),
  };
}

/** Settings above a page are none of its words; their lines stay, so that those below keep their numbers. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trimEnd() !== "---") return lines;
  const end = lines.slice(1, mostSettings).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  return end < 0 ? lines : lines.map((line, index) => (index <= end + 1 ? "" : line));
}

/** Whether the next line stands in a comment of HTML. */
function staysComment(isComment: boolean, line: string): boolean {
  const [opened, closed] = [line.lastIndexOf("<!--"), line.lastIndexOf("-->")];
  return opened > closed || (isComment && closed < 0);
}

/** "is a base image …; it provides:" → "a base image …". */
function partText(said: string): string {
  const text = plain(said).replace(/^(?:is|are) /, "");
  return (/^(.{10,}?)(?:[;:]|\. )/.exec(text)?.[1] ?? text).replace(/[.:;,]$/, "");
}

/** Markup out, addresses of persons out. Every pattern is bounded, so that hostile lines cost no more than their length. */
function plain(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/<[^<>]{0,300}>/g, " ")
    .replace(/!\[[^[\]]{0,200}\]\([^()]{0,300}\)/g, " ")
    .replace(/\[([^[\]]{0,200})\]\([^()]{0,300}\)/g, "$1")
    .replace(/\[([^[\]]{0,200})\]\[[^[\]]{0,100}\]/g, "$1")
    .replace(/\[([A-Za-z][^[\]`]{0,100})\](?![([:])/g, "$1")
    .replace(/`([^`<]{0,200}?) ?<[^<>`]{0,300}>`__?/g, "$1")
    .replace(/[^\s@]{1,100}@[^\s@]{1,200}\.[a-z]{2,20}/gi, "")
    .replace(/[*`#]|\b_|_\b/g, "")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?](?: |$))/g, "")
    .trim();
}

function wordCounts(
  text: string,
): Pick<DocumentFacts, "wordsCount" | "developerWords" | "customerWords"> {
  let wordsCount = 0;
  let developers = 0;
  let customers = 0;
  const spoken = text.replace(targets, " ");
  for (const [word] of spoken.matchAll(words)) {
    wordsCount++;
    if (word.length > longestWord) continue;
    const lower = word.toLowerCase();
    if (developerWords.has(lower)) developers++;
    if (customerWords.has(lower)) customers++;
  }
  return { wordsCount, developerWords: developers, customerWords: customers };
}

function relativeLinks(
  text: string,
  lines: readonly number[],
  pattern: RegExp,
): readonly DocumentLink[] {
  const links = new Map<string, DocumentLink>();
  let [row, counted] = [0, 0];
  for (const match of text.matchAll(pattern)) {
    const target = (match[1] ?? "").replace(/#.*/s, "").trim();
    if (target === "" || /^(?:[a-z][a-z0-9+.-]{0,30}:|\/\/)/i.test(target)) continue;
    for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 10) row++;
    if (!links.has(target)) links.set(target, { target, line: lines[row] ?? 1 });
    if (links.size >= maximumLinks) break;
  }
  return [...links.values()];
}
