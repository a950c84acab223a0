import { describe, expect, it, test } from "vitest";
import { componentColumns } from "#web/features/components/component-columns.tsx";
import {
  deliveryRows,
  durationWords,
  evidenceOfRollUp,
  quarterWords,
  type RollUp,
} from "#web/features/delivery/delivery-rows.ts";
import { jobRows } from "#web/features/jobs/job-rows.ts";
import { ecosystemWords, effectiveWords, packageWords } from "#web/features/jobs/job-words.ts";
import {
  budgetWords,
  lastDayWords,
  targetWords,
  windowWords,
} from "#web/features/reliability/reliability-words.ts";
import {
  chanceWords,
  historyOf,
  hoursWords,
  scoreWords,
} from "#web/features/signals/signal-words.ts";
import { teamCounts, teamLinks } from "#web/features/teams/team-links.ts";
import { valueRows } from "#web/features/value/value-columns.tsx";
import {
  associationWords,
  monthsWords,
  paybackSentence,
  spanWords,
} from "#web/features/value/value-words.ts";
import {
  byId,
  capability,
  component,
  delivery,
  job,
  objective,
  plain,
  sample,
  team,
  use,
} from "./rows.ts";

describe("delivery", () => {
  test.each([
    [0, "0 minutes"],
    [60, "1 minute"],
    [5399, "90 minutes"],
    [5400, "1.5 hours"],
    [86_400, "24 hours"],
    [172_799, "48 hours"],
    [172_800, "2 days"],
    [86_400 * 90, "3 months"],
  ])("%d seconds read %s", (seconds, words) => expect(plain(durationWords(seconds))).toBe(words));

  test.each([
    ["2026-01-01T00:00:00Z", "Q1 2026"],
    ["2026-06-30T23:59:59Z", "Q2 2026"],
    ["2025-12-31T00:00:00Z", "Q4 2025"],
  ])("%s is in %s", (from, words) => expect(plain(quarterWords(from))).toBe(words));

  it("has a row for each component and environment, named by the component or else the application", () => {
    const rows = deliveryRows(
      [
        delivery({
          id: "delivery:a/b",
          application: "shop-app",
          environment: "live",
          componentId: "component:shop",
        }),
        delivery({
          id: "delivery:2",
          application: "kiosk",
          environment: "live",
          componentId: null,
        }),
      ],
      byId([component("component:shop")]),
    );
    expect(rows.map(({ key, name, pointer }) => [key, name, pointer])).toEqual([
      ["shop-app in live", "shop", "/delivery/delivery:a~1b"],
      ["kiosk in live", "kiosk", "/delivery/delivery:2"],
    ]);
  });

  it("puts together the evidence of production rows of the same level, of the members alone", () => {
    const row = (name: string, more = {}) =>
      delivery({
        componentId: `component:${name}`,
        isProduction: true,
        level: "gitops",
        evidenceIds: [`evidence:${name}`],
        ...more,
      });
    const rows = [
      row("shop"),
      row("kiosk"),
      row("till", { level: "event" }),
      row("oven", { isProduction: false }),
    ];
    const rollUp = { level: "gitops", componentIds: ["component:shop"] } as unknown as RollUp;
    expect(evidenceOfRollUp(rows, { ...rollUp, scope: "team" })).toEqual(["evidence:shop"]);
    expect(evidenceOfRollUp(rows, { ...rollUp, scope: "organisation" })).toEqual([
      "evidence:shop",
      "evidence:kiosk",
    ]);
  });
});

describe("jobs", () => {
  it("have their key, their place, and a trend that ends on the day looked at", () => {
    const [row] = jobRows(
      [
        job({
          id: "job:1",
          ecosystem: "gem",
          job: "http-client",
          trend: [{ date: "2026-04-01" }] as never,
        }),
      ],
      "2026-03-03",
    );
    expect(row).toMatchObject({ key: "gem:http-client", pointer: "/jobs/job:1" });
    expect(row?.job.trend.map(({ date }) => date)).toEqual(["2026-03-03"]);
  });

  test.each([
    ["pkg:npm/%40acme/ui", "@acme/ui"],
    ["pkg:gem/oven-mitt", "oven-mitt"],
    ["capability:component:a#.!dough-kit", "dough-kit"],
    ["pkg:npm/100%", "100%"],
    ["pkg:npm/%E2%80%AEeman", "⟨U+202E⟩eman"],
  ])("the package %s reads %s", (purl, words) => expect(packageWords(purl)).toBe(words));

  it("are not called fragmented by rounding: 1.97 ways are not 2", () => {
    const three = job({ solutions: Array.from({ length: 3 }, () => ({})) as never });
    expect(plain(effectiveWords(three, 1.97))).toBe("1.9 of 3 ways");
    expect(plain(effectiveWords(three, 2))).toBe("2 of 3 ways");
    expect(plain(effectiveWords(three, 2.9999999999))).toBe("3 ways, evenly used");
    expect([ecosystemWords("gem"), ecosystemWords("cargo")]).toEqual(["Ruby", "cargo"]);
  });
});

describe("reliability", () => {
  test.each([
    [0.9995, "99.95 %"],
    [0.99, "99 %"],
    [0.999999, "99.9999 %"],
  ])("a target of %d is %s", (target, words) => expect(plain(targetWords(target))).toBe(words));

  test.each([
    [0.4, "40 % left"],
    [0, "0 % left"],
    [-0.5, "150 % used"],
  ])("a budget of %d is %s", (left, words) => expect(plain(budgetWords(left))).toBe(words));

  it("tells windows by length and kind, and its last day, not the midnight after it", () => {
    const window = { duration: "4w", timeZone: null, isAssumed: false };
    const told = (more: object): string =>
      plain(windowWords(objective({ window: { ...window, ...more } as never })));
    expect(told({})).toBe("4 weeks, rolling");
    expect(told({ duration: "1M", timeZone: "Europe/Paris", isAssumed: true })).toBe(
      "1 month, calendar of Europe/Paris (assumed)",
    );
    expect(windowWords(objective({ window: null }))).toBe("no window");
    expect(lastDayWords("2026-04-01T00:00:00Z")).toBe("31 Mar 2026");
  });
});

describe("signals", () => {
  it("show the longest history of their indicators", () => {
    const indicator = (...scores: readonly number[]) =>
      ({ history: scores.map((score) => ({ score })) }) as never;
    expect(
      historyOf({ indicators: [indicator(1), indicator(0.2, 0.4), indicator(0.9, 0.8)] }),
    ).toEqual([0.2, 0.4]);
    expect(historyOf({ indicators: [] })).toEqual([]);
    expect([scoreWords(-0.25), scoreWords(0.5)]).toEqual(["−0.25", "0.50"]);
  });
});

describe("value", () => {
  test.each([
    [118.4, "118 person-months"],
    [4.46, "4.5 person-months"],
    [0, "0 person-months"],
  ])("%d reads %s", (value, words) => expect(plain(monthsWords(value))).toBe(words));

  it("tells spans, and effects with their sign and unit", () => {
    expect(spanWords({ low: 0, high: 9.96 })).toBe("0 to 10");
    expect(spanWords({ low: 2.25, high: 1200 })).toBe("2.3 to 1,200");
    const effect: Parameters<typeof associationWords>[0] = {
      metric: "lead-time",
      unit: "relative",
      effect: -0.22,
      low: -0.34,
      high: 0.08,
      pValue: 0.01,
      adjustedPValue: 0.02,
      minimumDetectableEffect: 0.1,
      preTrend: null,
      adoptingOwnersCount: 4,
      comparisonOwnersCount: 5,
      componentsCount: 9,
      curve: [],
    };
    expect(plain(associationWords(effect))).toBe(
      "change lead time −22 % in the year after adoption (−34 % to +8 %)",
    );
    expect(
      plain(associationWords({ ...effect, metric: "change-fail-rate", unit: "absolute" })),
    ).toContain("change fail rate −22 points");
  });

  it("has rows that name their place in the report by the key of the capability", () => {
    const [line] = sample.value.capabilities;
    if (line === undefined) throw new Error("the sample has no value");
    const [row] = valueRows([{ ...line, capabilityId: "capability:a/b~c" }]);
    expect(row?.pointer).toBe("/value/capabilities/capability:a~1b~0c");
  });
});

describe("who is connected with whom", () => {
  const consumptions = [
    use({ id: "1", consumerComponentId: "component:shop", capabilityId: "capability:kit" }),
    use({ id: "2", consumerComponentId: "component:kiosk", capabilityId: "capability:kit" }),
    use({
      id: "3",
      consumerComponentId: "component:kiosk",
      capabilityId: "capability:ui",
      to: "2025-01-01T00:00:00Z",
    }),
    use({
      id: "5",
      consumerComponentId: "component:till",
      capabilityId: "capability:kit",
      to: "2025-01-01T00:00:00Z",
    }),
    use({
      id: "4",
      consumerComponentId: "component:oven",
      capabilityId: "capability:ui",
      scope: "reverse-test",
    }),
  ];
  const capabilities = [
    capability("capability:kit", {
      providerComponentId: "component:oven",
      ownerIds: ["team:oven"],
    }),
    capability("capability:ui", { providerComponentId: "component:oven", ownerIds: [] }),
  ];

  it("a team uses what its components use now, each capability once", () => {
    const tills = team("team:till", { componentIds: ["component:shop", "component:kiosk"] });
    const links = teamLinks(tills, capabilities, consumptions);
    expect(links.used).toEqual(["capability:kit"]);
    expect(links.uses.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(links.provided).toEqual([]);
    const ovens = teamLinks(team("team:oven", { componentIds: [] }), capabilities, consumptions);
    expect(ovens.provided.map(({ id }) => id)).toEqual(["capability:kit"]);
  });

  it("a team has components that stand, and beside them those that are archived", () => {
    const rows = [
      component("component:shop"),
      component("component:kiosk", { lifecycle: "archived" }),
      component("component:oven"),
    ];
    const tills = team("team:till", { componentIds: ["component:shop", "component:kiosk"] });
    expect(teamCounts(tills, rows)).toEqual({ standing: 1, archived: 1 });
  });

  it("a component is used by as many components as use anything of it now", () => {
    const columns = componentColumns({
      teams: byId([team("team:oven", { name: "Ovens" })]),
      capabilities,
      consumptions,
    });
    const value = (column: string, id: string) =>
      columns
        .find((one) => one.id === column)
        ?.value(component(id, { ownerIds: ["team:oven", "team:gone"] }));
    expect([value("users", "component:oven"), value("users", "component:shop")]).toEqual([2, 0]);
    expect([value("uses", "component:kiosk"), value("uses", "component:oven")]).toEqual([1, 0]);
    expect(value("owner", "component:shop")).toBe("Ovens, team:gone");
  });
});

describe("the chance of a signal", () => {
  const facets = [0.2, 0.6].map((mass) => ({ ...sample.signals.signals[0]!.facets[0]!, mass }));
  test.each([
    ["present", "94 % (25 % before)"],
    ["not-looked-at", "enough: 94 % (25 % before), from 40 % of what could be"],
  ] as const)("%s", (state, words) =>
    expect(plain(chanceWords({ state, chance: 0.94, prior: 0.25, facets }))).toBe(words),
  );
});

test.each([
  [1, "1 person-month"],
  [1.04, "1 person-month"],
  [2.5, "2.5 person-months"],
  [0, "0 person-months"],
])("%s months", (months, words) => expect(plain(monthsWords(months))).toBe(words));

test.each([
  ["pays", "it pays for itself"],
  ["does-not-pay", "it does not pay for itself"],
  ["not-shown", "not shown yet to pay for itself"],
  [null, "whether it pays for itself cannot be said"],
] as const)("%s in a sentence", (payback, words) => expect(paybackSentence(payback)).toBe(words));

test.each([
  [0.02, "5 minutes"],
  [0.3, "20 minutes"],
  [1, "1 hour"],
  [2.5, "2.5 hours"],
])("%s hours", (hours, words) => expect(plain(hoursWords(hours))).toBe(words));
