import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { featureIds, perFeature } from "#insight/classification/feature.ts";
import { prior } from "#bench/classification/prior.ts";
import {
  choosePenalty,
  fit,
  leaveOut,
  lossByOrganisation,
  meanAndError,
  sharesOf,
  temperatureOf,
  type Example,
} from "#bench/classification/train.ts";

const nothing = perFeature(() => 0);

function example(organisation: string, isProduct: boolean, more: Partial<typeof nothing>): Example {
  return { organisation, isProduct, values: { ...nothing, ...more } };
}

const clear = ["north", "south", "west"].flatMap((organisation) => [
  example(organisation, true, { "end-user-surface": 1, "runs-by-itself": 1 }),
  example(organisation, false, { "offers-something": 1, "used-by-others": 1 }),
]);

const anyExample = fc
  .record({
    organisation: fc.constantFrom("north", "south", "west"),
    isProduct: fc.boolean(),
    values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: featureIds.length,
      maxLength: featureIds.length,
    }),
  })
  .map(({ values, ...one }) => ({
    ...one,
    values: perFeature((id) => values[featureIds.indexOf(id)] ?? 0),
  }));

describe("fit", () => {
  test("a strong penalty stays at the prior, a weak one follows the labels", () => {
    const strong = fit(clear, prior, 1e6);
    for (const id of featureIds) expect(strong[id]).toBeCloseTo(prior[id], 3);
    const weak = fit(clear, prior, 0.01);
    expect(weak["end-user-surface"]).toBeGreaterThan(prior["end-user-surface"]);
    expect(weak["offers-something"]).toBeLessThan(prior["offers-something"]);
    // Nothing was seen of it.
    expect(weak["addresses-customers"]).toBeCloseTo(prior["addresses-customers"], 6);
  });

  test("labels against a meaning bring its weight to nothing, never beyond", () => {
    const odd = clear.map((one) => ({ ...one, isProduct: !one.isProduct }));
    expect(fit(odd, prior, 0.001)["end-user-surface"]).toBe(0);
  });

  test("is where no small step of one weight lowers the objective", () => {
    fc.assert(
      fc.property(fc.array(anyExample, { minLength: 1, maxLength: 12 }), (examples) => {
        const weights = fit(examples, prior, 0.3);
        const objective = (at: typeof weights): number =>
          lossOf(examples, at) +
          0.15 * featureIds.reduce((sum, id) => sum + (at[id] - prior[id]) ** 2, 0);
        for (const id of featureIds) {
          for (const step of [-0.01, 0.01]) {
            const moved = { ...weights, [id]: weights[id] + step };
            if (Math.sign(moved[id]) * Math.sign(prior[id]) < 0) continue;
            expect(objective(moved)).toBeGreaterThanOrEqual(objective(weights) - 1e-9);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

function lossOf(examples: readonly Example[], weights: typeof nothing): number {
  const shares = sharesOf(examples);
  return examples.reduce((sum, { values, isProduct }, index) => {
    const odds = featureIds.reduce((all, id) => all + values[id] * weights[id], 0);
    return sum + (shares[index] ?? 0) * Math.log1p(Math.exp(isProduct ? -odds : odds));
  }, 0);
}

test("every organisation has the same share, together 1", () => {
  const many = [...clear, ...clear.filter(({ organisation }) => organisation === "north")];
  const shares = sharesOf(many);
  expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  const north = shares.filter((_, index) => many[index]?.organisation === "north");
  expect(north.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1 / 3, 12);
});

test("an organisation is judged by weights that never saw it", () => {
  const odd = example("island", false, { "reaches-people": 1 });
  const judged = leaveOut([...clear, odd], prior, 0.01).find(
    ({ organisation }) => organisation === "island",
  );
  expect(judged?.logOdds).toBeCloseTo(prior["reaches-people"], 6);
});

test("where nothing is to be learnt, the strongest penalty is chosen", () => {
  const noise = ["north", "south", "west"].flatMap((organisation) => [
    example(organisation, true, {}),
    example(organisation, false, {}),
  ]);
  expect(choosePenalty(noise, prior)).toBe(10);
});

test("log-odds that are too sure get a temperature above 1, timid ones stay as they are", () => {
  const sure = (logOdds: number) =>
    [true, true, true, false].map((isProduct) => ({
      ...example("north", isProduct, {}),
      logOdds,
    }));
  expect(temperatureOf(sure(4))).toBeCloseTo(4 / Math.log(3), 0);
  expect(temperatureOf(sure(0.8))).toBe(1);
});

test("loss is the mean over organisations of the mean inside each, its error that of the means", () => {
  const leftOut = [
    { ...example("north", true, {}), logOdds: 0 },
    { ...example("north", false, {}), logOdds: 0 },
    { ...example("south", true, {}), logOdds: 50 },
  ];
  const { mean, standardError, byOrganisation } = lossByOrganisation(leftOut, 1);
  expect(byOrganisation.get("north")).toBeCloseTo(Math.log(2), 12);
  expect(mean).toBeCloseTo(Math.log(2) / 2, 9);
  expect(standardError).toBeCloseTo(Math.log(2) / 2, 9);
  expect(meanAndError([3])).toEqual({ mean: 3, standardError: 0 });
});
