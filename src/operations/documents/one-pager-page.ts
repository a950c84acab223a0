import { htmlText, textOfMarkdown } from "./foreign-text.ts";

/**
 * The one-pager as a page of its own: no script, nothing fetched, printable on A4. Takes only the Markdown that `onePager`
 * writes: headings, paragraphs, lists and tables, with every text of a repository escaped already.
 */
export function onePagerPage(markdown: string): string {
  const blocks = markdown
    .trim()
    .split(/\n{2,}/)
    .map(blockOf);
  const title = /^# (.{1,300})/.exec(markdown)?.[1] ?? "Capability";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${textOf(title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p, ul { margin: .25rem 0; }
table { border-collapse: collapse; margin: .5rem 0; width: 100%; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .25rem .5rem .25rem 0; text-align: left; overflow-wrap: anywhere; }
@page { size: A4; margin: 18mm; }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; } h2 { break-after: avoid; } }
</style>
</head>
<body>
${blocks.join("\n")}
</body>
</html>
`;
}

function blockOf(block: string): string {
  const heading = /^(#{1,2}) (.{0,1000})$/.exec(block);
  if (heading !== null) {
    const level = heading[1]?.length ?? 2;
    return `<h${String(level)}>${textOf(heading[2] ?? "")}</h${String(level)}>`;
  }
  const lines = block.split("\n");
  if (lines.every((line) => line.startsWith("- ")))
    return `<ul>${lines.map((line) => `<li>${textOf(line.slice(2))}</li>`).join("")}</ul>`;
  if (lines.every((line) => line.startsWith("| "))) return tableOf(lines);
  return `<p>${textOf(block)}</p>`;
}

function tableOf(lines: readonly string[]): string {
  const cells = (line: string): string[] => line.slice(2, -2).split(" | ");
  const [head = "", , ...rows] = lines;
  const row = (line: string, tag: string): string =>
    `<tr>${cells(line)
      .map((cell) => `<${tag}>${textOf(cell)}</${tag}>`)
      .join("")}</tr>`;
  return `<table><thead>${row(head, "th")}</thead><tbody>${rows.map((line) => row(line, "td")).join("")}</tbody></table>`;
}

/** Takes Markdown's marks off; what could be markup of HTML is written as an entity. */
function textOf(markdown: string): string {
  return htmlText(textOfMarkdown(markdown));
}
