import { prior } from "./chance/answer.ts";
import { signalChance, type JudgedSignal, type SignalWitnesses } from "./chance/signal-chance.ts";
import { stateOf } from "./chance/state.ts";
import { heldScore, type Witness } from "./chance/witness.ts";
import type { IndicatorResult } from "./result.ts";
import { witnessOf } from "./score.ts";
import { stateWords } from "./state-words.ts";
import { reasonAndNeeds } from "#kernel/phrases.ts";
import { valueIn, valueRead } from "./value-words.ts";
import type { SignalState } from "#vocabulary/decision.ts";

const most = 4;
const steps = 40;
/** Of more the steps are fine enough. */
const mostParts = 200;

/** What would put it into another state: values at which a known indicator would, and what would make others known. */
export function whatWouldChange(
  witnesses: SignalWitnesses,
  indicators: readonly IndicatorResult[],
  state: SignalState,
): string[] {
  const moves = indicators.flatMap((one) => turningPoint(one, witnesses, indicators, state) ?? []);
  const additions = indicators
    .filter((one) => one.score === null && one.countedAs === null)
    // What there is nothing of to measure, no evidence makes known.
    .filter(({ unknown }) => unknown?.needs.startsWith("Nothing:") !== true)
    .map(({ title, unknown }) =>
      reasonAndNeeds({ reason: `${title}: not known`, needs: unknown?.needs ?? "" }),
    )
    .filter((text, index, all) => all.indexOf(text) === index);
  return (state === "not-looked-at" ? [...additions, ...moves] : [...moves, ...additions]).slice(
    0,
    most + 1,
  );
}

/** The nearest value of one indicator, the others as they are, at which the state is another one. */
function turningPoint(
  indicator: IndicatorResult,
  witnesses: SignalWitnesses,
  all: readonly IndicatorResult[],
  state: SignalState,
): string | null {
  const witness = witnessOf(indicator);
  if (witness === null || indicator.value === null) return null;
  const from = indicator.value;
  const { zeroPoint, onePoint, facet } = indicator;
  const others = all.flatMap((one): readonly Witness[] =>
    one === indicator || one.facet !== facet ? [] : [witnessOf(one) ?? []].flat(),
  );
  const chanceAt = (value: number): JudgedSignal => {
    const moved = { ...witness, score: heldScore(value, zeroPoint, onePoint) };
    const facets = witnesses.facets.map((one) =>
      one.id === facet ? { ...one, witnesses: [...others, moved] } : one,
    );
    return signalChance({ ...witnesses, facets }, prior);
  };
  const stateAt = (value: number): SignalState => stateOf(chanceAt(value));
  const nearest = attainable(indicator, from)
    .sort((one, other) => Math.abs(one - from) - Math.abs(other - from))
    .find((value) => {
      const there = stateAt(value);
      // What is printed is rounded, and must turn it as well.
      return there !== state && stateAt(valueRead(value, indicator.unit)) === there;
    });
  if (nearest === undefined) return null;
  const [now, then] = [chanceAt(from), chanceAt(nearest)];
  const isSeen = state !== "not-looked-at" && stateOf(then) !== "not-looked-at";
  const verb = !isSeen ? "make it" : then.chance < now.chance ? "lower it to" : "raise it to";
  return `${indicator.title}: ${valueIn(nearest, indicator.unit)} in place of ${valueIn(from, indicator.unit)} would ${verb} ${stateWords[stateOf(then)]}.`;
}

/** Values that it could have: parts of what it counts, where it is a share of that; else steps on its scale, as they are printed. */
function attainable({ zeroPoint, onePoint, unit, n }: IndicatorResult, from: number): number[] {
  const isCounted = unit === "share" && n > 0 && Math.abs(from * n - Math.round(from * n)) < 1e-6;
  const [low, high] = [Math.min(zeroPoint, onePoint), Math.max(zeroPoint, onePoint)];
  if (isCounted && n <= mostParts)
    return Array.from({ length: n + 1 }, (_, part) => part / n).filter(
      (value) => value >= low && value <= high,
    );
  return Array.from({ length: steps + 1 }, (_, step) =>
    valueRead(zeroPoint + ((onePoint - zeroPoint) * step) / steps, unit),
  );
}
