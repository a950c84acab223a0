import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { listValue } from "#operations/list-value.ts";
import { counted } from "#kernel/phrases.ts";
import { markdownTable, tableLines } from "../format/table.ts";
import { valueColumns } from "../format/value.ts";
import { sayLeftOut } from "../left-out.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";
import type { Format } from "../program-parts.ts";

export interface ValueOptions extends RecallOptions {
  readonly all?: true;
  readonly format: Format;
}

/** The value ledger of the last assessment; for one capability also its comparisons and why figures are missing. */
export async function runValue(
  session: Session,
  capability: string | undefined,
  options: ValueOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const { rows, hiddenCount, platform, assumptions, usedCount, knownCount, assumedCount } =
    await listValue(recalled, {
      assessment: recalled.id,
      capability: capability ?? null,
      withAll: options.all === true || options.format === "json",
    });
  const { out } = session.terminal;
  if (options.format === "json") {
    const ledger =
      capability === undefined
        ? { platform, assumptions, usedCount, knownCount, assumedCount, rows }
        : { rows };
    out.line(terminalJson(JSON.stringify(ledger, null, 2)));
    return;
  }
  if (rows.length === 0) context.log.warn("No capability has a ledger: no effort can be shown.");
  else if (options.format === "markdown") out.line(markdownTable(valueColumns, rows).join("\n"));
  else out.line(tableLines(valueColumns, rows, out).join("\n"));
  const say = (line: string, mark = ""): void =>
    out.line(options.format === "markdown" ? `${mark}${markdownText(line)}` : terminalText(line));
  const associations = rows.flatMap((row) => row.associations);
  if (options.format === "markdown" && associations.length > 0) out.line();
  for (const line of associations) say(line, "- ");
  if (capability !== undefined) {
    for (const reason of rows.flatMap((row) => row.unknown))
      sayLeftOut(session, context, options.format, `Unknown: ${reason}.`);
  } else {
    out.line();
    if (platform === null)
      say(
        `Platform: no sum, for both sides are known for ${String(knownCount)}${assumedCount === 0 ? "" : `, and assumed in part for ${String(assumedCount)} more,`} of ${counted(usedCount, "capability", "capabilities")} that others have used.`,
      );
    else {
      say(`Platform: ${platform.summary}`);
      const [narrower] = platform.narrowedBy;
      if (platform.payback === "not-shown" && narrower !== undefined)
        say(`What would narrow it: ${narrower}.`);
    }
  }
  if (hiddenCount > 0)
    sayLeftOut(
      session,
      context,
      options.format,
      `${counted(hiddenCount, "capability", "capabilities")} without a ledger: --all; fulcrum value NAME says why.`,
    );
  context.log.info(
    "In person-months. An association with delivery is no proof: docs/insights/value.md.",
  );
  await noteOrigin(context, recalled);
}
