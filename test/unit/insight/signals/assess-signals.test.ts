import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessSignals } from "#insight/signals/assess-signals.ts";
import { decayFacets, signalFacets } from "#insight/signals/facets.ts";
import {
  notRead,
  reading,
  type IndicatorReading,
  type SignalId,
} from "#insight/signals/indicator.ts";
import {
  indicatorIds,
  indicators,
  type IndicatorId,
  type IndicatorReadings,
} from "#insight/signals/indicators.ts";
import type { SignalsOptions } from "#insight/signals/options.ts";
import { decayIds, signalIds } from "#insight/signals/titles.ts";
import { decayIds as decayWords, facetIds } from "#vocabulary/decision.ts";

const unread = notRead("not-read", "Nobody looked.", "Somebody who looks.");
const many = { clusters: 12, deviation: 0 };

function readings(known: Partial<Record<IndicatorId, IndicatorReading>>): IndicatorReadings {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each id
  return Object.fromEntries(
    indicatorIds.map((id) => [id, known[id] ?? unread]),
  ) as IndicatorReadings;
}

/** A reading with that score, on plenty of cases. */
function scored(
  id: IndicatorId,
  score: number,
  n = 100_000,
  coverage = 1,
): [IndicatorId, IndicatorReading] {
  const { zeroPoint, onePoint } = indicators[id];
  const value = zeroPoint + score * (onePoint - zeroPoint);
  return [id, reading({ value, n, coverage, text: `${id} is high`, spread: many, evidence: [] })];
}

type Known = readonly [IndicatorId, IndicatorReading][];

const assess = (known: Known, options: Partial<SignalsOptions> = {}) =>
  assessSignals(readings(Object.fromEntries(known)), null, options);
const signalOf = (id: SignalId, known: Known) => assess(known).signals[id - 1]!;

/** Every indicator of these signals at that score. */
function at(score: number, ...ids: readonly SignalId[]): [IndicatorId, IndicatorReading][] {
  return indicatorIds
    .filter((id) => ids.some((one) => one === indicators[id].of))
    .map((id) => scored(id, score));
}

describe("the indicators", () => {
  test("each is a witness of a facet of its signal or decay, and each facet has a witness", () => {
    const facetsOf = (of: SignalId | (typeof decayWords)[number]) =>
      typeof of === "number" ? signalFacets[of] : decayFacets[of];
    for (const id of indicatorIds)
      expect(facetsOf(indicators[id].of), id).toContain(indicators[id].facet);
    const witnessed = new Set(
      indicatorIds
        .filter((id) => indicators[id].countedAs === null)
        .map((id) => indicators[id].facet),
    );
    expect([...witnessed].toSorted()).toEqual([...facetIds].toSorted());
    expect([...decayWords]).toEqual([...decayIds]);
    expect(signalIds.flatMap((id) => signalFacets[id])).toHaveLength(21);
  });

  test("finding nothing never says more than finding something", () => {
    for (const id of indicatorIds)
      expect(indicators[id].reliabilityFor, id).toBeGreaterThanOrEqual(
        indicators[id].reliabilityAgainst,
      );
  });

  test("a measurement speaks once: what is counted elsewhere is shown with weight 0", () => {
    const alone = signalOf(3, [scored("consumers-behind", 1), scored("majors-a-year", 1)]);
    expect(alone.chance).toBeCloseTo(0.25, 6);
    expect(alone.indicators.find(({ id }) => id === "consumers-behind")).toMatchObject({
      countedAs: "days-to-lock",
      weight: 0,
      score: 1,
    });
    expect(alone.state).toBe("not-looked-at");
  });
});

describe("a signal", () => {
  test("is present where one facet holds, whatever the others say: badly documented is enough", () => {
    const found = signalOf(3, [
      scored("documentation-score", 1),
      scored("workarounds", 0),
      scored("majors-taken", 0),
    ]);
    expect(found.chance).toBeGreaterThan(0.5);
    expect(found.strongest).toBe("documentation-score is high");
    expect(found.facets.find(({ id }) => id === "undocumented")?.chance).toBeGreaterThan(0.5);
    expect(found.facets.find(({ id }) => id === "unstable")?.chance).toBeLessThan(0.117);
  });

  test("two witnesses at full strength, one of them counted, make it present", () => {
    expect(
      signalOf(1, [
        scored("fragmented-jobs", 1, 50, 0.8),
        scored("platform-answer-unused", 1, 50, 0.8),
      ]).state,
    ).toBe("present");
  });

  test("is unlikely only where more than half of its facets were looked at", () => {
    expect(signalOf(7, [scored("shared-runtimes", 0)]).state).toBe("not-looked-at");
    expect(
      signalOf(7, [
        scored("shared-runtimes", 0),
        scored("shared-advisories", 0),
        scored("shared-objective-misses", 0),
      ]).state,
    ).toBe("unlikely");
    expect(signalOf(7, []).wouldChange[0]).toMatch(
      /: not known\. To know it: Somebody who looks\.$/,
    );
  });

  test("of speed asks for a rising throughput as well", () => {
    const grown = at(1, 6);
    const chance = (throughputRises: number | null) =>
      assess(grown, { throughputRises }).signals[5]!.chance;
    expect(chance(1)).toBeGreaterThan(0.9);
    expect(chance(0)).toBe(0);
    expect(chance(null)).toBeCloseTo(chance(1) / 2, 9);
    expect(assess([]).signals[5]).toMatchObject({ prior: 0.125, condition: 0.5 });
  });

  test("counts nothing below its minimum, whatever the value, and no value that is no number", () => {
    const few = signalOf(3, [scored("workarounds", 1, 19)]);
    expect(few.indicators.find((one) => one.id === "workarounds")).toMatchObject({
      value: null,
      score: null,
      weight: 0,
      unknown: { code: "too-few" },
    });
    const none = signalOf(3, [
      [
        "workarounds",
        reading({ value: Number.NaN, n: 100, coverage: 1, text: "no", spread: many, evidence: [] }),
      ],
    ]);
    expect(none.chance).toBeCloseTo(0.25, 6);
  });

  test("says which value would change it, and that value does", () => {
    const known: Known = [scored("fragmented-jobs", 1), scored("cross-owner-lines", 0)];
    const found = signalOf(1, known);
    const line = found.wouldChange.find((text) => text.startsWith("Jobs of three"));
    const value = Number(/: ([\d.]+) % in place of/.exec(line ?? "")?.[1]) / 100;
    const state = /(?:lower|raise) it to ([\w ]+)\./.exec(line ?? "")?.[1];
    const moved = signalOf(1, [
      [
        "fragmented-jobs",
        reading({ value, n: 100, coverage: 1, text: "", spread: many, evidence: [] }),
      ],
      known[1]!,
    ]);
    expect(moved.state.replaceAll("-", " ")).toBe(state);
    expect(moved.state).not.toBe(found.state);
  });

  test("prints values that turn it, parts that there can be, and the direction", () => {
    for (const n of [3, 7, 11, 90, 10_000])
      for (let part = 0; part <= 4; part++) {
        const value = Math.round((part / 4) * n) / n;
        const told = (of: number): Known[number] => [
          "fragmented-jobs",
          reading({ value: of, n, coverage: 1, text: "", spread: many, evidence: [] }),
        ];
        const beside = scored("cross-owner-lines", 0.4);
        const found = signalOf(1, [told(value), beside]);
        const text = found.wouldChange.find((one) => one.startsWith("Jobs of three")) ?? "";
        const [, printed, verb, state] =
          /: ([\d.]+) % in place of .* would (lower|raise) it to ([\w ]+)\./.exec(text) ?? [];
        if (printed === undefined) continue;
        const moved = signalOf(1, [told(Number(printed) / 100), beside]);
        expect(moved.state.replaceAll("-", " ")).toBe(state);
        expect(verb).toBe(moved.chance < found.chance ? "lower" : "raise");
        const nearest = Math.round((Number(printed) / 100) * n) / n;
        expect(Math.abs(nearest * 100 - Number(printed))).toBeLessThanOrEqual(0.5);
      }
  });

  test("takes the points of fulcrum.yaml, and says whose they are", () => {
    const { signals } = assess([scored("documentation-score", 1), scored("workarounds", 1)], {
      thresholds: {
        "documentation-score": { zeroPoint: 0.3, onePoint: 0 },
        workarounds: { minimumN: 1_000_000 },
      },
    });
    expect(signals[2]?.indicators.find((one) => one.id === "documentation-score")).toMatchObject({
      score: expect.closeTo(0, 12),
      origin: "this organisation's fulcrum.yaml",
    });
    expect(signals[2]?.indicators.find((one) => one.id === "workarounds")?.score).toBeNull();
  });

  test("is surer the more it was counted from", () => {
    const { zeroPoint, onePoint } = indicators["documentation-score"];
    const chance = (clusters: number, deviation: number | null) =>
      signalOf(3, [
        [
          "documentation-score",
          reading({
            value: onePoint,
            n: 9,
            coverage: 1,
            text: "",
            spread: { clusters, deviation },
            evidence: [],
          }),
        ],
      ]).chance;
    expect(chance(40, null)).toBeGreaterThan(chance(2, null));
    expect(chance(40, Math.abs(onePoint - zeroPoint))).toBeLessThan(chance(40, null));
  });

  test("property: a higher score of one indicator never lowers the chance", () => {
    const score = fc.double({ min: -0.25, max: 1.25, noNaN: true });
    fc.assert(
      fc.property(score, score, score, score, (one, other, from, to) => {
        const chance = (third: number) =>
          signalOf(3, [
            scored("majors-taken", one),
            scored("documentation-score", other),
            scored("workarounds", third),
          ]).chance;
        expect(chance(Math.max(from, to))).toBeGreaterThanOrEqual(
          chance(Math.min(from, to)) - 1e-12,
        );
      }),
      // Each run works out two whole verdicts; facets alone are tried more often in chance/.
      { numRuns: 25 },
    );
  });
});

describe("the verdict", () => {
  const teams = (count: number) => ({ teams: { count, reason: "" } });
  const all: readonly SignalId[] = [1, 2, 3, 4, 5, 6, 7];

  test("nothing known is not looked at, and says what to ask first", () => {
    const { verdict } = assess([]);
    expect(verdict.answer).toBe("not-looked-at");
    expect(verdict.sentence).toMatch(
      /^Hardly anything was looked at \(0 % of what could be\): no answer\./,
    );
    expect(verdict.nextSteps).toHaveLength(3);
    expect(verdict.nextSteps[0]?.by).toBe("fulcrum interview --topic ownership");
    expect(verdict.avoidablePersonMonths).toBeNull();
  });

  test("everything present is needed, everything absent is not yet", () => {
    expect(assess(at(1, ...all), { throughputRises: 1 }).verdict.answer).toBe("needed");
    const healthy = assess(at(0, ...all), { throughputRises: 1 }).verdict;
    expect(healthy.answer).toBe("not-yet");
    expect(healthy.isNothingCheap).toBe(true);
  });

  test("needs fewer signs in a large organisation", () => {
    const known = [...at(1, 1, 3), ...at(0, 2, 4, 5, 6, 7)];
    const small = assess(known, teams(4)).verdict;
    const large = assess(known, teams(64)).verdict;
    expect(large.chances.needed).toBeGreaterThan(small.chances.needed);
    expect(large.neededFrom).toBe(2);
    expect(small.neededFrom).toBe(4);
  });

  test("with half of it seen it is undecided, and leans", () => {
    const { verdict } = assess(at(1, 1, 3), teams(12));
    expect(verdict.answer).toBe("undecided");
    expect(verdict.sentence).toMatch(
      /^About \d of 7 signs hold \(80 %: \d to \d\)\. Leaning (?:needed|soon)(?:, clearly|, barely)?: \d+ % that it is needed now/,
    );
    expect(verdict.sentence).toContain("Smallest reversible step: ");
  });

  test("is filled where somebody holds the role: no answer that nobody is needed", () => {
    const { verdict } = assess(at(0, ...all), { holder: "a product manager is named" });
    expect(verdict.answer).toBe("filled");
    expect(verdict.sentence).toMatch(/^The role is filled: a product manager is named\./);
    expect(verdict.sentence).not.toContain("not yet");
  });

  test("says what waiting costs, and whether the role pays for itself", () => {
    const part = (low: number, likely: number, high: number) =>
      assess(at(1, ...all), {
        avoidableParts: [{ text: "updates", personMonths: { low, likely, high } }],
      }).verdict;
    expect(part(8, 40, 80).sentence).toContain(
      "Waiting a quarter costs about 10 person-months (2 to 20).",
    );
    expect(part(8, 40, 80).isCostCovered).toBeNull();
    expect(part(20, 40, 80).isCostCovered).toBe(true);
    expect(part(1, 2, 3).isCostCovered).toBe(false);
  });

  test("the table shows what follows from each change", () => {
    const { sensitivity, chances } = assess([...at(1, 1, 3), ...at(0, 5, 7)], teams(12)).verdict;
    const row = (change: string) => sensitivity.find((one) => one.change.includes(change));
    expect(row("nothing were known of signal 1")?.chances.needed).toBeLessThan(chances.needed);
    expect(row("24 teams")?.chances.needed).toBeGreaterThan(chances.needed);
    expect(row("15 of 100")?.chances.needed).toBeLessThan(chances.needed);
    expect(row("40 of 100")?.chances.needed).toBeGreaterThan(chances.needed);
    expect(row("nothing to do with each other")).toBeDefined();
  });

  test("what the role brings has today's figure beside it", () => {
    const { brings } = assess([scored("documentation-score", 1)]).verdict;
    expect(brings).toHaveLength(4);
    expect(brings[1]?.today).toBe("documentation-score is high.");
    expect(brings[3]?.today).toBe("There are neither decision records nor goals.");
  });
});
