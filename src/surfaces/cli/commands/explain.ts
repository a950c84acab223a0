import { terminalJson } from "#kernel/terminal-text.ts";
import { explainFigure } from "#operations/explain-figure.ts";
import { explanationLines, explanationMarkdown } from "../format/explanation.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";
import type { Format } from "../program-parts.ts";

export interface ExplainOptions extends RecallOptions {
  readonly all?: true;
  readonly format: Format;
}

const most = 12;

/** Shows what stands behind an id, a name or a figure. */
export async function runExplain(
  session: Session,
  subject: string,
  options: ExplainOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const folders = recalled.origin?.folders ?? [];
  const explanation = await explainFigure(recalled, {
    assessment: recalled.id,
    folders,
    subject,
  });
  const { out } = session.terminal;
  const limit = options.all === true ? Number.MAX_SAFE_INTEGER : most;
  if (options.format === "json") out.line(terminalJson(JSON.stringify(explanation, null, 2)));
  else if (options.format === "markdown")
    out.line(explanationMarkdown(explanation, limit).join("\n"));
  else out.line(explanationLines(explanation, limit, out).join("\n"));
  await noteOrigin(context, recalled);
}
