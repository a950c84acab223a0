import type { Report } from "#sections/report.ts";
import type { AnswerContext } from "#ports/context.ts";
import { readParts } from "./answering/read-parts.ts";

export interface SignalRow {
  readonly id: string;
  readonly title: string;
  readonly state: Report["signals"]["signals"][number]["state"];
  readonly score: number | null;
  readonly confidence: string;
  /** The strongest figure, or why nothing can be said and what would tell. */
  readonly because: string;
}

export interface ListedSignals {
  readonly signals: Report["signals"];
  readonly rows: readonly SignalRow[];
}

/** The seven signals, then the five decays, each with what speaks loudest or why it is unknown. */
export async function listSignals(
  { assessments }: AnswerContext,
  { assessment }: { readonly assessment: string },
): Promise<ListedSignals> {
  const { signals, sections } = await readParts(assessments, assessment, ["signals"]);
  const whyOf = (field: string): string => {
    const entry = sections.signals.unknown.find((one) => one.fields.includes(`${field}/score`));
    return entry === undefined ? "" : `${entry.reason} ${entry.needs}`;
  };
  const rowOf = (
    one: Report["signals"]["signals"][number] | Report["signals"]["decays"][number],
    field: string,
  ): SignalRow => ({
    id: String(one.id),
    title: one.title,
    state: one.state,
    score: one.score,
    confidence: one.confidence,
    because: one.state === "unknown" ? whyOf(field) : (one.strongest ?? ""),
  });
  const rows = [
    ...signals.signals.map((one) => rowOf(one, `signals/${String(one.id)}`)),
    ...signals.decays.map((one) => rowOf(one, `decays/${one.id}`)),
  ];
  return { signals, rows };
}
