import type { ReportIndicator } from "../signals/schema.ts";
import type { Report } from "../report.ts";
import { valueIn } from "#insight/signals/would-change.ts";
import { factsOf, type Outline } from "./explanation.ts";
import { placeOf } from "#kernel/reference.ts";

type Signal = Report["signals"]["signals"][number];
type Decay = Report["signals"]["decays"][number];

/** `signal:3`, also meant by "signal 3". */
export function namedSignals({ signals }: Pick<Report, "signals">): { id: string; name: string }[] {
  return signals.signals.map(({ id }) => ({
    id: `signal:${String(id)}`,
    name: `signal ${String(id)}`,
  }));
}

/** `decay:cognitive-load`, also meant by "cognitive-load". */
export function namedDecays({ signals }: Pick<Report, "signals">): { id: string; name: string }[] {
  return signals.decays.map(({ id }) => ({ id: `decay:${id}`, name: id }));
}

export function outlineSignal({ signals }: Pick<Report, "signals">, id: string): Outline {
  const one = signals.signals.find((each) => `signal:${String(each.id)}` === id)!; // findSubject took it from this list
  return outline("signal", id, `signals/${String(one.id)}`, one);
}

export function outlineDecay({ signals }: Pick<Report, "signals">, id: string): Outline {
  const one = signals.decays.find((each) => `decay:${each.id}` === id)!;
  return outline("decay", id, `decays/${one.id}`, one);
}

function outline(
  kind: "signal" | "decay",
  id: string,
  field: string,
  one: Signal | Decay,
): Outline {
  return {
    id,
    kind,
    title: `${one.title}: ${one.state}`,
    facts: factsOf(
      ["score", one.score === null ? null : `${one.score.toFixed(2)}, median of what is known`],
      ["confidence", `${one.confidence}. ${one.confidenceReason}`],
      ["strongest", one.strongest],
      ...one.indicators.map((indicator) => [indicator.id, wordsOf(indicator)] as const),
      ["would change it", one.wouldChange.join(" ")],
    ),
    reasons: [],
    related: one.indicators.map((indicator) => ({
      id: placeOf("signals", null, `${field}/indicators/${indicator.id}`),
      text: indicator.title,
    })),
    evidenceIds: [
      ...one.evidenceIds,
      ...one.indicators.flatMap((indicator) => indicator.evidenceIds),
    ],
    places: [placeOf("signals", null, field)],
    note: null,
  };
}

function wordsOf({ text, score, n, zeroPoint, onePoint, unit }: ReportIndicator): string {
  if (score === null) return "unknown";
  return `${text ?? ""}. Scores ${score.toFixed(2)} (0 at ${valueIn(zeroPoint, unit)}, 1 at ${valueIn(onePoint, unit)}), n = ${String(n)}`;
}
