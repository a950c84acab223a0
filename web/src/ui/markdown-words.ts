/** What no renderer takes for markup, a link, a mention or a reference. */
const plain = /^(?!.*(?:www\.|\bGH-\d))[\p{L}\p{N}.,;:()'%–-]*$/iu;

/** Text of strangers as one line inside Markdown: words that are not plain stand in code spans, where nothing acts. */
export function markdownWords(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => (plain.test(word) ? word : `\`${word.replaceAll("`", "'")}\``))
    .join(" ");
}
