import type { Report } from "#sections/report.ts";
import type { AnswerContext } from "#ports/context.ts";
import { readParts } from "./answering/read-parts.ts";

export interface SignalRow {
  readonly id: string;
  readonly title: string;
  readonly state: Report["signals"]["signals"][number]["state"];
  readonly chance: number;
  /** Share of its facets' evidence that was looked at. */
  readonly mass: number;
  /** The strongest figure, or what would tell. */
  readonly because: string;
}

export interface ListedSignals {
  readonly signals: Report["signals"];
  readonly rows: readonly SignalRow[];
}

/** The seven signals, then the five decays, each with what speaks loudest or what would tell. */
export async function listSignals(
  { assessments }: AnswerContext,
  { assessment }: { readonly assessment: string },
): Promise<ListedSignals> {
  const { signals } = await readParts(assessments, assessment, ["signals"]);
  const rowOf = (
    one: Report["signals"]["signals"][number] | Report["signals"]["decays"][number],
  ): SignalRow => ({
    id: String(one.id),
    title: one.title,
    state: one.state,
    chance: one.chance,
    mass: one.facets.reduce((sum, facet) => sum + facet.mass, 0) / one.facets.length,
    because: one.strongest ?? one.wouldChange[0] ?? "",
  });
  const rows = [...signals.signals.map(rowOf), ...signals.decays.map(rowOf)];
  return { signals, rows };
}
