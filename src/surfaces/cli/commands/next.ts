import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { counted } from "#kernel/phrases.ts";
import { markdownText } from "#operations/documents/foreign-text.ts";
import { listProductSteps, listProposals } from "#operations/list-proposals.ts";
import { proposalColumns, proposalLines } from "../format/proposals.ts";
import { markdownTable } from "../format/table.ts";
import { sayLeftOut } from "../left-out.ts";
import type { Format } from "../program-parts.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";

export interface NextOptions extends RecallOptions {
  readonly all?: true;
  readonly byEffort?: true;
  readonly format: Format;
}

const mostShown = 5;

/** What to change next, or what one product should build next, from the last assessment. */
export async function runNext(
  session: Session,
  product: string | undefined,
  options: NextOptions,
): Promise<void> {
  if (product !== undefined) return runProduct(session, product, options);
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const listed = await listProposals(recalled, {
    assessment: recalled.id,
    byEffort: options.byEffort === true,
    limit: options.all === true || options.format === "json" ? null : mostShown,
  });
  const { proposals, hiddenCount, talkTo } = listed;
  const { out } = session.terminal;
  if (options.format === "json") {
    out.line(terminalJson(JSON.stringify({ proposals, talkTo }, null, 2)));
    return;
  }
  if (proposals.length === 0) context.log.warn("Nothing that was found asks for a change.");
  if (options.format === "markdown") {
    if (proposals.length > 0) out.line(markdownTable(proposalColumns, proposals).join("\n"));
    if (talkTo.length > 0) out.line();
    for (const { teamName, why } of talkTo)
      out.line(`- ${markdownText(teamName)}: ${markdownText(why)}`);
  } else {
    for (const [at, one] of proposals.entries()) {
      if (at > 0) out.line();
      out.line(out.style.bold(terminalText(`${String(at + 1)}. ${one.title}`)));
      for (const line of proposalLines(one)) out.line(terminalText(`   ${line}`));
    }
    if (talkTo.length > 0) {
      out.line();
      out.line(out.style.bold(terminalText("Whom to talk to")));
    }
    for (const { teamName, why, questions } of talkTo) {
      out.line(terminalText(`   ${teamName}: ${why}`));
      if (questions[0] !== undefined) out.line(terminalText(`      ask: ${questions[0]}`));
    }
  }
  if (hiddenCount > 0)
    sayLeftOut(
      session,
      context,
      options.format,
      `${counted(hiddenCount, "more proposal")}: --all.`,
    );
  context.log.info(
    "Hours as likely (low to high). What was counted and taken for granted: docs/insights/lenses.md.",
  );
  await noteOrigin(context, recalled);
}

async function runProduct(session: Session, product: string, options: NextOptions): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const { name, steps } = await listProductSteps(recalled, { assessment: recalled.id, product });
  const { out } = session.terminal;
  if (options.format === "json") {
    out.line(terminalJson(JSON.stringify(steps, null, 2)));
    return;
  }
  if (steps.length === 0)
    context.log.warn(
      `Nothing that was found is for ${terminalText(name)}: outcomes, requests and usability findings are fed in by fulcrum.yaml.`,
    );
  for (const { title, reasons } of steps) {
    const words = `${title}: ${reasons.join("; ")}`;
    out.line(options.format === "markdown" ? `- ${markdownText(words)}` : terminalText(words));
  }
  await noteOrigin(context, recalled);
}
