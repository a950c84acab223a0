import type { OperationContext } from "#ports/context.ts";
import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { listDeliveries } from "#operations/list-deliveries.ts";
import { listDeliveryRollUps } from "#operations/list-delivery-roll-ups.ts";
import type { OpenedAssessment } from "#operations/open-assessment.ts";
import { counted } from "#kernel/phrases.ts";
import { deliveryColumns, detailsOf, rollUpColumns } from "../format/deliveries.ts";
import { markdownTable, tableLines, type Column } from "../format/table.ts";
import { sayLeftOut } from "../left-out.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";
import type { RollUpKind } from "#vocabulary/delivery.ts";
import type { Format } from "../program-parts.ts";

export interface DeliveryOptions extends RecallOptions {
  readonly environment?: string;
  readonly all?: true;
  readonly by?: RollUpKind;
  readonly format: Format;
}

/** Deployments and the five DORA metrics of the last assessment; for one component also the details and what is missing. */
export async function runDelivery(
  session: Session,
  component: string | undefined,
  options: DeliveryOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  if (options.by !== undefined) {
    const rows = await listDeliveryRollUps(recalled, {
      assessment: recalled.id,
      scope: options.by,
    });
    print(session, context, rollUpColumns, rows, options.format);
    noteReasons(
      session,
      context,
      options.format,
      rows.flatMap((row) => row.unknown),
    );
  } else await showComponents(session, context, recalled, component, options);
  await noteOrigin(context, recalled);
}

async function showComponents(
  session: Session,
  context: OperationContext,
  recalled: OpenedAssessment,
  component: string | undefined,
  options: DeliveryOptions,
): Promise<void> {
  const { rows, hiddenCount } = await listDeliveries(recalled, {
    assessment: recalled.id,
    component: component ?? null,
    environment: options.environment ?? null,
    withAll: options.all === true || options.format === "json",
  });
  print(session, context, deliveryColumns, rows, options.format);
  if (component !== undefined) {
    const { out } = session.terminal;
    const details = options.format === "json" ? [] : rows.flatMap(detailsOf);
    if (options.format === "markdown" && details.length > 0) out.line();
    for (const line of details)
      out.line(options.format === "markdown" ? `- ${markdownText(line)}` : terminalText(line));
    noteReasons(
      session,
      context,
      options.format,
      rows.flatMap((row) => row.unknown),
    );
  }
  if (hiddenCount > 0)
    sayLeftOut(
      session,
      context,
      options.format,
      `${counted(hiddenCount, "row")} of environments other than production: --all`,
    );
}

function print<Row>(
  session: Session,
  context: OperationContext,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  format: DeliveryOptions["format"],
): void {
  const { out } = session.terminal;
  if (format === "json") out.line(terminalJson(JSON.stringify(rows, null, 2)));
  else if (rows.length === 0)
    context.log.warn(
      "No deployment answers to that. Clone the repository that holds deployment state, or name event files under deployments in fulcrum.yaml.",
    );
  else if (format === "markdown") out.line(markdownTable(columns, rows).join("\n"));
  else out.line(tableLines(columns, rows, out).join("\n"));
}

function noteReasons(
  session: Session,
  context: OperationContext,
  format: DeliveryOptions["format"],
  reasons: readonly string[],
): void {
  for (const reason of new Set(reasons))
    sayLeftOut(session, context, format, `Unknown: ${reason}.`);
}
