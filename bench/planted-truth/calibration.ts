import { judge } from "#insight/signals/chance/judge.ts";
import { countQuantile } from "#insight/signals/chance/judge.ts";
import { signalChance } from "#insight/signals/chance/signal-chance.ts";
import { prior } from "#insight/signals/chance/answer.ts";
import { stateOf } from "#insight/signals/chance/state.ts";
import { signalFacets } from "#insight/signals/facets.ts";
import type { SignalId } from "#insight/signals/indicator.ts";
import { indicatorIds, indicators } from "#insight/signals/indicators.ts";
import { signalIds } from "#insight/signals/titles.ts";
import { seededRandom, type Random } from "#kernel/stats-resample.ts";
import { normal } from "./draw.ts";
import type { Rate } from "./score.ts";
import {
  drawTruth,
  drawWitness,
  drawWitnesses,
  holds,
  type FacetTruth,
  type Seeing,
} from "./witnesses.ts";

/** Measured on simulated organisations, healthy and planted: see `measuredSpreads`. */
const spread = 0.15;
const healthy: FacetTruth = { holding: new Set(), isFaster: true };
/** As the rule assumes it: wider than what was measured. */
const usual = { leastCoverage: 0.4, spread: 0.3, astray: 0.5 };
const good = { leastCoverage: 0.8, spread, astray: 0 };

const teamsOf = (random: Random): number => 4 + Math.floor(random() * 11);

export interface Bin {
  readonly from: number;
  readonly said: number;
  readonly came: number;
  readonly n: number;
}

export interface Calibration {
  readonly bins: readonly Bin[];
  readonly brier: number;
  /** Of always saying the prior. */
  readonly brierOfPrior: number;
  /** Share of organisations whose number of signs lies in its interval of 80 %. */
  readonly coverage: number;
  readonly organisations: number;
}

/** Chances said against what is true, with 30 to 90 % of the evidence missing and errors alike within a signal. */
export function calibrate(organisations: number): Calibration {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, came: 0, n: 0 }));
  let squares = 0;
  let squaresOfPrior = 0;
  let covered = 0;
  for (let seed = 0; seed < organisations; seed++) {
    const random = seededRandom(`calibration ${String(seed)}`);
    const truth = drawTruth(random);
    const seen = 1 - (0.3 + 0.6 * random());
    const judgement = judge(drawWitnesses(truth, { ...usual, seen }, random), {
      teams: teamsOf(random),
      isFilled: false,
    });
    let count = 0;
    for (const signal of judgement.signals) {
      const came = Number(holds(idOf(signal.id), truth));
      count += came;
      squares += (signal.chance - came) ** 2;
      squaresOfPrior += (signal.prior - came) ** 2;
      const bin = bins[Math.min(9, Math.floor(signal.chance * 10))];
      if (bin === undefined) continue;
      bin.said += signal.chance;
      bin.came += came;
      bin.n += 1;
    }
    const low = countQuantile(judgement.counts, 0.1);
    const high = countQuantile(judgement.counts, 0.9);
    covered += Number(count >= low && count <= high);
  }
  const signals = organisations * signalIds.length;
  return {
    bins: bins.map(({ said, came, n }, index) => ({
      from: index / 10,
      said: n === 0 ? Number.NaN : said / n,
      came: n === 0 ? Number.NaN : came / n,
      n,
    })),
    brier: squares / signals,
    brierOfPrior: squaresOfPrior / signals,
    coverage: covered / organisations,
    organisations,
  };
}

function idOf(text: string): SignalId {
  const id = signalIds.find((one) => String(one) === text);
  if (id === undefined) throw new Error(`${text} is no signal`);
  return id;
}

/** A target of the specification with what was found; the rate has to be at least, or at most, the bound. */
export interface Target extends Rate {
  readonly bound: number;
  readonly isAtLeast: boolean;
}

export function targets(organisations: number): Target[] {
  return [
    ...pairsAtFullStrength(organisations),
    ...slowUpdates(organisations),
    healthySeen(organisations),
    healthyFalse(organisations),
    nothingSeen(organisations),
  ];
}

/** Two witnesses at full strength, one of them counted, both reaching at least 80 %: what do they make of their signal? */
function pairsAtFullStrength(organisations: number): Target[] {
  return signalIds.map((id) => {
    const own = indicatorIds.filter(
      (one) => indicators[one].of === id && indicators[one].countedAs === null,
    );
    const pairs = own.flatMap((one) =>
      indicators[one].reliabilityFor >= 0.8
        ? own.filter((other) => other !== one).map((other) => [one, other] as const)
        : [],
    );
    // Signal 6 has no witness that counts the thing itself: any two of it.
    const drawn =
      pairs.length > 0
        ? pairs
        : own.flatMap((one) =>
            own.filter((other) => other !== one).map((other) => [one, other] as const),
          );
    const isFew = signalFacets[id].length <= 2;
    let hits = 0;
    for (let seed = 0; seed < organisations; seed++) {
      const random = seededRandom(`pair ${String(id)} ${String(seed)}`);
      const pair = drawn[seed % drawn.length] ?? [];
      const shared = normal(random);
      const facets = signalFacets[id].map((facet) => ({
        id: facet,
        witnesses: pair
          .filter((one) => indicators[one].facet === facet)
          .map((one) => drawWitness(one, true, shared, { ...good, seen: 1 }, random)),
      }));
      const judged = signalChance(
        { id: String(id), facets, condition: id === 6 ? 0.95 : null },
        prior,
      );
      hits += Number(judged.chance >= (isFew ? 2 / 3 : 1 / 2));
    }
    return {
      what: `signal ${String(id)} ${isFew ? "present" : "likely"} on two witnesses`,
      hits,
      trials: organisations,
      bound: isFew ? 0.9 : 0.85,
      isAtLeast: true,
    };
  });
}

const ofSlowUpdates = new Set([
  "days-to-lock",
  "dependency-updates",
  "update-waiting",
  "dependency-lag-growth",
  "patch-days",
] as const);

/** Its rate lies near its bound: of fewer, chance would decide whether it is met. */
const moreOfSlowUpdates = 5;

function slowUpdates(organisations: number): Target[] {
  const trials = organisations * moreOfSlowUpdates;
  const judged = Array.from({ length: trials }, (_, seed) => {
    const random = seededRandom(`slow updates ${String(seed)}`);
    const seen = 1 - (0.3 + 0.6 * random());
    const inputs = drawWitnesses(
      healthy,
      { ...good, leastCoverage: 0.4, seen },
      random,
      ofSlowUpdates,
    );
    return judge(inputs, { teams: teamsOf(random), isFilled: false });
  });
  const share = (what: string, isNeeded: (of: ReturnType<typeof judge>) => boolean): Target => ({
    what: `slow updates alone: ${what}`,
    hits: judged.filter(isNeeded).length,
    trials,
    bound: 0.05,
    isAtLeast: false,
  });
  return [
    share("needed", ({ answer }) => answer === "needed"),
    share("leaning needed", ({ leaning }) => leaning === "needed"),
  ];
}

function healthySeen(organisations: number): Target {
  return {
    what: "healthy, 70 % seen: not yet",
    ...countOf(organisations, "healthy seen", (random) => {
      const inputs = drawWitnesses(healthy, { ...good, seen: 0.7 }, random);
      return judge(inputs, { teams: teamsOf(random), isFilled: false }).answer === "not-yet";
    }),
    bound: 0.9,
    isAtLeast: true,
  };
}

function healthyFalse(organisations: number): Target {
  return {
    what: "healthy, 30 to 90 % missing: anything false",
    ...countOf(organisations, "healthy false", (random) => {
      const seen = 1 - (0.3 + 0.6 * random());
      const seeing: Seeing = { ...good, leastCoverage: 0.4, seen };
      const judgement = judge(drawWitnesses(healthy, seeing, random), {
        teams: teamsOf(random),
        isFilled: false,
      });
      return (
        judgement.answer === "needed" || judgement.signals.some((one) => stateOf(one) === "present")
      );
    }),
    bound: 0.05,
    isAtLeast: false,
  };
}

function nothingSeen(organisations: number): Target {
  return {
    what: "nothing seen: no answer",
    ...countOf(organisations, "nothing seen", (random) => {
      const inputs = drawWitnesses(drawTruth(random), { ...usual, seen: 0 }, random);
      const teams = Math.round(10 ** (random() * 4));
      return judge(inputs, { teams, isFilled: false }).answer === "not-looked-at";
    }),
    bound: 1,
    isAtLeast: true,
  };
}

function countOf(
  organisations: number,
  seedText: string,
  isHit: (random: Random) => boolean,
): { hits: number; trials: number } {
  let hits = 0;
  for (let seed = 0; seed < organisations; seed++)
    hits += Number(isHit(seededRandom(`${seedText} ${String(seed)}`)));
  return { hits, trials: organisations };
}

export function isMet({ hits, trials, bound, isAtLeast }: Target): boolean {
  return isAtLeast ? hits / trials >= bound : hits / trials <= bound;
}

/** One line a bin: what was said, what came, and how often. */
export function diagramLines({ bins }: Calibration): string[] {
  const share = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(2));
  return bins.map(({ from, said, came, n }) => {
    const bar = Number.isNaN(came) ? "" : "█".repeat(Math.round(came * 40));
    return `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}  said ${share(said)}  came ${share(came)}  n ${String(n).padStart(5)}  ${bar}`;
  });
}
