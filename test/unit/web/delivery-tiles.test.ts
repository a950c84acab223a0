import { describe, expect, it } from "vitest";
import { rollUpsOf } from "#web/features/delivery/delivery-rows.ts";
import { deliveryTiles, stageRows } from "#web/features/delivery/delivery-tiles.ts";
import { delivery } from "./rows.ts";

const rollUp = (changes: object): never =>
  ({
    scope: "organisation",
    id: "organisation",
    name: "The bakery",
    level: "gitops",
    window: { from: "2025-06-30T00:00:00Z", to: "2026-06-30T00:00:00Z" },
    componentsCount: 2,
    componentIds: ["oven", "shop"],
    deploymentsCount: 1300,
    perWeek: 25.04,
    componentPerWeek: 12.5,
    leadTimeSeconds: { p50: 7200, p85: 9000, n: 80, low: 3600, high: 10_800 },
    componentLeadTimeSeconds: null,
    changeFailRate: null,
    recoverySeconds: { p50: 3600, n: 3, unresolvedCount: 1 },
    reworkRate: null,
    quarters: [
      {
        from: "2026-01-01T00:00:00Z",
        to: "2026-04-01T00:00:00Z",
        deploymentsCount: 90,
        leadTimeSeconds: 7200,
        commitsCount: 4,
      },
      {
        from: "2026-04-01T00:00:00Z",
        to: "2026-05-06T00:00:00Z",
        deploymentsCount: 35,
        leadTimeSeconds: null,
        commitsCount: 0,
      },
    ],
    ...changes,
  }) as never;

describe("deliveryTiles", () => {
  it("say the four measures, and what would make the unknown one known", () => {
    const tiles = deliveryTiles(rollUp({}), []);
    expect(tiles.map(({ id, value }) => [id, value?.replaceAll("\u00a0", " ") ?? null])).toEqual([
      ["frequency", "25 a week"],
      ["lead-time", "2 hours"],
      ["change-fail-rate", null],
      ["recovery", "60 minutes"],
    ]);
    expect(tiles[2]?.missing).toContain("incidents");
    expect(tiles[3]?.words).toContain("1 not over yet");
  });

  it("give quarters as rates of a week, so that one that is not over is no fall", () => {
    const [frequency] = deliveryTiles(rollUp({}), []);
    expect(frequency?.points.map(({ value, isPartial }) => [value, isPartial])).toEqual([
      [7, false],
      [7, true],
    ]);
  });
});

describe("stageRows", () => {
  it("are medians over components, of production at the level of the roll-up", () => {
    const stage = (p50: number, changes: object = {}): never =>
      ({
        ...delivery({}),
        isProduction: true,
        level: "gitops",
        stages: [{ stage: "commit-to-merge", p50, p85: p50, n: 3 }],
        ...changes,
      }) as never;
    const rows = stageRows(rollUp({}), [
      stage(100),
      stage(300),
      stage(9000, { isProduction: false }),
      stage(9000, { level: "event" }),
    ]);
    expect(rows).toEqual([
      { stage: "commit-to-merge", words: "commit to merge", p50: 200, componentsCount: 2 },
    ]);
  });
});

describe("rollUpsOf", () => {
  it("are those of the team that the screens are narrowed to, the fullest level first", () => {
    const all = [
      rollUp({}),
      rollUp({ scope: "team", id: "bakers", level: "event", deploymentsCount: 3 }),
      rollUp({ scope: "team", id: "bakers", deploymentsCount: 30 }),
    ];
    const found = rollUpsOf({ deliveryRollUps: all }, "bakers");
    expect(found.map(({ level }) => level)).toEqual(["gitops", "event"]);
    expect(rollUpsOf({ deliveryRollUps: all }, null)).toHaveLength(1);
  });
});
