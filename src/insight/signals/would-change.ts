import type { IndicatorResult } from "./result.ts";
import { familiesKnown, medianScore, scoreOf, stateOf } from "./score.ts";
import type { SignalState } from "#vocabulary/decision.ts";

const most = 4;

/** What would put it into another state: values at which a known indicator would, and what would make others known. */
export function whatWouldChange(
  indicators: readonly IndicatorResult[],
  state: SignalState,
  minimumFamilies: number,
): string[] {
  const unknown = indicators.filter((one) => one.score === null);
  const additions = unknown
    .map((one) => `${one.title}: ${one.unknown?.needs ?? ""}`)
    .filter((text, index, all) => all.indexOf(text) === index);
  if (state === "unknown") {
    const missing = minimumFamilies - familiesKnown(indicators);
    return [
      `${String(missing)} more independent ${missing === 1 ? "indicator" : "indicators"} would make it known.`,
      ...additions,
    ].slice(0, most + 1);
  }
  const moves = indicators.flatMap((one) => turningPoint(one, indicators, state) ?? []);
  return [...moves, ...additions].slice(0, most + 1);
}

/** The nearest value of one indicator, the others as they are, at which the state is another one. */
function turningPoint(
  indicator: IndicatorResult,
  all: readonly IndicatorResult[],
  state: SignalState,
): string | null {
  if (indicator.value === null) return null;
  const from = indicator.value;
  const { zeroPoint, onePoint } = indicator;
  const stateAt = (value: number): SignalState =>
    stateOf(
      medianScore(
        all.map((one) => (one === indicator ? { ...one, score: scoreOf(value, one) } : one)),
        0,
      ),
    );
  const candidates = Array.from(
    { length: 41 },
    (_, step) => zeroPoint + ((onePoint - zeroPoint) * step) / 40,
  )
    .filter((value) => stateAt(value) !== state)
    .sort((one, other) => Math.abs(one - from) - Math.abs(other - from));
  const [nearest] = candidates;
  if (nearest === undefined) return null;
  return `${indicator.title}: ${valueIn(nearest, indicator.unit)} in place of ${valueIn(from, indicator.unit)} would make it ${stateAt(nearest)}.`;
}

/** A value with its unit, as a sentence has it. */
export function valueIn(value: number, unit: IndicatorResult["unit"]): string {
  if (unit === "share") {
    const percent = value * 100;
    return `${String(Number(percent.toFixed(Math.abs(percent) < 10 ? 1 : 0)))} %`;
  }
  const text = String(Number(value.toPrecision(3)));
  return unit === "per-year" ? `${text} a year` : text;
}
