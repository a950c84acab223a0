import fc from "fast-check";
import { expect, test } from "vitest";
import {
  classifyComponents,
  judgeComponents,
} from "#insight/classification/classify-components.ts";
import { featureIds } from "#insight/classification/feature.ts";
import { defaultClassificationOptions } from "#insight/classification/options.ts";
import { weighedClasses } from "#insight/classification/score.ts";
import { trainedModel } from "#insight/classification/weights.ts";
import type { Organisation } from "#model/organisation.ts";
import { asOf, capability, component, DAY, mark, railway, use } from "./railway.ts";

const names = ["coast-line", "hill-line", "signals", "manual"] as const;
const name = fc.constantFrom(...names);
const anyMark = fc
  .tuple(
    fc.constantFrom(
      "view",
      "page",
      "api-route",
      "api-contract",
      "experiment",
      "developer-words",
      "customer-words",
      "deployment-state",
      "data",
      "mobile-app",
      "documentation-site",
    ),
    fc.nat({ max: 500 }),
  )
  .map(([kind, count]) => mark(kind, count));
const artefact = fc
  .constantFrom("gem-application", "gem-library", "dockerfile", "helm-chart")
  .map((type) => ({ type, from: 0, to: null }));

const organisation: fc.Arbitrary<Organisation> = fc
  .record({
    components: fc.tuple(
      ...names.map((each) =>
        fc
          .record({
            surface: fc.array(anyMark, { maxLength: 6 }),
            artefacts: fc.array(artefact, { maxLength: 3 }),
            ownerIds: fc.subarray(["team:a", "team:b", "team:individual-owned"]),
            goneAt: fc.option(fc.constant(asOf - DAY)),
            days: fc.nat({ max: 4_000 }),
          })
          .map(({ days, ...more }) =>
            component(each, { ...more, lastHuman: { commit: "last", at: asOf - days * DAY } }),
          ),
      ),
    ),
    uses: fc.array(
      fc.tuple(
        name,
        name,
        fc.constantFrom("runtime", "reverse-test"),
        fc.constantFrom("low", "high"),
      ),
      { maxLength: 12 },
    ),
  })
  .map(({ components, uses }) =>
    railway(
      components,
      names.map((each) => capability(each, each)),
      uses.map(([consumer, of, scope, confidence]) => use(consumer, of, { scope, confidence })),
    ),
  );

test("probabilities sum to 1, signs stay between 0 and 1", () => {
  fc.assert(
    fc.property(organisation, (some) => {
      for (const { probabilities } of classifyComponents(some)) {
        const sum = weighedClasses.reduce((all, one) => all + probabilities[one], 0);
        expect(sum).toBeCloseTo(1, 12);
      }
      for (const { values } of judgeComponents(some, defaultClassificationOptions)) {
        for (const id of featureIds) {
          expect(values[id]).toBeGreaterThanOrEqual(0);
          expect(values[id]).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

test("what the catalogue declares changes nothing but the comparison with it", () => {
  const declared = fc.record({
    kind: fc.constant("Component"),
    type: fc.constantFrom("website", "library", "documentation", "Utilities"),
    lifecycle: fc.constantFrom("deprecated", "production"),
    system: fc.constant(null),
    domain: fc.constant(null),
    source: fc.constant("catalogue" as const),
  });
  fc.assert(
    fc.property(organisation, declared, (some, catalogued) => {
      const shown: Organisation = {
        ...some,
        components: some.components.map((one) => ({ ...one, catalogued, lifecycle: "deprecated" })),
      };
      const plain = classifyComponents(some);
      for (const [index, found] of classifyComponents(shown).entries()) {
        const { declaredClass: _, contradictions: __, ...rest } = found;
        expect(plain[index]).toMatchObject(rest);
      }
    }),
  );
});

test("between product and platform reasons add up to the log-odds; a rule that is not followed speaks against", () => {
  fc.assert(
    fc.property(organisation, (some) => {
      const judged = judgeComponents(some, defaultClassificationOptions);
      for (const [index, one] of classifyComponents(some).entries()) {
        const { probabilities, reasonsFor, reasonsAgainst } = one;
        const all = [...reasonsFor, ...reasonsAgainst];
        expect(reasonsFor.every(({ weight }) => weight > 0)).toBe(true);
        expect(reasonsAgainst.every(({ weight }) => weight < 0)).toBe(true);
        const { product, platform, supporting } = probabilities;
        const rule = judged[index]?.rule?.text;
        if (supporting > Math.max(product, platform)) {
          expect(reasonsFor.map(({ text }) => text)).toEqual([rule]);
          continue;
        }
        const told = all
          .filter(({ text }) => text !== rule)
          .reduce((sum, { weight }) => sum + weight, 0);
        // Each sign may hide a reason below 0.05.
        const odds = Math.abs(Math.log(product / platform));
        expect(Math.abs(told - odds)).toBeLessThan(0.05 * featureIds.length);
      }
    }),
  );
});

test("one more consumer of another owner never makes a platform less likely", () => {
  fc.assert(
    fc.property(organisation, (some) => {
      const before = classifyComponents(some);
      const newcomer = component("branch-line", { ownerIds: ["team:new"] });
      const more: Organisation = {
        ...some,
        components: [...some.components, newcomer],
        consumptions: [...some.consumptions, use("branch-line", "signals")],
      };
      const at = names.indexOf("signals");
      const odds = (found: typeof before): number => {
        const { platform = 0, product = 1 } = found[at]?.probabilities ?? {};
        return platform / product;
      };
      expect(odds(classifyComponents(more))).toBeGreaterThanOrEqual(odds(before) * (1 - 1e-9));
    }),
  );
});

test("no sign speaks against what it means", () => {
  const forProduct = featureIds.slice(0, featureIds.indexOf("used-by-others"));
  for (const id of featureIds) {
    const weight = trainedModel.weights[id];
    const isForProduct = forProduct.includes(id) && id !== "no-end-user-surface";
    expect(isForProduct ? weight : -weight, id).toBeGreaterThanOrEqual(0);
  }
  expect(defaultClassificationOptions.model).toBe(trainedModel);
});
