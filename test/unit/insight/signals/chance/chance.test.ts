import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerChances,
  answerOf,
  signChances,
  signsNeeded,
} from "#insight/signals/chance/answer.ts";
import {
  countChances,
  facetPrior,
  poissonBinomial,
} from "#insight/signals/chance/common-factor.ts";
import { facetChance } from "#insight/signals/chance/facet-chance.ts";
import { countQuantile, judge } from "#insight/signals/chance/judge.ts";
import { entropy, whatWouldSettle } from "#insight/signals/chance/settle.ts";
import {
  facetRho,
  signalChance,
  type SignalWitnesses,
} from "#insight/signals/chance/signal-chance.ts";
import { stateOf } from "#insight/signals/chance/state.ts";
import {
  evidenceOf,
  heldScore,
  leastSigma,
  tau,
  type Witness,
} from "#insight/signals/chance/witness.ts";
import { normalDensity } from "#kernel/stats-normal.ts";

const score = fc.double({ min: -0.25, max: 1.25, noNaN: true });
const share = fc.double({ min: 0.05, max: 1, noNaN: true });
const witness: fc.Arbitrary<Witness> = fc
  .record({
    score,
    sigma: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
    one: share,
    other: share,
    coverage: share,
  })
  .map(({ one, other, ...rest }) => ({
    ...rest,
    reliabilityFor: Math.max(one, other),
    reliabilityAgainst: Math.min(one, other),
  }));
const witnesses = fc.array(witness, { maxLength: 5 });

const counted = (at: number, more: Partial<Witness> = {}): Witness => ({
  score: at,
  sigma: 0.14,
  reliabilityFor: 0.8,
  reliabilityAgainst: 0.8,
  coverage: 1,
  ...more,
});
const facets = (count: number, at: (index: number) => readonly Witness[]) =>
  Array.from({ length: count }, (_, index) => ({ id: `f${String(index)}`, witnesses: at(index) }));
/** Seven signals of two facets; `at` says what witnesses of each facet see. */
const organisation = (at: (signal: number, facet: number) => readonly Witness[]) =>
  Array.from({ length: 7 }, (_, index): SignalWitnesses => ({
    id: String(index + 1),
    facets: facets(2, (facet) => at(index + 1, facet)),
    condition: null,
  }));
const unseen = organisation(() => []);

describe("evidence of one witness", () => {
  it("is the log-likelihood ratio of the two normal distributions", () => {
    fc.assert(
      fc.property(score, fc.double({ min: 0.01, max: 0.6, noNaN: true }), (s, sigma) => {
        const spread = Math.sqrt(tau * tau + sigma * sigma);
        const ratio = Math.log(normalDensity((s - 1) / spread) / normalDensity(s / spread));
        expect(evidenceOf({ score: s, sigma })).toBeCloseTo(ratio, 9);
      }),
    );
  });

  it("is held a quarter beyond the points, and as unsure as its clusters are few", () => {
    expect(heldScore(9, 0.1, 0.5)).toBe(1.25);
    expect(heldScore(0.95, 0.8, 0.3)).toBe(-0.25);
    expect(heldScore(0.55, 0.8, 0.3)).toBeCloseTo(0.5);
    expect(heldScore(1, 1, 1)).toBe(1);
    expect(leastSigma(1)).toBe(0.25);
    expect(leastSigma(0)).toBeGreaterThan(leastSigma(22));
  });
});

describe("a facet", () => {
  it("of agreeing witnesses is L = Σwr ÷ (1 + ½(Σw ÷ max w − 1))", () => {
    const both = [counted(1), counted(0.9, { reliabilityFor: 0.5, coverage: 0.8 })];
    const [one = 0, other = 0] = both.map((each) => evidenceOf(each));
    const { logRatio, mass } = facetChance(both);
    expect(logRatio).toBeCloseTo((0.8 * one + 0.4 * other) / (1 + 0.5 * (1.2 / 0.8 - 1)), 12);
    expect(mass).toBe(1);
    expect(facetChance([])).toEqual({ logRatio: 0, mass: 0 });
  });

  it("property: is monotone in every score", () => {
    fc.assert(
      fc.property(witnesses, witness, score, score, (others, one, a, b) => {
        const at = (s: number) => facetChance([...others, { ...one, score: s }]).logRatio;
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)) - 1e-12);
      }),
    );
  });

  it("property: an agreeing witness never lowers it, a disagreeing one never raises it", () => {
    fc.assert(
      fc.property(witnesses, witness, (others, one) => {
        const before = facetChance(others).logRatio;
        const after = facetChance([...others, one]).logRatio;
        if (one.score >= 0.5) expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        else expect(after).toBeLessThanOrEqual(before + 1e-12);
      }),
    );
  });

  it("property: does not depend on the order of its witnesses", () => {
    fc.assert(
      fc.property(witnesses, (list) => {
        expect(facetChance(list.toReversed()).logRatio).toBeCloseTo(facetChance(list).logRatio, 9);
      }),
    );
  });

  it("is said by one who speaks for a thing only as far as it is believed that way", () => {
    const wrapper = { reliabilityAgainst: 0.3 };
    const found = facetChance([counted(1, wrapper)]).logRatio;
    const none = facetChance([counted(0, wrapper)]).logRatio;
    expect(found / -none).toBeCloseTo(0.8 / 0.3, 9);
  });
});

describe("the factor that things share", () => {
  it("gives a facet π = 0.25, 0.155, 0.117, 0.096 of a signal of 1, 2, 3, 4 of them", () => {
    const found = [1, 2, 3, 4].map((count) => facetPrior(count, 0.25, facetRho));
    expect(found.map((one) => Number(one.toFixed(3)))).toEqual([0.25, 0.155, 0.117, 0.096]);
  });

  it("property: counts are chances, also at extreme evidence", () => {
    const thing = fc.record({
      prior: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
      ratio: fc.double({ min: -30, max: 30, noNaN: true }).map(Math.exp),
    });
    fc.assert(
      fc.property(fc.array(thing, { minLength: 1, maxLength: 7 }), (things) => {
        const counts = countChances(things, 0.3);
        expect(counts).toHaveLength(things.length + 1);
        expect(counts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
        for (const one of counts) expect(one).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("without a factor is the Poisson-binomial distribution", () => {
    const things = [0.1, 0.4, 0.7].map((prior) => ({ prior, ratio: 1 }));
    const expected = poissonBinomial([0.1, 0.4, 0.7]);
    expect(expected.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 14);
    for (const [n, chance] of countChances(things, 0).entries())
      expect(chance).toBeCloseTo(expected[n] ?? -1, 10);
  });

  it("21 points are near enough: within 10⁻³ of 801 points of the midpoint rule", () => {
    const dense = Array.from({ length: 801 }, (_, index) => {
      const z = -10 + (20 * index) / 800;
      return { z, weight: (normalDensity(z) * 20) / 800 };
    });
    const ratio = fc.double({ min: -6, max: 6, noNaN: true }).map(Math.exp);
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 7, maxLength: 7 }), (ratios) => {
        for (const [rho, prior] of [
          [0.3, 0.25],
          [0.5, 0.117],
        ] as const) {
          const things = ratios.map((one) => ({ prior, ratio: one }));
          const exact = countChances(things, rho, dense);
          for (const [n, chance] of countChances(things, rho).entries())
            expect(Math.abs(chance - (exact[n] ?? 1))).toBeLessThan(1e-3);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("without evidence a signal keeps its prior; as an and with something unseen it has half of it", () => {
    const one = { id: "1", facets: facets(3, () => []), condition: null };
    expect(signalChance(one, 0.25).chance).toBeCloseTo(0.25, 9);
    const both = signalChance({ ...one, condition: 0.5 }, 0.25);
    expect(both.prior).toBe(0.125);
    expect(both.chance).toBeCloseTo(0.125, 9);
  });
});

describe("a state", () => {
  it("changes at two thirds, a half and a third", () => {
    const facet = { id: "", prior: 0.25, logRatio: 0, chance: 0.25 };
    const at = (chance: number, ...masses: number[]) =>
      stateOf({ chance, facets: masses.map((mass) => ({ ...facet, mass })) });
    expect([2 / 3, 0.6, 0.5, 0.4, 1 / 3].map((one) => at(one, 0))).toEqual([
      "present",
      "likely",
      "likely",
      "possible",
      "possible",
    ]);
    expect(at(0.1, 0.5, 0.5, 0)).toBe("unlikely");
    expect(at(0.1, 0.5, 0)).toBe("not-looked-at");
    expect(at(0.1)).toBe("not-looked-at");
  });
});

describe("the answer", () => {
  it("needs fewer signs the larger the organisation, never below 2 or above 4", () => {
    expect([1, 4, 8, 32, 1000].map((teams) => Number(signsNeeded(teams).toFixed(3)))).toEqual([
      4, 4, 3.333, 2, 2,
    ]);
    const counts = [0, 0, 0.2, 0.8];
    expect(answerChances(counts, 3)).toEqual({
      needed: 0.8,
      soon: expect.closeTo(0.2),
      "not-yet": expect.closeTo(0),
    });
    expect(countQuantile([0.05, 0.1, 0.85], 0.1)).toBe(1);
  });

  it("property: nothing known never answers, at any size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (teams) => {
        expect(judge(unseen, { teams, isFilled: false }).answer).toBe("not-looked-at");
      }),
    );
  });

  it("is given where everything was looked at, and only then", () => {
    const at = (teams: number, seen: (signal: number) => number) =>
      judge(
        organisation((signal) => [counted(seen(signal))]),
        { teams, isFilled: false },
      );
    expect(at(12, () => 0).answer).toBe("not-yet");
    expect(at(12, () => 1).answer).toBe("needed");
    const half = organisation((_, facet) => (facet === 0 ? [counted(1)] : []));
    expect(judge(half, { teams: 12, isFilled: false })).toMatchObject({
      answer: "undecided",
      leaning: "needed",
    });
  });

  it("is filled where somebody does the work, whatever the signals say", () => {
    expect(judge(unseen, { teams: 8, isFilled: true }).answer).toBe("filled");
    expect(answerOf(1, [{ needed: 0, soon: 0, "not-yet": 1 }], true)).toBe("filled");
  });

  it("property: a higher score never makes it milder, and the order of signals never matters", () => {
    const scores = fc.array(score, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(scores, fc.nat(6), score, (list, place, other) => {
        const needed = (values: readonly number[]) =>
          judge(
            organisation((signal) => [counted(values[signal - 1] ?? 0)]),
            { teams: 8, isFilled: false },
          ).chances.needed;
        const neededAt = (value: number) => needed(list.with(place, value));
        const [low, high] = [other, list[place] ?? 0].sort((a, b) => a - b);
        expect(neededAt(high ?? 0)).toBeGreaterThanOrEqual(neededAt(low ?? 0) - 1e-9);
        expect(needed(list.toReversed())).toBeCloseTo(needed(list), 9);
      }),
      { numRuns: 40 },
    );
  });

  it("independence is another figure than the headline's: a common factor widens the tails", () => {
    const { signals } = judge(unseen, { teams: 8, isFilled: false });
    expect(signChances(signals)[0]).toBeGreaterThan(signChances(signals, 0)[0] ?? 1);
  });
});

describe("what would settle it", () => {
  const ask = (facetId: string, hours: number) => ({
    id: `${facetId} ${String(hours)}`,
    signalId: "1",
    facetId,
    reliability: 0.8,
    sigma: 0.15,
    hours,
  });

  it("is worth nothing less than nothing, and more for an hour where it takes less", () => {
    const [cheap, dear] = whatWouldSettle(unseen, { teams: 8, isFilled: false }, [
      ask("f0", 8),
      ask("f0", 1),
    ]);
    expect(cheap?.id).toBe("f0 1");
    expect(cheap?.bits).toBeGreaterThan(0);
    expect(cheap?.bitsPerHour).toBeCloseTo((dear?.bitsPerHour ?? 0) * 8, 9);
    const free = whatWouldSettle(unseen, { teams: 8, isFilled: false }, [ask("f0", 0)]);
    expect(free[0]?.bitsPerHour).toBeCloseTo((free[0]?.bits ?? 0) * 4, 9);
  });

  it("changes nothing where everything speaks one way already", () => {
    const sure = organisation(() => [counted(0), counted(0)]);
    const [one] = whatWouldSettle(sure, { teams: 4, isFilled: false }, [ask("f0", 1)]);
    expect(one?.changeChance).toBe(0);
    expect(() => whatWouldSettle(sure, { teams: 4, isFilled: false }, [ask("no", 1)])).toThrow(
      /no/,
    );
  });

  it("looking at more without coming to an answer is no other answer", () => {
    const [one] = whatWouldSettle(unseen, { teams: 1, isFilled: false }, [ask("f0", 1)]);
    const nearly = organisation((_, facet) =>
      facet === 0 ? [counted(0, { coverage: 0.24 })] : [],
    );
    expect(judge(nearly, { teams: 1, isFilled: false }).answer).toBe("not-looked-at");
    const [more] = whatWouldSettle(nearly, { teams: 1, isFilled: false }, [ask("f1", 1)]);
    expect(one?.changeChance).toBeLessThan(0.5);
    expect(more?.changeChance).toBeLessThan(0.5);
  });

  it("entropy is 0 of one sure answer and log₂ 3 of three alike", () => {
    expect(entropy({ needed: 1, soon: 0, "not-yet": 0 })).toBe(0);
    expect(entropy({ needed: 1 / 3, soon: 1 / 3, "not-yet": 1 / 3 })).toBeCloseTo(Math.log2(3));
  });
});
