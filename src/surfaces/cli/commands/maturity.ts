import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { readSections } from "#operations/read-sections.ts";
import { maturityColumns, maturityMarkdown } from "../format/maturity.ts";
import { markdownTable, tableLines } from "../format/table.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";
import type { Format } from "../program-parts.ts";

export interface MaturityOptions extends RecallOptions {
  readonly all?: true;
  readonly format: Format;
}

/** Where the platform stands in the CNCF model; with --all everything that holds, lacks and cannot be seen. */
export async function runMaturity(session: Session, options: MaturityOptions): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const { maturity } = await readSections(recalled, {
    assessment: recalled.id,
    names: ["maturity"],
  });
  const { aspects } = maturity;
  const { out } = session.terminal;
  if (options.format === "json") {
    out.line(terminalJson(JSON.stringify(maturity, null, 2)));
    return;
  }
  if (options.format === "markdown") {
    out.line(markdownTable(maturityColumns, aspects).join("\n"));
    out.line(maturityMarkdown(aspects).join("\n"));
  } else out.line(tableLines(maturityColumns, aspects, out).join("\n"));
  if (options.all === true && options.format === "table") {
    for (const { aspect, holds, lacks, unseen, declared } of aspects) {
      out.line();
      out.line(out.style.bold(terminalText(aspect)));
      for (const one of holds)
        out.line(terminalText(`  holds     ${String(one.level)}  ${one.text}`));
      for (const one of lacks)
        out.line(terminalText(`  lacks     ${String(one.level)}  ${one.text}; needs ${one.needs}`));
      for (const one of unseen)
        out.line(terminalText(`  not seen  ${String(one.level)}  ${one.text}; needs ${one.needs}`));
      for (const one of declared) out.line(terminalText(`  said      ${one}`));
    }
  }
  await noteOrigin(context, recalled);
}
