import type { Report } from "#sections/report.ts";

export interface SignalRow {
  readonly id: string;
  readonly title: string;
  readonly state: Report["signals"]["signals"][number]["state"];
  readonly score: number | null;
  readonly confidence: string;
  /** The strongest figure, or why nothing can be said and what would tell. */
  readonly because: string;
}

/** The seven signals, then the five decays, each with what speaks loudest or why it is unknown. */
export function listSignals({ signals, sections }: Report): SignalRow[] {
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
  return [
    ...signals.signals.map((one) => rowOf(one, `signals/${String(one.id)}`)),
    ...signals.decays.map((one) => rowOf(one, `decays/${one.id}`)),
  ];
}
