import { placeOf } from "#kernel/reference.ts";
import { valueIn } from "#insight/signals/would-change.ts";
import { factsOf, type Outline } from "../explanation/explanation.ts";
import type { Explains } from "../explanation/explaining.ts";
import type { ReportIndicator, ReportSignals } from "./schema.ts";

type Signal = ReportSignals["signals"][number];
type Decay = ReportSignals["decays"][number];

/** `signal:3`, also meant by "signal 3"; `decay:cognitive-load`, also by "cognitive-load". */
export const explainSignals: Explains<{ readonly signals: ReportSignals }> = {
  kinds: ["signal", "decay"],
  subjects: ({ signals: { signals, decays } }) => [
    ...signals.map(({ id }) => ({
      kind: "signal" as const,
      id: signalId(id),
      name: `signal ${String(id)}`,
    })),
    ...decays.map(({ id }) => ({ kind: "decay" as const, id: decayId(id), name: id })),
  ],
  outline: ({ signals: { signals, decays } }, { id }) => {
    const signal = signals.find((one) => signalId(one.id) === id);
    if (signal !== undefined) return outline("signal", id, `signals/${String(signal.id)}`, signal);
    const decay = decays.find((one) => decayId(one.id) === id);
    if (decay !== undefined) return outline("decay", id, `decays/${decay.id}`, decay);
    throw new Error(`${id} is no subject of this section`);
  },
};

function signalId(id: Signal["id"]): string {
  return `signal:${String(id)}`;
}

function decayId(id: Decay["id"]): string {
  return `decay:${id}`;
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
