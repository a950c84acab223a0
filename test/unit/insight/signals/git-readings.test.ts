import { describe, expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { avoidableParts } from "#insight/signals/avoidable.ts";
import { daysToLock } from "#insight/signals/readings/days-to-lock.ts";
import {
  dependencyUpdates,
  pipelineChanges,
  pipelineRepairs,
} from "#insight/signals/readings/kinds-of-change.ts";
import { retiredStillUsed } from "#insight/signals/readings/ownership-readings.ts";
import { patchDays } from "#insight/signals/readings/patch-days.ts";
import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import { readSpeed } from "#insight/signals/readings/speed-over-maintainability.ts";
import {
  consumersPerContributor,
  platformWorkFalling,
  workByOthers,
} from "#insight/signals/readings/shared-care.ts";
import { spreadOfMedian, spreadOfShare } from "#insight/signals/readings/spread.ts";
import { usedElsewhere } from "#insight/signals/readings/used-elsewhere.ts";
import { asOf, bakery, DAY, kit, on, shop, use } from "../adoption/bakery.ts";
import { clone, kindsOf, known, lock, sourcesOf } from "./sources.ts";

describe("how sure a value is", () => {
  test("clusters are drawn whole: one that differs counts once, however much it holds", () => {
    const parts = Array.from({ length: 8 }, (_, index) => ({
      cluster: `shop ${String(index)}`,
      part: index === 0 ? 100 : 0,
      of: 100,
    }));
    const { clusters, deviation } = spreadOfShare(parts);
    expect(clusters).toBe(8);
    // √(p(1 − p) ÷ 8) with p = 1/8
    expect(deviation).toBeCloseTo(0.117, 1);
    expect(spreadOfShare([...parts, ...parts]).deviation).toBeCloseTo(deviation ?? 0, 9);
  });

  test("of one cluster nothing is said but that it is one", () => {
    expect(spreadOfShare([{ cluster: "a", part: 1, of: 2 }])).toEqual({
      clusters: 1,
      deviation: null,
    });
    expect(spreadOfMedian([]).clusters).toBe(0);
  });
});

describe("kinds of change", () => {
  const quarter = { changesCount: 50, humanChangesCount: 30, updatesCount: 25 };
  const repositories = [
    clone("rye", kindsOf({ ...quarter, humanUpdatesCount: 10, humanPipelinesCount: 6 })),
    clone("oat", kindsOf({ ...quarter, humanUpdatesCount: 0, humanPipelinesCount: 0 })),
    clone("old", kindsOf({}, {}, {}, {}, { changesCount: 999, humanUpdatesCount: 999 })),
  ];

  test("updates by people, of all changes of the last four quarters", () => {
    const found = known(dependencyUpdates(sourcesOf({ repositories })));
    expect(found).toMatchObject({ value: 0.1, n: 100 });
    expect(found.text).toMatch(/^50 of 100 changes .* 10 of them written or merged by people/);
    expect(found.evidence).toHaveLength(1);
  });

  test("work on pipelines, of changes by people to products: whose trade are images works on nothing else", () => {
    const images = clone("oven", kindsOf({ ...quarter, humanPipelinesCount: 30 }));
    const found = known(
      pipelineChanges(
        sourcesOf({
          repositories: [...repositories, images],
          productIds: new Set(["component:rye", "component:oat"]),
        }),
      ),
    );
    expect(found.value).toBeCloseTo(0.1, 9);
    expect(found.coverage).toBe(1);
    const none = sourcesOf({ repositories, productIds: new Set() });
    expect(pipelineChanges(none).unknown?.reason).toContain("No change by people to products");
    const still = sourcesOf({
      repositories: [clone("rye")],
      productIds: new Set(["component:rye"]),
    });
    expect(pipelineChanges(still).unknown?.code).toBe("no-changes");
  });

  test("repairs of pipelines open at their commits, and say what they were a quarter before", () => {
    const repair = { commit: "decaf", at: asOf - 40 * DAY };
    const mended = { humanChangesCount: 30, humanRepairsCount: 3, repairs: [repair] };
    const found = known(
      pipelineRepairs(
        sourcesOf({
          repositories: [
            clone("rye", kindsOf(mended, {}, {}, {}, { humanChangesCount: 10 })),
            clone("oat", kindsOf({ humanChangesCount: 30 })),
          ],
          productIds: new Set(["component:rye", "component:oat"]),
        }),
      ),
    );
    expect(found).toMatchObject({ value: 0.05, n: 60, coverage: 1 });
    expect(found.evidence).toMatchObject([{ commit: "decaf", repositoryId: "repository:rye" }]);
    expect(found.history.slice(-2).map(({ value }) => value)).toEqual([0, 0.05]);
    expect(found.history.map(({ at }) => at)).toEqual(
      found.history.map(({ at }) => at).toSorted((a, b) => a - b),
    );
    expect(found.spread).toMatchObject({ clusters: 2 });
  });
});

describe("retired things in use", () => {
  const adoptionOf = (adoptersNow: number) =>
    [{ capabilityId: kit("oven-kit").id, adoptersNow, retirement: null }] as never;

  test("of what was never given up nothing is said", () => {
    for (const users of [0, 3])
      expect(retiredStillUsed(sourcesOf({ adoption: adoptionOf(users) })).unknown?.code).toBe(
        "none-retired",
      );
  });
});

describe("days to lock", () => {
  const repositories = ["rye", "oat", "bun"].map((name) => clone(name));
  const early = (name: string) => lock(name, "1.0.0", "2022-01-01", null);

  test("from the first lock anywhere; who has not taken it is censored, not left out", () => {
    const locked = [
      lock("rye", "1.0.0", "2022-01-01", "2024-01-01"),
      lock("rye", "2.0.0", "2024-01-01", null),
      lock("oat", "1.0.0", "2022-01-01", "2024-01-11"),
      lock("oat", "2.0.0", "2024-01-11", null),
      early("bun"),
    ];
    const found = known(daysToLock(sourcesOf({ locked, repositories })));
    // Of two that waited one took it after ten days: half still wait then.
    expect(found).toMatchObject({ value: 10, n: 2 });
    expect(found.text).toContain("(1 ended");
  });

  test("a later version counts as taken, and who was first does not wait", () => {
    const locked = [
      lock("rye", "1.0.0", "2022-01-01", "2024-01-01"),
      lock("rye", "2.0.0", "2024-01-01", null),
      ...["oat", "bun"].flatMap((name) => [
        lock(name, "1.0.0", "2022-01-01", "2024-03-01"),
        lock(name, "3.0.0", "2024-03-01", null),
      ]),
    ];
    const found = known(daysToLock(sourcesOf({ locked, repositories })));
    // 2.0.0 after 60 days; 3.0.0 was the first of two at once, and rye still waits for it.
    expect(found.value).toBe(60);
  });

  test("packages of fewer than three repositories say nothing", () => {
    expect(
      daysToLock(sourcesOf({ locked: [early("rye"), early("oat")], repositories })).unknown?.code,
    ).toBe("no-locks");
  });
});

describe("fixed versions taken late", () => {
  const advisories = [
    {
      id: "OSV-1",
      aliases: [],
      summary: null,
      affected: [
        {
          purl: "pkg:gem/flour",
          ranges: [
            {
              events: [
                { kind: "introduced" as const, version: "0" },
                { kind: "fixed" as const, version: "2.0.0" },
              ],
            },
          ],
          versions: [],
        },
      ],
    },
  ];
  const organisation = bakery({ components: ["rye", "oat", "bun"].map((name) => shop(name)) });

  test("owners who kept an affected one for 90 days more than the first", () => {
    const locked = [
      lock("rye", "1.0.0", "2022-01-01", "2024-01-01"),
      lock("rye", "2.0.0", "2024-01-01", null),
      lock("oat", "1.0.0", "2022-01-01", "2024-02-01"),
      lock("oat", "2.0.0", "2024-02-01", null),
      lock("bun", "1.0.0", "2022-01-01", null),
    ];
    const repositories = [clone("rye")];
    const found = known(patchDays(sourcesOf({ organisation, advisories, locked, repositories })));
    expect(found).toMatchObject({ value: 0.5, n: 2 });
    expect(patchDays(sourcesOf({ advisories: null, locked })).unknown?.code).toBe("no-advisories");
  });
});

describe("care of what is shared", () => {
  const organisation = bakery({
    components: ["oven", "rye", "oat"].map((name) => shop(name)),
    capabilities: [kit("oven-kit")],
    consumptions: [
      use("rye", "oven-kit", "2020-01-01"),
      use("oat", "oven-kit", "2024-06-01"),
      use("oven", "oven-kit", "2020-01-01"),
    ],
  });
  const adoption = assessAdoption(organisation, { bootstrapReplicates: 10, scanReplicates: 9 });
  const end = Math.floor((asOf - DAY) / DAY);
  /** People, each at work on these days before the end. */
  const activity = (people: readonly string[], ...daysBefore: readonly number[]) => {
    const rows = people.flatMap((_, index) => daysBefore.map((before) => ({ index, before })));
    return {
      persons: people,
      personIndex: Uint32Array.from(rows, ({ index }) => index),
      day: Uint32Array.from(rows, ({ before }) => end - before),
      commitsCount: Uint16Array.from(rows, () => 1),
    };
  };
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => `p${String(index)}`);
  const human = (count: number) => ({ humanChangesCount: count });

  test("changes by people fall, against the four quarters before", () => {
    const repositories = [
      clone(
        "oven",
        kindsOf(human(5), human(5), human(5), human(5), human(20), human(20), human(20), human(20)),
      ),
      clone("rye", kindsOf(human(99))),
    ];
    const found = known(platformWorkFalling(sourcesOf({ organisation, adoption, repositories })));
    expect(found).toMatchObject({ value: 0.75, n: 80 });
    expect(
      platformWorkFalling(sourcesOf({ organisation, adoption: [], repositories })).unknown?.code,
    ).toBe("none-shared");
  });

  test("consumers for each person at work grow, and fewer than five people are not looked at", () => {
    const of = (count: number) =>
      consumersPerContributor(
        sourcesOf({
          organisation,
          adoption,
          repositories: [clone("oven", { activity: activity(people(count), 10, 800) })],
        }),
      );
    // One consumer of another repository two years ago, two now, as many people: the root of two a year.
    expect(known(of(5)).value).toBeCloseTo(Math.SQRT2 - 1, 9);
    expect(of(4).unknown?.code).toBe("too-few");
  });

  test("work by people who mostly work elsewhere is told in sums of five on either side", () => {
    const of = (count: number) =>
      workByOthers(
        sourcesOf({
          organisation,
          adoption,
          repositories: [
            clone("oven", { activity: activity(people(count), 10) }),
            clone("rye", { activity: activity(people(count), 11, 12) }),
          ],
        }),
      );
    expect(known(of(5))).toMatchObject({ value: 1, n: 5 });
    expect(of(4).unknown?.code).toBe("too-few-people");
  });

  test("parts of one repository are no customers of one another", () => {
    expect(
      [...(usedElsewhere(adoption, organisation).get("capability:oven-kit") ?? [])].toSorted(),
    ).toEqual(["repository:oat", "repository:rye"]);
  });

  test("what could be avoided is counted from updates by people, and not where nothing was seen", () => {
    const repositories = [
      clone("rye", kindsOf({ humanChangesCount: 200, humanUpdatesCount: 140 })),
    ];
    const effort = [
      {
        componentId: "component:rye",
        months: new Map([[2024 * 12 + 10, 4]]),
        total: 4,
        peopleCount: 6,
      },
    ];
    const [part] = avoidableParts({ repositories, effort, duplication: null, asOf });
    expect(part?.personMonths).toEqual({ low: 0.25, likely: 1, high: 4 });
    expect(avoidableParts({ repositories: [], effort, duplication: null, asOf })).toEqual([]);
  });
});

test("a clone that is older than the others is judged up to when it was seen, not as if nobody worked on it", () => {
  const old = clone("oven", kindsOf({}, {}, { changesCount: 40, humanUpdatesCount: 20 }));
  const organisation = bakery({
    olderClones: new Map([["repository:oven", on("2024-07-01")]]),
  });
  const found = known(dependencyUpdates(sourcesOf({ organisation, repositories: [old] })));
  expect(found).toMatchObject({ value: 0.5, n: 40 });
});

describe("what grows", () => {
  const quarters = [0, 0, 0, 0, 0.05, 0.1, 0.15, 0.1].map((dependencyLagYears, index) => ({
    to: on("2023-04-01") + index * 91 * DAY,
    dependencyLagYears,
    reworkShare: null,
    churnShare: null,
    hotFileLines: null,
  }));
  const trend = { measure: "dependencyLag", perYear: 0.065, low: 0.01, high: 0.13, n: 8 };
  const lagOf = (relativePerYear: number | null, more: object = {}) => {
    const scope = {
      kind: "organisation",
      trends: [{ ...trend, relativePerYear, ...more }],
      quarters,
      evidence: [],
    };
    const maintainability = { scopes: [scope] } as unknown as IndicatorSources["maintainability"];
    return known(readSpeed(sourcesOf({ maintainability }))["dependency-lag-growth"]);
  };

  test("is told in its own unit where its mean is next to nothing, not as a share of something else", () => {
    expect(lagOf(null).text).toBe(
      "Dependency lag is low, and grows by 0.07 years a year over 8 quarters",
    );
    expect(lagOf(0.4).text).toMatch(/grows by 40\s% a year over 8 quarters$/);
  });

  test("has no direction where chance alone may make it", () => {
    expect(lagOf(null, { low: -0.01 }).text).toBe(
      "Dependency lag is low, and neither clearly grows nor falls: between −0.01 years and +0.13 years a year over 8 quarters",
    );
    expect(lagOf(0.4, { low: -0.013 }).text).toMatch(
      /neither clearly grows nor falls: between −8\s% and \+80\s% a year over 8 quarters$/,
    );
    expect(lagOf(-0.4, { perYear: -0.065, low: -0.13, high: -0.01 }).text).toMatch(
      /falls by 40\s% a year/,
    );
  });
});
