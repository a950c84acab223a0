import { prior } from "./chance/answer.ts";
import { signalChance, type SignalWitnesses } from "./chance/signal-chance.ts";
import { stateOf } from "./chance/state.ts";
import { heldScore, type Witness } from "./chance/witness.ts";
import type { IndicatorResult } from "./result.ts";
import { witnessOf } from "./score.ts";
import { stateWords } from "./state-words.ts";
import { reasonAndNeeds } from "#kernel/phrases.ts";
import { valueIn } from "./value-words.ts";
import type { SignalState } from "#vocabulary/decision.ts";

const most = 4;
const steps = 40;

/** What would put it into another state: values at which a known indicator would, and what would make others known. */
export function whatWouldChange(
  witnesses: SignalWitnesses,
  indicators: readonly IndicatorResult[],
  state: SignalState,
): string[] {
  const moves = indicators.flatMap((one) => turningPoint(one, witnesses, indicators, state) ?? []);
  const additions = indicators
    .filter((one) => one.score === null && one.countedAs === null)
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
  const stateAt = (value: number): SignalState => {
    const moved = { ...witness, score: heldScore(value, zeroPoint, onePoint) };
    const facets = witnesses.facets.map((one) =>
      one.id === facet ? { ...one, witnesses: [...others, moved] } : one,
    );
    return stateOf(signalChance({ ...witnesses, facets }, prior));
  };
  const nearest = Array.from(
    { length: steps + 1 },
    (_, step) => zeroPoint + ((onePoint - zeroPoint) * step) / steps,
  )
    .sort((one, other) => Math.abs(one - from) - Math.abs(other - from))
    .find((value) => stateAt(value) !== state);
  if (nearest === undefined) return null;
  return `${indicator.title}: ${valueIn(nearest, indicator.unit)} in place of ${valueIn(from, indicator.unit)} would make it ${stateWords[stateAt(nearest)]}.`;
}
