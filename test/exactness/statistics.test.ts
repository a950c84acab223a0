import { describe, expect, it } from "vitest";
import { simulatedPanel } from "#fixtures/simulated-panel.ts";
import { associate } from "#insight/value/association.ts";
import { defaultValueOptions } from "#insight/value/options.ts";
import { bootstrap, clusteredBootstrap, seededRandom } from "#kernel/stats-resample.ts";
import { scanStatistic } from "#kernel/stats-scan.ts";
import { clusteredSurvivalBand, type Spell } from "#kernel/stats-survival.ts";

/** Simulations: do intervals cover, and alarms sound, as often as they claim? Seconds each, so not part of verify. */

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("bootstrap", () => {
  const trials = 300;

  it("covers the mean about 95 times in 100", () => {
    const random = seededRandom("coverage");
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const sample = Array.from({ length: 50 }, () => random() + random() + random());
      const { low, high } = bootstrap(sample, mean, 300, random);
      if (low <= 1.5 && 1.5 <= high) covered += 1;
    }
    expect(covered / trials).toBeGreaterThan(0.91);
    expect(covered / trials).toBeLessThan(0.985);
  });

  it("keeps its coverage for clustered data only when clusters are drawn whole", () => {
    const random = seededRandom("clusters");
    let clustered = 0;
    let naive = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const clusters = Array.from({ length: 30 }, () => {
        const team = random() - 0.5;
        return Array.from({ length: 5 }, () => team + 0.2 * (random() - 0.5));
      });
      const whole = clusteredBootstrap(clusters, mean, 200, random);
      const apart = bootstrap(clusters.flat(), mean, 200, random);
      if (whole.low <= 0 && 0 <= whole.high) clustered += 1;
      if (apart.low <= 0 && 0 <= apart.high) naive += 1;
    }
    expect(clustered / trials).toBeGreaterThan(0.89);
    expect(naive / trials).toBeLessThan(0.75);
  });
});

describe("clusteredSurvivalBand", () => {
  const covers = (clusterSize: number, clusterOf: (index: number) => number): number => {
    const random = seededRandom(`coverage ${clusterSize}`);
    const truth = Math.exp(-0.7);
    let covered = 0;
    const trials = 200;
    for (let trial = 0; trial < trials; trial += 1) {
      const list: Spell[] = [];
      for (let cluster = 0; cluster < 120 / clusterSize; cluster += 1) {
        const shared = -Math.log(1 - random());
        for (let member = 0; member < clusterSize; member += 1) {
          list.push({ entry: 0, exit: shared > 0.7 ? 1 : shared, cause: shared > 0.7 ? 0 : 1 });
        }
      }
      const times = [...new Set(list.filter((s) => s.cause === 1).map((s) => s.exit))].sort(
        (a, b) => a - b,
      );
      const band = clusteredSurvivalBand(
        { spells: list, clusters: list.map((_, i) => clusterOf(i)) },
        times,
        200,
        random,
      );
      const last = band.at(-1)!;
      if (last.low <= truth && truth <= last.high) covered += 1;
    }
    return covered / trials;
  };

  it("covers the truth about 95 times in 100 when the members of a cluster leave together", () => {
    expect(covers(4, (index) => Math.floor(index / 4))).toBeGreaterThan(0.89);
    // The same members taken for independent: the band is too narrow, which is why clusters are drawn.
    expect(covers(4, (index) => index)).toBeLessThan(0.8);
  });
});

describe("scanStatistic", () => {
  const year = 365;
  const widths = [30, 90, 365];
  const end = 8 * year;
  const shortestFade = 2 * year;
  const uniform = (random: () => number): number => random() * end;
  const thinning = (random: () => number): number =>
    (-Math.log1p(random() * Math.expm1(-3)) / 3) * end;

  it.each([
    ["uniform starts over a known range", uniform, false],
    ["uniform starts from the first one on", uniform, true],
    ["starts at a constant chance among those who are left", thinning, false],
  ])("raises a false alarm at most once in a hundred: %s", (name, draw, firstIsFixed) => {
    const random = seededRandom(name);
    const trials = 1500;
    let alarms = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const times = Array.from({ length: 5 + (trial % 26) }, () => draw(random)).sort(
        (a, b) => a - b,
      );
      const range = { from: firstIsFixed ? times[0]! : 0, to: end, firstIsFixed, shortestFade };
      if (scanStatistic(times, widths, range, { replicates: 299, random })!.pValue < 0.01)
        alarms += 1;
    }
    // 0.01 plus three standard errors of 1,500 trials.
    expect(alarms / trials).toBeLessThanOrEqual(0.01 + 3 * Math.sqrt((0.01 * 0.99) / trials));
  });
});

describe("association of adoption with an outcome", () => {
  const plan = { owners: 20, componentsPerOwner: 2, quarters: 18, adoptingShare: 0.5, effect: 0 };

  it("raises a false alarm five times in a hundred, its interval covers, its detectable effect is detected", () => {
    const trials = 400;
    const options = { ...defaultValueOptions, permutations: 199 };
    let alarms = 0;
    let covered = 0;
    let detectable = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const random = seededRandom(`null ${String(trial)}`);
      const { value } = associate(simulatedPanel(plan, random), "lead-time", options, random);
      if (value!.pValue <= 0.05) alarms += 1;
      if (value!.low <= 0 && 0 <= value!.high) covered += 1;
      detectable += Math.log1p(value!.minimumDetectableEffect) / trials;
    }
    const error = 3 * Math.sqrt((0.05 * 0.95) / trials);
    expect(alarms / trials).toBeLessThanOrEqual(0.05 + error);
    expect(covered / trials).toBeGreaterThanOrEqual(0.95 - error);
    let found = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const random = seededRandom(`planted ${String(trial)}`);
      const panel = simulatedPanel({ ...plan, effect: detectable }, random);
      if (associate(panel, "lead-time", options, random).value!.pValue <= 0.05) found += 1;
    }
    expect(found / trials).toBeGreaterThan(0.72);
    expect(found / trials).toBeLessThan(0.9);
  }, 120_000);
});
