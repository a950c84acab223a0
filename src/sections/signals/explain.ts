import { placeOf } from "#kernel/reference.ts";
import { stateWords } from "#insight/signals/state-words.ts";
import { valueIn } from "#insight/signals/value-words.ts";
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
    title: `${one.title}: ${stateWords[one.state]}`,
    facts: factsOf(
      ["chance", chanceWords(one)],
      ["strongest", one.strongest],
      ...one.facets.flatMap((facet) => [
        [facet.id, facetWords(facet)] as const,
        ...one.indicators
          .filter((indicator) => indicator.facet === facet.id)
          .map((indicator) => [indicator.id, wordsOf(indicator)] as const),
      ]),
      ["together", togetherWords(one)],
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

type Facet = Signal["facets"][number];

function chanceWords({ chance, prior }: Signal | Decay): string {
  return `${percent(chance)}; ${percent(prior)} before anything was seen`;
}

/** One witness, step by step: its score, how sure it is, what it says alone, how far it is believed. */
function wordsOf(indicator: ReportIndicator): string {
  const { text, score, sigma, n, zeroPoint, onePoint, unit, weight, logRatio, coverage } =
    indicator;
  if (score === null || sigma === null) return "not known";
  const scored = `score ${two(score)} (0 at ${valueIn(zeroPoint, unit)}, 1 at ${valueIn(onePoint, unit)}), σ ${two(sigma)}, n = ${String(n)}`;
  if (indicator.countedAs !== null)
    return `${text ?? ""}. ${scored}; shown with weight 0, for ${indicator.countedAs} speaks for the same measurement`;
  const believed = score >= 0.5 ? indicator.reliabilityFor : indicator.reliabilityAgainst;
  return `${text ?? ""}. ${scored}; r = ${two(logRatio)}; w = ${two(believed)} × ${coverage === null ? "0.5 (reach not known)" : two(coverage)} = ${two(weight)}`;
}

function facetWords({ title, prior, logRatio, mass, chance }: Facet): string {
  return mass === 0
    ? `${title}: nothing was seen, so it stays at ${percent(prior)}`
    : `${title}: L = ${two(logRatio)} makes ${percent(prior)} ${percent(chance)}; ${percent(mass)} of it was looked at`;
}

function togetherWords({ facets, condition, chance }: Signal | Decay): string {
  const any =
    facets.length === 1
      ? "its one facet"
      : `any of its ${String(facets.length)} facets, which share a factor (ρ = 0.5)`;
  return condition === null
    ? `${any}: ${percent(chance)}`
    : `${any}, × ${two(condition)} that throughput rises: ${percent(chance)}`;
}

function percent(share: number): string {
  const value = share * 100;
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} %`;
}

function two(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
