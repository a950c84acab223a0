import { counted } from "#kernel/phrases.ts";
import { answerChances, leaningOf, prior, signChances } from "./chance/answer.ts";
import { countQuantile, judge, meanCount, type Judgement } from "./chance/judge.ts";
import type { SignalWitnesses } from "./chance/signal-chance.ts";
import { whatWouldSettle, worthAsking, type Obtainable } from "./chance/settle.ts";
import { leastSigma, tauRange } from "./chance/witness.ts";
import type { SignalId } from "./indicator.ts";
import { bringsOf } from "./brings.ts";
import type { SignalsOptions } from "./options.ts";
import type {
  Assessed,
  IndicatorResult,
  PersonMonths,
  SensitivityRow,
  SignalsResult,
  Step,
  Verdict,
} from "./result.ts";
import { isCostCovered, reasonsOf, sentenceOf } from "./verdict-words.ts";

type Signal = Assessed<SignalId>;

const stepsShown = 3;
/** Eight of ten: from the tenth to the ninetieth of a hundred. */
const [tail, head] = [0.1, 0.9];
/** Who will be asked, in owners, where nobody was yet. */
const clustersExpected = 8;

/** Needed, soon, not yet, filled, undecided or not looked at: docs/insights/signals.md. */
export function verdictOf(
  { signals, decays, alignment }: Pick<SignalsResult, "signals" | "decays" | "alignment">,
  inputs: readonly SignalWitnesses[],
  options: SignalsOptions,
): Verdict {
  const circumstances = { teams: options.teams.count, isFilled: options.holder !== null };
  const judgement = judge(inputs, circumstances);
  const settling = whatWouldSettle(inputs, circumstances, obtainable(signals));
  const { counts, neededFrom } = judgement;
  const steps = stepsOf(signals, settling);
  const avoidable = sumOf(options.avoidableParts.map((one) => one.personMonths));
  const verdict = {
    answer: judgement.answer,
    leaning: judgement.leaning,
    chances: judgement.chances,
    atPriors: judgement.atPriors,
    signs: {
      mean: meanCount(counts),
      low: countQuantile(counts, tail),
      high: countQuantile(counts, head),
      chances: counts,
    },
    neededFrom,
    soonFrom: neededFrom / 2,
    teams: options.teams,
    evidenceMass: judgement.meanMass,
    nextSteps: steps,
    isNothingCheap: settling.every((one) => one.changeChance < worthAsking),
    sensitivity: sensitivityOf(inputs, options, judgement),
    avoidablePersonMonths: avoidable,
    avoidableParts: options.avoidableParts,
    rolePersonMonths: options.rolePersonMonths,
    isCostCovered: isCostCovered({
      avoidablePersonMonths: avoidable,
      rolePersonMonths: options.rolePersonMonths,
    }),
    firstStep: firstStepOf(judgement, steps, options.pilot),
    holder: options.holder,
    brings: bringsOf(signals, decays, alignment),
  };
  return {
    ...verdict,
    reasons: reasonsOf(signals, verdict, options),
    sentence: sentenceOf(verdict, options),
  };
}

function sumOf(parts: readonly PersonMonths[]): PersonMonths | null {
  if (parts.length === 0) return null;
  const sum = (of: (one: PersonMonths) => number): number =>
    parts.reduce((total, one) => total + of(one), 0);
  return {
    low: sum((one) => one.low),
    likely: sum((one) => one.likely),
    high: sum((one) => one.high),
  };
}

/** Witnesses that somebody could give, one of each indicator that is missing. */
function obtainable(signals: readonly Signal[]): Obtainable[] {
  return signals.flatMap(({ id, indicators }) =>
    indicators.flatMap((one): readonly Obtainable[] =>
      one.score !== null || one.asking === null || one.countedAs !== null
        ? []
        : [
            {
              id: one.id,
              signalId: String(id),
              facetId: one.facet,
              reliability: (one.reliabilityFor + one.reliabilityAgainst) / 2,
              sigma: leastSigma(clustersExpected),
              hours: one.asking.hours,
            },
          ],
    ),
  );
}

function stepsOf(
  signals: readonly Signal[],
  settling: readonly {
    readonly id: string;
    readonly bits: number;
    readonly changeChance: number;
  }[],
): Step[] {
  const byId = new Map<string, IndicatorResult>(
    signals.flatMap(({ indicators }) => indicators.map((one) => [one.id, one] as const)),
  );
  const steps: Step[] = [];
  for (const { id, bits, changeChance } of settling) {
    const one = byId.get(id);
    if (one?.asking === null || one === undefined || bits <= 0) continue;
    // One survey, one export, one interview answers all that it is asked for.
    if (steps.some(({ by }) => by === one.asking?.by)) continue;
    steps.push({ indicatorId: one.id, title: one.title, ...one.asking, bits, changeChance });
  }
  return steps.slice(0, stepsShown);
}

/** What can be taken back: to ask where little is known or nothing presses, else to try it for a quarter. */
function firstStepOf(
  { answer, leaning }: Judgement,
  [step]: readonly Step[],
  pilot: string | null,
): string {
  const asking = step === undefined ? null : `ask ${step.what} (${step.by})`;
  const trying = `one person looks after ${pilot ?? "what several teams use"} as its product manager, a day a week for a quarter`;
  if (answer === "filled")
    return "ask which duties of the role nobody covers (fulcrum interview --topic roles)";
  if (answer === "not-looked-at" || leaning === "not-yet")
    return asking ?? "assess again in a quarter: fulcrum assess";
  return trying;
}

/** The same with one thing changed at a time. */
function sensitivityOf(
  inputs: readonly SignalWitnesses[],
  { teams, holder }: SignalsOptions,
  now: Judgement,
): SensitivityRow[] {
  const isFilled = holder !== null;
  const row = (change: string, one: Judgement): SensitivityRow => ({
    change,
    chances: one.chances,
    answer: one.answer,
    leaning: one.leaning,
  });
  const at = (count: number): Judgement => judge(inputs, { teams: count, isFilled });
  const without = (id: string): Judgement =>
    judge(
      inputs.map((one) =>
        one.id === id
          ? { ...one, facets: one.facets.map((facet) => ({ ...facet, witnesses: [] })) }
          : one,
      ),
      { teams: teams.count, isFilled },
    );
  const independent = answerChances(signChances(now.signals, 0), now.neededFrom);
  return [
    ...now.atPriors
      .filter((one) => one.prior !== prior)
      .map((one) => ({
        ...row(`a sign held in ${String(Math.round(one.prior * 100))} of 100 organisations`, now),
        chances: one.chances,
        leaning: leaningOf(one.chances),
      })),
    row(
      "a score told healthy from unhealthy more sharply",
      judge(inputs, { teams: teams.count, isFilled }, tauRange.low),
    ),
    row(
      "a score told healthy from unhealthy less sharply",
      judge(inputs, { teams: teams.count, isFilled }, tauRange.high),
    ),
    {
      ...row("signs had nothing to do with each other", now),
      chances: independent,
      leaning: leaningOf(independent),
    },
    row(`there were ${counted(half(teams.count), "team")}`, at(half(teams.count))),
    row(`there were ${counted(teams.count * 2, "team")}`, at(teams.count * 2)),
    ...now.signals
      .filter((one) => one.chance >= 0.5)
      .map((one) => row(`nothing were known of signal ${one.id}`, without(one.id))),
  ];
}

function half(count: number): number {
  return Math.max(1, Math.round(count / 2));
}
