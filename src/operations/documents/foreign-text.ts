import { terminalText } from "#kernel/terminal-text.ts";

/**
 * What some renderer turns into a link, a mention or a reference, wherever it stands in a word: `fixes acme/app#12` closes an issue
 * where a document is pasted into a request to merge.
 */
const linking =
  /[a-z][a-z\d+.-]{0,30}:\/\/|www\.|@|\b(?:mailto|xmpp|tel|javascript|data):|[#!&]\d|\bGH-\d/i;
/** `/close` at the start of a comment is an order to GitLab. */
const order = /^\/[a-z]/i;

/**
 * Text of strangers inside Markdown, as one line: neither markup nor HTML, nor a heading, fence or list at its start; what would
 * become a link or a mention by itself stands in a code span, the only place where no renderer looks for one (GFM 6.9).
 */
export function markdownText(text: string): string {
  const words = terminalText(text)
    .trim()
    .split(/([\s`|]+)/);
  return words
    .map((word, index) => {
      if (linking.test(word) || (index === 0 && order.test(word))) return `\`${word}\``;
      return index === 0 ? escapedStart(escaped(word)) : escaped(word);
    })
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]|~!$]/g, "\\$&");
}

/** Headings, bullets, underlines of headings, numbers of lists (CommonMark 4 and 5). */
function escapedStart(text: string): string {
  return text.replace(/^[#+\-=:]/, "\\$&").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** What `markdownText` wrote, as it was: the other way round. */
export function textOfMarkdown(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|`([^`\n]*)`|&(amp|lt|gt);/g,
    (_whole, mark: string | undefined, code: string | undefined, entity: string | undefined) =>
      mark ?? code ?? (entity === "amp" ? "&" : entity === "lt" ? "<" : ">"),
  );
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text of strangers inside HTML, between tags or in a quoted attribute: no markup, no control characters. */
export function htmlText(text: string): string {
  return terminalText(text).replace(/[&<>"']/g, (mark) => entities[mark] ?? "");
}
