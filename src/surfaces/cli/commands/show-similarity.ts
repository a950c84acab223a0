import type { Similarity } from "#contract/similarity.ts";
import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { counted, dayOf } from "#kernel/phrases.ts";
import { similarColumns, similarRows, wordsOfReason } from "../format/similarity.ts";
import type { Session } from "../session.ts";
import type { Format } from "../program-parts.ts";

export type SimilarityFormat = Format | "sarif";

export interface ShowOptions {
  readonly format: SimilarityFormat;
  readonly most?: number;
  readonly quiet?: true;
}

/** What was found in the index, in the format asked for; what it rests on goes to the notes. */
export async function showSimilarity(
  session: Session,
  similarity: Similarity,
  options: ShowOptions,
): Promise<void> {
  const { out, notes } = session.terminal;
  if (options.format === "json")
    return out.line(terminalJson(JSON.stringify({ similarity }, null, 2)));
  if (options.format === "sarif") {
    const { similaritySarif } = await import("../format/similarity-sarif.ts");
    const log = similaritySarif(similarity, session.version, beyondWords(similarity));
    return out.line(terminalJson(JSON.stringify(log, null, 2)));
  }
  const { markdownTable, tableLines } = await import("../format/table.ts");
  const isMarkdown = options.format === "markdown";
  const all = similarRows(similarity, isMarkdown);
  const rows = all.slice(0, options.most ?? (isMarkdown ? undefined : 20));
  const columns = similarColumns(similarity);
  if (isMarkdown) {
    out.line(markdownTable(columns, rows).join("\n"));
    const cut = all.length - rows.length;
    const more = cut === 0 ? [] : [`${counted(cut, "more place")}: --most ${String(all.length)}.`];
    for (const text of [...more, ...beyondWords(similarity)]) out.line(`\n${markdownText(text)}`);
  } else if (rows.length > 0) out.line(tableLines(columns, rows, out).join("\n"));
  if (options.quiet === true) return;
  for (const line of [...summaryLines(similarity, rows.length), ...beyondWords(similarity)])
    notes.line(terminalText(line));
}

/** What the answer itself was cut to, in any format. */
function beyondWords({ regions, regionsCount }: Similarity): string[] {
  const beyond = regionsCount - regions.length;
  const unlisted = regions.filter((one) => one.copies.length < one.copiesCount).length;
  return [
    ...(beyond > 0
      ? [
          `${counted(beyond, "stretch", "stretches")} beyond the longest ${String(regions.length)} were counted, not kept: compare fewer files at a time.`,
        ]
      : []),
    ...(unlisted > 0
      ? [
          `${counted(unlisted, "stretch has", "stretches have")} more copies than are listed: what stands in a thousand places is listed a thousand times.`,
        ]
      : []),
  ];
}

function summaryLines(similarity: Similarity, rows: number): string[] {
  const { compared, change } = similarity;
  const notCompared =
    change === null
      ? compared.notCompared.map(
          ({ path, reason }) => `${path} was not compared: ${wordsOfReason(reason)}.`,
        )
      : leftOutWords(similarity);
  if (compared.filesCount === 0 && change === null) return notCompared;
  return [...notCompared, `${foundWords(similarity, rows)}: ${scopeWords(similarity)}.`];
}

/** 3 changed files were not compared (2 unknown-language, 1 vendored). */
function leftOutWords({ compared }: Similarity): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of compared.notCompared) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (counts.size === 0) return [];
  const reasons = [...counts].map(([reason, count]) => `${String(count)} ${reason}`).join(", ");
  return [
    `${counted(compared.notCompared.length, "changed file was", "changed files were")} not compared: ${reasons} (--format json names them).`,
  ];
}

function foundWords({ regions, regionsCount, change }: Similarity, rows: number): string {
  const copies = regions.reduce((sum, one) => sum + one.copiesCount, 0);
  const isCut = rows < copies ? ` (${String(rows)} shown; --format json has all)` : "";
  if (regionsCount === 0)
    return change === null
      ? "Nothing like it stands elsewhere"
      : "Nothing that is new here stands elsewhere";
  return `${counted(regionsCount, "stretch stands", "stretches stand")} in ${counted(copies, "place")} elsewhere${isCut}`;
}

function scopeWords({ compared, change, index }: Similarity): string {
  const own =
    change === null
      ? counted(compared.linesCount, "line")
      : `${counted(change.addedLinesCount, "new line")} in ${counted(compared.filesCount, "file")}`;
  return `${own} compared with ${counted(index.linesCount, "line")} of ${counted(index.repositoriesCount, "repository", "repositories")}, indexed on ${dayOf(index.madeAt)}`;
}
