import { wilsonInterval } from "#kernel/stats-summary.ts";
import { simulate } from "./simulate.ts";
import { plantedSignals, type Scenario } from "./truth.ts";

export interface Rate {
  readonly what: string;
  readonly hits: number;
  readonly trials: number;
}

/** What was found of what was planted, and what was found that was not, over many organisations of one kind. */
export function scoreScenario(scenario: Scenario, organisations: number): Rate[] {
  const counts = new Map<string, number>();
  const count = (what: string, isHit: boolean): void => {
    counts.set(what, (counts.get(what) ?? 0) + Number(isHit));
  };
  const wanted = new Set(plantedSignals[scenario]);
  for (let seed = 0; seed < organisations; seed++) {
    const { signals: found, staffing, mandatedCount, mandatesPlanted } = simulate(scenario, seed);
    const { signals, decays, verdict } = found;
    const present = signals.filter((one) => one.state === "present").map((one) => one.id);
    for (const id of wanted) {
      const state = signals.find((one) => one.id === id)?.state;
      count(`signal ${String(id)} present`, state === "present");
      count(`signal ${String(id)} present or likely`, state === "present" || state === "likely");
    }
    const isFalseSignal = present.some((id) => !wanted.has(id));
    const isFalseDecay = !wanted.has(1) && decays.some((one) => one.state === "present");
    const isFalseDomain = scenario !== "two-domains" && staffing.domainsSource === "proposed";
    const isFalseVerdict = wanted.size === 0 && verdict.answer === "needed";
    const isFalseMandate = mandatedCount > mandatesPlanted;
    count("false: a signal present", isFalseSignal);
    count("false: a decay present", isFalseDecay);
    count("false: domains proposed", isFalseDomain);
    count("false: a mandate", isFalseMandate);
    if (wanted.size === 0) {
      count("false: verdict needed", isFalseVerdict);
      count("false: verdict soon", verdict.answer === "soon");
      count("leaning not yet, or said so", verdict.leaning === "not-yet");
    }
    count(
      "false: anything in the report",
      isFalseSignal || isFalseDecay || isFalseDomain || isFalseVerdict || isFalseMandate,
    );
    if (scenario === "everything") count("leaning needed", verdict.leaning === "needed");
    if (scenario === "mandated-adoption") count("mandate found", mandatedCount === 1);
    if (scenario === "two-domains") {
      count(
        "two domains proposed",
        staffing.domainsSource === "proposed" && staffing.domains.length === 2,
      );
      count("recommendation unchanged by proposals", staffing.recommended === 1);
    }
    if (scenario === "no-platform" || scenario === "one-team")
      count("nobody recommended", staffing.recommended === 0 && staffing.stage === "none");
  }
  return [...counts].map(([what, hits]) => ({ what, hits, trials: organisations }));
}

export const strengths = [0.25, 0.5, 0.75, 1] as const;

/** Share of organisations in which the one planted signal is called present, by how strongly it was planted. */
export function powerOf(scenario: Scenario, organisations: number): Rate[] {
  const [wanted] = plantedSignals[scenario];
  return strengths.map((strength) => {
    let hits = 0;
    for (let seed = 0; seed < organisations; seed++) {
      const { signals } = simulate(scenario, seed, strength).signals;
      hits += Number(signals.find((one) => one.id === wanted)?.state === "present");
    }
    return {
      what: `signal ${String(wanted)} present at strength ${String(strength)}`,
      hits,
      trials: organisations,
    };
  });
}

/** 3 of 200 (1.5 %, 95 %: 0.5 to 4.3 %) */
export function rateLine({ what, hits, trials }: Rate): string {
  const { low, high } = wilsonInterval(hits, trials);
  const percent = (share: number): string => (share * 100).toFixed(1);
  return `${what.padEnd(42)} ${String(hits).padStart(5)} of ${String(trials)} (${percent(hits / trials)} %, 95 %: ${percent(low)} to ${percent(high)} %)`;
}

/**
 * How far scores lie from 0 in healthy organisations and from 1 where all is planted, beside the standard error that each
 * claims: what is left is the spread τ of the rule.
 */
export function spreadLines(organisations: number): string[] {
  const found = new Map<string, { square: number; claimed: number; n: number }>();
  for (const [scenario, truth] of [
    ["nothing", 0],
    ["everything", 1],
  ] as const) {
    for (let seed = 0; seed < organisations; seed++) {
      for (const { indicators } of simulate(scenario, seed).signals.signals) {
        for (const { id, score, sigma, weight } of indicators) {
          if (score === null || sigma === null || weight === 0) continue;
          const key = `${id.padEnd(26)} ${truth === 0 ? "healthy" : "planted"}`;
          const sum = found.get(key) ?? { square: 0, claimed: 0, n: 0 };
          found.set(key, {
            square: sum.square + (score - truth) ** 2,
            claimed: sum.claimed + sigma ** 2,
            n: sum.n + 1,
          });
        }
      }
    }
  }
  return [...found].map(([key, { square, claimed, n }]) => {
    const tau = Math.sqrt(Math.max(0, (square - claimed) / n));
    return `${key}  ${Math.sqrt(square / n).toFixed(2)}, standard error ${Math.sqrt(claimed / n).toFixed(2)}, τ ${tau.toFixed(2)}`;
  });
}
