import type { Similarity } from "#contract/similarity.ts";
import { terminalJson } from "#kernel/terminal-text.ts";
import { counted, dayOf } from "#operations/phrases.ts";
import { similarColumns, similarRows, wordsOfReason } from "../format/similarity.ts";
import type { Session } from "../session.ts";

export type SimilarityFormat = "table" | "json" | "markdown" | "sarif";

export interface ShowOptions {
  readonly format: SimilarityFormat;
  readonly most: number;
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
    const log = similaritySarif(similarity, session.version);
    return out.line(terminalJson(JSON.stringify(log, null, 2)));
  }
  const { markdownTable, tableLines } = await import("../format/table.ts");
  const rows = similarRows(similarity).slice(0, options.most);
  const columns = similarColumns(similarity);
  if (options.format === "markdown") out.line(markdownTable(columns, rows).join("\n"));
  else if (rows.length > 0) out.line(tableLines(columns, rows, out).join("\n"));
  if (options.quiet === true) return;
  for (const line of summaryLines(similarity, rows.length)) notes.line(line);
}

function summaryLines({ compared, regions, regionsCount, index }: Similarity, rows: number) {
  const copies = regions.reduce((sum, one) => sum + one.copiesCount, 0);
  const isCut = rows < copies ? ` (${String(rows)} shown; --most N for more)` : "";
  const found =
    regionsCount === 0
      ? "Nothing like it stands elsewhere"
      : `${counted(regionsCount, "stretch stands", "stretches stand")} in ${counted(copies, "place")} elsewhere${isCut}`;
  const { madeAt, repositoriesCount, linesCount } = index;
  return [
    ...compared.notCompared
      .slice(0, 5)
      .map(({ path, reason }) => `${path} was not compared: ${wordsOfReason(reason)}.`),
    ...(compared.notCompared.length > 5
      ? [`${counted(compared.notCompared.length - 5, "further file")} not compared either.`]
      : []),
    ...(compared.filesCount === 0
      ? []
      : [
          `${found}: ${counted(compared.linesCount, "line")} compared with ${counted(linesCount, "line")} of ${counted(repositoriesCount, "repository", "repositories")}, indexed on ${dayOf(madeAt)}.`,
        ]),
  ];
}
