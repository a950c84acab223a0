import { describe, expect, test } from "vitest";
import { withOutsiders } from "#insight/classification/customers.ts";
import { classifyComponents } from "#insight/classification/classify-components.ts";
import {
  defaultClassificationOptions,
  type ClassificationOptions,
} from "#insight/classification/options.ts";
import type { Classification } from "#insight/classification/result.ts";
import type { Organisation } from "#model/organisation.ts";
import { asOf, capability, component, DAY, mark, railway, sample, use } from "./railway.ts";

function classify(
  organisation: Organisation,
  name: string,
  options: Partial<ClassificationOptions> = {},
): Classification {
  const found = classifyComponents(organisation, {
    ...defaultClassificationOptions,
    ...options,
  }).find(({ componentId }) => componentId === `component:${name}`);
  if (found === undefined) throw new Error(`no component ${name}`);
  return found;
}

describe("class", () => {
  test.each([
    ["coast-line", "product"],
    ["signals", "platform"],
    ["manual", "supporting"],
    ["sketch", "supporting"],
  ])("%s is %s", (name, expected) => {
    expect(classify(sample, name).class).toBe(expected);
  });

  test("is unknown where nothing is likely enough", () => {
    const found = classify(railway([component("shed")]), "shed");
    expect(found.class).toBe("unknown");
    expect(Math.max(...Object.values(found.probabilities))).toBeLessThan(0.65);
  });

  test("what one person reviews is a person's own; whom a catalogue names looks after it for all", () => {
    const kept = (ownerSource: "codeowners" | "catalog-info") =>
      classify(
        railway([component("line", { ownerIds: ["team:individual-owned"], ownerSource })]),
        "line",
      ).probabilities.supporting;
    expect(kept("codeowners")).toBeGreaterThan(0.65);
    expect(kept("catalog-info")).toBeLessThan(0.1);
  });

  test("a service that answers programs and is called by others is a platform", () => {
    const api = railway(
      [
        component("timetable", { surface: [mark("api-route", 9), mark("view", 1, "views")] }),
        component("coast-line"),
        component("hill-line"),
      ],
      [capability("timetable", "timetable", { kind: "service", packages: [] })],
      [
        use("coast-line", "timetable", { via: "service", confidence: "medium" }),
        use("hill-line", "timetable", { via: "service", confidence: "high" }),
      ],
    );
    const found = classify(api, "timetable");
    expect(found.class).toBe("platform");
    const called = found.reasonsFor.find(
      ({ text }) => text === "is used by components of 2 other owners, called as a service",
    );
    expect(called?.evidence.map(({ path }) => path)).toEqual(["Gemfile", "Gemfile"]);
  });

  test("being tested by a library does not make a line a platform", () => {
    const tested = railway(
      [...sample.components],
      [...sample.capabilities, capability("coast-line", "coast-line", { kind: "tooling" })],
      [
        ...sample.consumptions,
        use("signals", "coast-line", { scope: "reverse-test" }),
        use("manual", "coast-line", { scope: "reverse-test" }),
      ],
    );
    expect(classify(tested, "coast-line")).toEqual(classify(sample, "coast-line"));
  });

  test("weakly inferred uses do not count", () => {
    const [first, second] = sample.consumptions.map((one) => ({
      ...one,
      confidence: "low" as const,
    }));
    const weak = { ...sample, consumptions: [first, second].filter((one) => one !== undefined) };
    expect(classify(weak, "signals").probabilities.platform).toBeLessThan(
      classify(sample, "signals").probabilities.platform,
    );
  });

  test("components of the same owner are not others", () => {
    const own = {
      ...sample,
      components: sample.components.map((one) => ({ ...one, ownerIds: ["team:all"] })),
    };
    const texts = classify(own, "signals").reasonsFor.map(({ text }) => text);
    expect(texts.some((text) => text.includes("other owner"))).toBe(false);
  });

  test("what was used says less for a platform than what is used", () => {
    const ended = { commit: "end", at: asOf - 900 * DAY };
    const left = {
      ...sample,
      consumptions: sample.consumptions.map((one) => ({ ...one, to: ended })),
    };
    const found = classify(left, "signals");
    expect(found.reasonsFor.map(({ text }) => text)).toContain(
      "was used by components of 2 other owners",
    );
    expect(found.probabilities.platform).toBeLessThan(
      classify(sample, "signals").probabilities.platform,
    );
  });
});

describe("customers", () => {
  test("a product has end customers, a library developers and the teams that use it", () => {
    expect(classify(sample, "coast-line").customers).toEqual(["end-customer"]);
    expect(classify(sample, "signals").customers).toEqual(["internal-developer", "feature-team"]);
  });

  test.each([
    [
      [mark("partner-words", 1, "partners"), mark("api-key")],
      ["partner", "external-integrator"],
    ],
    [[mark("outside-contract", 1, "external-partner")], ["partner"]],
    [[mark("outside-contract", 1, "external-public")], ["external-integrator"]],
    [[mark("public-registry", 1, "npm")], ["external-integrator"]],
    [[], []],
  ])("partners and integrators only where something says so: %#", (surface, expected) => {
    expect(classify(railway([component("fares", { surface })]), "fares").customers).toEqual(
      expected,
    );
  });

  test("and where somebody outside was seen to use it", () => {
    expect(withOutsiders(["feature-team"], new Set(["partner"]))).toEqual([
      "feature-team",
      "partner",
    ]);
    expect(withOutsiders(["partner"], undefined)).toEqual(["partner"]);
  });
});

describe("what a catalogue declares", () => {
  const typed = (type: string): Organisation => ({
    ...sample,
    components: sample.components.map((one) =>
      one.name === "coast-line"
        ? {
            ...one,
            catalogued: {
              kind: "Component",
              type,
              lifecycle: null,
              system: null,
              domain: null,
              source: "catalogue",
            },
          }
        : one,
    ),
  });

  test("is contradicted in words", () => {
    const found = classify(typed("library"), "coast-line");
    expect(found.declaredClass).toBe("platform");
    expect(found.contradictions).toEqual([
      "the catalogue declares it “library”, which means platform; evidence says product",
    ]);
  });

  test.each([
    ["website", "product"],
    ["service", null],
    ["something else", null],
  ])("%s means %s and contradicts nothing", (type, expected) => {
    const found = classify(typed(type), "coast-line");
    expect(found.declaredClass).toBe(expected);
    expect(found.contradictions).toEqual([]);
  });

  test("configured types go first, however they are spelt", () => {
    const declaredClasses = new Map([
      ["Frontend Apps", "product"],
      ["library", "product"],
    ] as const);
    expect(classify(typed("frontend apps"), "coast-line", { declaredClasses }).declaredClass).toBe(
      "product",
    );
    expect(classify(typed("library"), "coast-line", { declaredClasses }).contradictions).toEqual(
      [],
    );
  });
});

describe("corrections", () => {
  const corrections = [
    {
      kind: "class",
      component: "Coast-Line",
      class: "platform",
      since: "2024-06-01",
      reason: "we know",
    },
  ] as const;

  test("say what they overrode and since when; the computed odds stay", () => {
    const found = classify(sample, "coast-line", { corrections });
    expect(found.class).toBe("platform");
    expect(found.correction).toEqual({
      kind: "class",
      overrode: "product",
      since: "2024-06-01",
      reason: "we know",
    });
    expect(found.probabilities).toEqual(classify(sample, "coast-line").probabilities);
    expect(found.reasonsAgainst[0]?.text).toBe("shows people 40 pages and views");
  });

  test("touch nothing else", () => {
    expect(classify(sample, "hill-line", { corrections })).toEqual(classify(sample, "hill-line"));
  });
});

describe("scope boundedness", () => {
  test("is 1 for one consumer and falls as consumers spread over owners", () => {
    const [first] = sample.consumptions;
    const one = { ...sample, consumptions: first === undefined ? [] : [first] };
    expect(classify(one, "signals").scopeBoundedness).toBe(1);
    // Two of five owners, evenly: 1 − ln 2 ÷ ln 5.
    expect(classify(sample, "signals").scopeBoundedness).toBeCloseTo(
      1 - Math.log(2) / Math.log(5),
      12,
    );
  });

  test("is null where neither consumers nor surfaces are known", () => {
    expect(classify(railway([component("shed")]), "shed").scopeBoundedness).toBeNull();
  });
});
