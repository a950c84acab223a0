import { describe, expect, it } from "vitest";
import { deployment } from "#fixtures/deployment.ts";
import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { assessFailures, recoveryOf } from "#insight/delivery/failures.ts";
import { summarise } from "#insight/delivery/lead-time.ts";
import { deliveryDefaults } from "#insight/delivery/options.ts";
import { noSigns } from "#insight/delivery/remedies.ts";
import { xmrChart } from "#insight/delivery/xmr.ts";
import { seededRandom, type Random } from "#kernel/stats-resample.ts";
import type { Deployment } from "#model/deployments.ts";

/** Simulations with planted truth: do the estimators of delivery find it, and as surely as they say? */

const day = 86_400;
const hour = 3600;

/** Box and Muller (1958). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const exponential = (random: Random, mean: number): number => -Math.log(1 - random()) * mean;

const numbered = (at: number, index: number): Deployment =>
  deployment(at, { id: `d${String(index)}`, version: `v${String(index)}` });

const incident = (startedAt: number, deploymentId: string | null): IncidentEvent => ({
  id: `i${String(startedAt)}`,
  service: "ovens",
  environment: null,
  startedAt,
  resolvedAt: startedAt + hour,
  deploymentId,
  artifact: null,
  file: "incidents.ndjson",
  line: 1,
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

describe("the interval of the median lead time", () => {
  const trials = 300;
  const truth = 6 * hour;

  /** Commits of one deployment wait together: what they share is as large as what they do not. */
  const coverage = (seed: string, clusterOf: (deployed: number, row: number) => number): number => {
    const random = seededRandom(seed);
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const values: number[] = [];
      const clusters: number[] = [];
      for (let deployed = 0; deployed < 60; deployed++) {
        const shared = normal(random);
        const commits = 1 + Math.floor(random() * 8);
        for (let commit = 0; commit < commits; commit++) {
          clusters.push(clusterOf(deployed, values.length));
          values.push(truth * Math.exp(shared + normal(random)));
        }
      }
      const found = summarise({ values, clusters }, deliveryDefaults);
      if (found?.low != null && found.low <= truth && truth <= (found.high ?? 0)) covered++;
    }
    return covered / trials;
  };

  it("covers the truth about 95 times in 100, deployments drawn whole", () => {
    const found = coverage("lead times", (deployed) => deployed);
    expect(found).toBeGreaterThan(0.9);
    expect(found).toBeLessThan(0.99);
  });

  it("would be too narrow with commits taken for independent", () => {
    expect(coverage("lead times", (_, row) => row)).toBeLessThan(0.85);
  });
});

/** A deployment every eleven hours and a bit for a year: at no fixed time of day. */
const year = Array.from({ length: 700 }, (_, index) =>
  numbered(400 * day + index * 11.3 * hour, index),
);
const window = { from: 400 * day, to: 400 * day + 701 * 11.3 * hour };

const failuresOf = (deployments: readonly Deployment[], incidents: readonly IncidentEvent[]) => {
  const found = assessFailures(
    { deployments, incidents, signs: noSigns, recordsSince: 0, ...window },
    deliveryDefaults,
  ).changeFailRate;
  if (found === null) throw new Error("there are deployments enough");
  return found;
};

describe("the change fail rate", () => {
  it.each([0.02, 0.08, 0.3])("covers a planted rate of %d about 95 times in 100", (planted) => {
    const random = seededRandom(`fail rate ${String(planted)}`);
    const trials = 400;
    let covered = 0;
    const values: number[] = [];
    const sparse = year.filter((_, index) => index % 5 === 0);
    for (let trial = 0; trial < trials; trial++) {
      const incidents = sparse
        .filter(() => random() < planted)
        .map((one) => incident(one.at + exponential(random, 2 * hour), one.id));
      const { value, low, high } = failuresOf(sparse, incidents);
      values.push(value);
      if (low <= planted && planted <= high) covered++;
    }
    expect(mean(values)).toBeCloseTo(planted, 2);
    expect(covered / trials).toBeGreaterThan(0.91);
  });

  it("takes no incident for a failure that only happens to be near", () => {
    const random = seededRandom("noise");
    const noise = Array.from({ length: 60 }, () =>
      incident(window.from + random() * (window.to - window.from), null),
    );
    const { value, byGrade } = failuresOf(year, noise);
    expect(value).toBe(0);
    expect(byGrade.find((one) => one.grade === "time-only")?.numerator).toBeGreaterThan(40);
  });
});

describe("time-only links beyond chance", () => {
  /** Deployments a week apart and more: an incident is near one by chance one time in eight or so. */
  const sparse = year.filter((_, index) => index % 17 === 0);

  const excess = (caused: number, noise: number): number => {
    const random = seededRandom(`excess ${String(caused)} ${String(noise)}`);
    const found = Array.from({ length: 200 }, () => {
      const incidents = [
        ...sparse
          .filter(() => random() < caused)
          .map((one) => incident(one.at + exponential(random, 2 * hour), null)),
        ...Array.from({ length: noise }, () =>
          incident(window.from + random() * (window.to - window.from), null),
        ),
      ];
      const timed = failuresOf(sparse, incidents).byGrade.find((one) => one.grade === "time-only");
      return (timed?.numerator ?? 0) - (timed?.byChance ?? 0);
    });
    return mean(found);
  };

  it("are none on average where incidents have nothing to do with deployments", () => {
    expect(Math.abs(excess(0, 12))).toBeLessThan(0.35);
  });

  it("find most of what deployments caused", () => {
    const planted = 0.25 * sparse.length;
    expect(excess(0.25, 4)).toBeGreaterThan(0.75 * planted);
    expect(excess(0.25, 4)).toBeLessThan(1.1 * planted);
  });
});

describe("recovery time", () => {
  it("finds the median though a third is unresolved, which leaving them out would not", () => {
    const random = seededRandom("recovery");
    const truth = 3 * hour * Math.log(2);
    const estimates: number[] = [];
    const naive: number[] = [];
    for (let trial = 0; trial < 200; trial++) {
      const spells = Array.from({ length: 120 }, (_, deploymentIndex) => {
        const lasts = exponential(random, 3 * hour);
        const seenFor = random() * 8 * hour;
        return {
          deployment: deploymentIndex,
          length: Math.min(lasts, seenFor),
          isOver: lasts <= seenFor,
        };
      });
      estimates.push(recoveryOf(spells).p50 ?? Number.NaN);
      naive.push(recoveryOf(spells.filter((one) => one.isOver)).p50 ?? Number.NaN);
    }
    expect(mean(estimates) / truth).toBeGreaterThan(0.95);
    expect(mean(estimates) / truth).toBeLessThan(1.07);
    expect(mean(naive) / truth).toBeLessThan(0.85);
  });
});

describe("the process behaviour chart", () => {
  const poisson = (random: Random, rate: number): number => {
    let count = 0;
    for (let left = rate - exponential(random, 1); left > 0; left -= exponential(random, 1))
      count++;
    return count;
  };
  const chartOf = (values: readonly number[]) => {
    const chart = xmrChart(
      values.map((value, index) => ({ at: index, value })),
      deliveryDefaults.xmrBaselineWeeks,
      deliveryDefaults.xmrMinimumWeeks,
    );
    if (chart === null) throw new Error("there are weeks enough");
    return chart.points;
  };

  it("seldom takes chance for a signal, and sees a process that doubled within eight weeks", () => {
    const random = seededRandom("weeks");
    const trials = 400;
    let alarms = 0;
    let seen = 0;
    for (let trial = 0; trial < trials; trial++) {
      const quiet = Array.from({ length: 52 }, () => poisson(random, 10));
      alarms += chartOf(quiet).filter((point) => point.rules.includes(1)).length;
      const changed = [
        ...Array.from({ length: 20 }, () => poisson(random, 10)),
        ...Array.from({ length: 8 }, () => poisson(random, 20)),
      ];
      if (chartOf(changed).some((point) => point.at >= 20 && point.rules.length > 0)) seen++;
    }
    expect(alarms / (trials * 52)).toBeLessThan(0.02);
    expect(seen / trials).toBeGreaterThan(0.97);
  });
});
