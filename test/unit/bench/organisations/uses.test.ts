import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "#sections/report.ts";
import { linesNaming, namesOf } from "#bench/organisations/draw.ts";
import type { Edge } from "#bench/organisations/inputs.ts";
import {
  byKind,
  drawFurther,
  scoreUses,
  shownUses,
  withCommonKinds,
  type ShownUse,
} from "#bench/organisations/uses.ts";

const use = (consumer: string, provider: string, rest: Partial<ShownUse> = {}): ShownUse => ({
  consumer,
  consumerPath: ".",
  provider,
  capability: provider,
  packages: [],
  via: "declared",
  scope: "runtime",
  since: "2024-01-01T00:00:00.000Z",
  evidenceIds: [],
  ...rest,
});

const edge = (consumer: string, provider: string, via: string, current = true): Edge => ({
  consumer: `railway/${consumer}`,
  provider: `railway/${provider}`,
  via,
  current,
});

describe("uses against edges", () => {
  const edges = [
    edge("tickets", "signals", "npm:@railway/signals"),
    edge("tickets", "signals", "actions:railway/signals"),
    edge("depot", "signals", "npm:@railway/signals"),
    edge("depot", "rails", "cargo:rails", false),
  ];

  test("two repositories are one pair, whatever the ways; a past edge is not wanted", () => {
    const { wanted } = scoreUses([use("tickets", "signals")], edges, []);
    expect(wanted).toEqual([
      { consumer: "depot", provider: "signals", kinds: ["npm"], isFound: false },
      { consumer: "tickets", provider: "signals", kinds: ["actions", "npm"], isFound: true },
    ]);
    expect([...byKind(wanted)]).toEqual([
      ["actions", { found: 1, wanted: 1 }],
      ["npm", { found: 1, wanted: 2 }],
    ]);
  });

  test("further is what is neither wanted nor tolerated; a call of a service is told apart", () => {
    const shown = [
      use("depot", "rails", { capability: "sleepers" }),
      use("depot", "rails", { capability: "rails" }),
      use("depot", "timetable"),
      use("tickets", "timetable", { via: "service" }),
    ];
    const tolerated = [{ consumer: "railway/depot", provider: "railway/timetable" }];
    const { further, shownCount } = scoreUses(shown, edges, tolerated);
    expect(further).toEqual([
      { consumer: "depot", provider: "rails", capabilities: ["rails", "sleepers"] },
    ]);
    expect(shownCount).toBe(2);
    const { drawn, of } = drawFurther(shown, edges, tolerated, { count: 30, seed: 1 });
    expect(of).toBe(3);
    expect(new Set(drawn.map(({ via }) => via))).toEqual(new Set(["declared", "service"]));
  });

  test("organisations whose edges name a kind differently are added up under one word", () => {
    const { wanted } = scoreUses([], [edge("depot", "signals", "pypi:signals")], []);
    const other = scoreUses([], [edge("yard", "signals", "pip:signals")], []).wanted;
    expect([...byKind(withCommonKinds([...wanted, ...other])).keys()]).toEqual(["pip"]);
  });

  test("a draw is repeatable, without repeats, and does not depend on the order of the report", () => {
    const shown = Array.from({ length: 12 }, (_, index) => use(`wagon-${String(index)}`, "rails"));
    fc.assert(
      fc.property(fc.nat(), fc.nat(20), fc.shuffledSubarray(shown, { minLength: 12 }), (...of) => {
        const [seed, count, shuffled] = of;
        const { drawn } = drawFurther(shuffled, [], [], { count, seed });
        expect(drawn).toEqual(drawFurther(shown, [], [], { count, seed }).drawn);
        expect(new Set(drawn).size).toBe(Math.min(count, 12));
      }),
    );
  });
});

describe("uses of a report", () => {
  const components = [
    { id: "component:tickets", repositoryId: "repository:github.com/railway/tickets", path: "." },
    { id: "component:gate", repositoryId: "repository:github.com/railway/tickets", path: "gate" },
    { id: "component:signals", repositoryId: "repository:github.com/railway/signals", path: "." },
  ] as Report["components"];
  const capabilities = [
    { id: "capability:signals", name: "signals", providerComponentId: "component:signals" },
    { id: "capability:gate", name: "gate", providerComponentId: "component:gate" },
    { id: "capability:elsewhere", name: "elsewhere", providerComponentId: null },
  ] as Report["capabilities"];
  const consumption = (
    capabilityId: string,
    rest: Partial<Report["consumptions"][number]> = {},
  ): Report["consumptions"][number] => ({
    id: "consumption:1",
    consumerComponentId: "component:tickets",
    capabilityId,
    via: "declared",
    scope: "runtime",
    from: "2024-01-01T00:00:00.000Z",
    fromCensored: false,
    to: null,
    endReason: null,
    continuesIn: null,
    constraint: null,
    versions: [],
    confidence: "observed",
    evidenceIds: [],
    ...rest,
  });
  const shown = (...consumptions: Report["consumptions"]) =>
    shownUses({ components, capabilities, consumptions });

  test("a use that goes on between two repositories is shown", () => {
    expect(shown(consumption("capability:signals"))).toMatchObject([
      { consumer: "tickets", provider: "signals", capability: "signals" },
    ]);
  });

  test.each([
    ["has ended", consumption("capability:signals", { to: "2025-01-01T00:00:00.000Z" })],
    ["is a test by the provider", consumption("capability:signals", { scope: "reverse-test" })],
    ["stays within its repository", consumption("capability:gate")],
    ["has no provider that was read", consumption("capability:elsewhere")],
  ])("one that %s is not", (_, one) => {
    expect(shown(one)).toEqual([]);
  });
});

describe("lines to judge a use by", () => {
  test("name the capability or a package of it, numbered and cut short", () => {
    const text = ["name: depot", `uses: railway/signals@v2${" ".repeat(3)}`, "x".repeat(200)];
    expect(linesNaming(text.join("\n"), ["railway/signals"])).toEqual([
      "2: uses: railway/signals@v2",
    ]);
    expect(linesNaming(text.join("\n"), ["xx"])[0]).toHaveLength("3: ".length + 160);
  });

  test("names are decoded, and the last part of each counts too", () => {
    expect(namesOf({ capability: "signals", packages: ["pkg:npm/%40railway/lamps"] })).toEqual([
      "signals",
      "pkg:npm/@railway/lamps",
      "lamps",
    ]);
  });
});
