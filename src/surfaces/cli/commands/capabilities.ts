import { terminalJson } from "#kernel/terminal-text.ts";
import { listCapabilities } from "#operations/list-capabilities.ts";
import { counted } from "#kernel/phrases.ts";
import { capabilityColumns } from "../format/capabilities.ts";
import { markdownTable, tableLines } from "../format/table.ts";
import { sayLeftOut } from "../left-out.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";
import type { Format } from "../program-parts.ts";

export interface CapabilitiesOptions extends RecallOptions {
  readonly kind?: CapabilityKind;
  readonly owner?: string;
  readonly all?: true;
  readonly format: Format;
}

/** Lists what the platform offers and how it is used. */
export async function runCapabilities(
  session: Session,
  options: CapabilitiesOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const { rows, hiddenCount } = await listCapabilities(recalled, {
    assessment: recalled.id,
    kind: options.kind ?? null,
    owner: options.owner ?? null,
    withUnused: options.all === true || options.format === "json",
  });
  const { out } = session.terminal;
  if (options.format === "json") {
    out.line(terminalJson(JSON.stringify(rows, null, 2)));
    return;
  }
  if (rows.length === 0) context.log.warn("No capability answers to that.");
  else if (options.format === "markdown")
    out.line(markdownTable(capabilityColumns, rows).join("\n"));
  else out.line(tableLines(capabilityColumns, rows, out).join("\n"));
  if (hiddenCount > 0)
    sayLeftOut(
      session,
      context,
      options.format,
      `${counted(hiddenCount, "capability", "capabilities")} that nothing was ever seen to use: --all`,
    );
  await noteOrigin(context, recalled);
}
