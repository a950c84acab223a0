import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { listSignals } from "#operations/list-signals.ts";
import { some } from "#kernel/phrases.ts";
import type { OpenedAssessment } from "#operations/open-assessment.ts";
import { readSections } from "#operations/read-sections.ts";
import {
  optionColumns,
  rangeWords,
  signalColumns,
  wholeOptionColumns,
} from "../format/decision.ts";
import { markdownTable, tableLines, type Column } from "../format/table.ts";
import { contextOf, type Session } from "../session.ts";
import type { Report } from "#sections/report.ts";
import { verdictLines } from "../format/verdict.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";
import type { Format } from "../program-parts.ts";

export interface DecisionOptions extends RecallOptions {
  readonly format: Format;
}

/** Does the organisation need a platform product manager? Verdict, signals and decays of the last assessment. */
export async function runSignals(session: Session, options: DecisionOptions): Promise<void> {
  await answer(session, options, async (recalled) => {
    const { signals, rows } = await listSignals(recalled, { assessment: recalled.id });
    const { verdict } = signals;
    return {
      json: signals,
      lines: [verdict.sentence, ...verdict.reasons],
      table: rendered(session, options, signalColumns, rows),
    };
  });
}

/** The verdict in ten lines that a person reads aloud. */
export async function runVerdict(session: Session, options: DecisionOptions): Promise<void> {
  await answer(session, options, async (recalled) => {
    const { signals, staffing } = await readSections(recalled, {
      assessment: recalled.id,
      names: ["signals", "staffing"],
    });
    return {
      json: { ...signals.verdict, ifYouDo: pickRange(staffing) },
      lines: verdictLines(signals, staffing),
      table: [],
    };
  });
}

/** How many platform product managers, with the reasons and what would change the number. */
export async function runStaffing(session: Session, options: DecisionOptions): Promise<void> {
  await answer(session, options, async (recalled) => {
    const { staffing, teams } = await readSections(recalled, {
      assessment: recalled.id,
      names: ["staffing", "teams"],
    });
    const nameOf = new Map(teams.map((one) => [one.id, one.name]));
    const counted = staffing.platformTeams.filter((one) => one.isCounted === true);
    const names = counted.map((one) => nameOf.get(one.teamId) ?? one.teamId);
    return {
      json: staffing,
      lines: [
        `If you do: ${rangeWords(staffing)} (${staffing.confidence} confidence, stage: ${staffing.stage}).`,
        ...staffing.reasons,
        ...(names.length === 0
          ? []
          : [
              `Platform-focused teams: ${some(names, options.format === "markdown" ? names.length : 8)}.`,
            ]),
      ],
      table: rendered(
        session,
        options,
        [
          { title: "If", cell: ({ change }) => change, least: 20 },
          { title: "Then", cell: rangeWords },
        ],
        staffing.sensitivity,
      ),
    };
  });
}

/** Where a platform product manager should come from, and whom to talk to first. */
export async function runSourcing(session: Session, options: DecisionOptions): Promise<void> {
  await answer(session, options, async (recalled) => {
    const { sourcing, teams } = await readSections(recalled, {
      assessment: recalled.id,
      names: ["sourcing", "teams"],
    });
    const nameOf = new Map(teams.map((one) => [one.id, one.name]));
    return {
      json: sourcing,
      lines: [
        `If you do: ${String(sourcing.answeredCount)} of ${String(sourcing.questionsCount)} questions answered, ${String(sourcing.suggestedCount)} suggested by the evidence; fulcrum interview asks.`,
        ...sourcing.talkTo.map(
          (one) => `Talk to ${nameOf.get(one.teamId) ?? one.teamId}: ${one.why}`,
        ),
      ],
      table: rendered(
        session,
        options,
        options.format === "markdown" ? wholeOptionColumns : optionColumns,
        sourcing.options,
      ),
    };
  });
}

interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly table: readonly string[];
}

async function answer(
  session: Session,
  options: DecisionOptions,
  of: (recalled: OpenedAssessment) => Promise<Answer>,
): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const { json, lines, table } = await of(recalled);
  const { out } = session.terminal;
  if (options.format === "json") {
    out.line(terminalJson(JSON.stringify(json, null, 2)));
    return;
  }
  // A paragraph each in Markdown, where lines one below the other flow together.
  for (const line of lines)
    out.line(options.format === "markdown" ? `${markdownText(line)}\n` : terminalText(line));
  if (options.format === "table" && table.length > 0) out.line();
  if (table.length > 0) out.line(table.join("\n"));
  await noteOrigin(context, recalled);
}

function pickRange({ low, high, recommended }: Report["staffing"]) {
  return { low, high, recommended };
}

function rendered<Row>(
  { terminal }: Session,
  { format }: DecisionOptions,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string[] {
  return format === "markdown"
    ? markdownTable(columns, rows)
    : tableLines(columns, rows, terminal.out);
}
