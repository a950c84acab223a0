import { terminalJson } from "#kernel/terminal-text.ts";
import { listDeliveries } from "#operations/list-deliveries.ts";
import { counted } from "#operations/phrases.ts";
import { deliveryColumns } from "../format/deliveries.ts";
import { markdownTable, tableLines } from "../format/table.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";

export interface DeliveryOptions extends RecallOptions {
  readonly environment?: string;
  readonly all?: true;
  readonly format: "table" | "json" | "markdown";
}

/** Deployments and the five DORA metrics of the last assessment; for one component also why figures are missing. */
export async function runDelivery(
  session: Session,
  component: string | undefined,
  options: DeliveryOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const { rows, hiddenCount } = listDeliveries({
    report: recalled.report,
    component: component ?? null,
    environment: options.environment ?? null,
    withAll: options.all === true || options.format === "json",
  });
  const { out } = session.terminal;
  if (options.format === "json") {
    out.line(terminalJson(JSON.stringify(rows, null, 2)));
    return;
  }
  if (rows.length === 0) context.log.warn("No deployment answers to that.");
  else if (options.format === "markdown") out.line(markdownTable(deliveryColumns, rows).join("\n"));
  else out.line(tableLines(deliveryColumns, rows, out).join("\n"));
  if (component !== undefined) {
    const reasons = new Set(rows.flatMap((row) => row.unknown));
    for (const reason of reasons) context.log.info(`Unknown: ${reason}.`);
  }
  if (hiddenCount > 0)
    context.log.info(`${counted(hiddenCount, "row")} of environments other than production: --all`);
  noteOrigin(context, recalled);
}
