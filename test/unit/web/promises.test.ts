import { describe, expect, it } from "vitest";
import { tilesOf } from "#web/features/monday/tiles.ts";
import { versionPromises } from "#web/features/reliability/version-promises.ts";
import { lastWeek, weeksKept } from "#web/features/reliability/weeks-kept.ts";
import { weeksWords } from "#web/features/reliability/reliability-words.ts";
import { capability, objective, plain, sample } from "./rows.ts";

const day = 86_400_000;
const from = Date.parse("2026-06-01T00:00:00Z");

/** An objective of 99 % over so many days, with the bad events of each out of 1,000. */
const over = (bad: readonly (number | null)[]) =>
  objective({
    objective: 0.99,
    window: {
      duration: "28d",
      timeZone: null,
      isAssumed: false,
      from: new Date(from).toISOString(),
      to: new Date(from + bad.length * day).toISOString(),
      end: new Date(from + bad.length * day).toISOString(),
    },
    burnDown: bad.map((count, index) => ({
      at: new Date(from + (index + 1) * day).toISOString(),
      budgetLeft: 0.5,
      good: count === null ? 0 : 1000 - count,
      total: count === null ? 0 : 1000,
      evidenceIds: [],
    })),
  });
const days = (count: number, bad: number | null): (number | null)[] =>
  Array.from({ length: count }, () => bad);

describe("weeks of an objective", () => {
  it("are judged each for itself, the last one ending with what was counted", () => {
    const uneven = over([...days(2, 900), ...days(7, 0), ...days(7, null), ...days(7, 11)]);
    expect(weeksKept(uneven)).toEqual([true, null, false]);
    expect(weeksWords(uneven)).toBe("1 of 2");
    // Just on the target is kept.
    expect(weeksKept(over(days(7, 10)))).toEqual([true]);
  });

  it("are none in a window that is younger than a week, or without counts", () => {
    expect(weeksKept(over(days(6, 0)))).toEqual([]);
    expect(weeksWords(over(days(6, 0)))).toBeNull();
    expect(weeksKept(objective({ window: null, burnDown: [] }))).toEqual([]);
    expect(lastWeek([over(days(7, 0)), over(days(14, 20)), over(days(3, 0))])).toEqual({
      counted: 2,
      kept: 1,
    });
  });
});

const broken = (version: string, at: string) => ({
  version,
  previous: "1.0.0",
  bump: "minor" as const,
  at,
  removedCount: 1,
  removedNames: ["bake"],
  hit: [],
  evidenceIds: [],
});
const [first] = sample.stability;
if (first === undefined) throw new Error("The sample tells of no releases");
const stability = [
  {
    ...first,
    capabilityId: "capability:oven",
    comparedCount: 5,
    violations: [broken("1.1.0", "2026-01-01T00:00:00Z"), broken("1.2.0", "2026-02-01T00:00:00Z")],
  },
  { ...first, capabilityId: "capability:dough", comparedCount: 3, violations: [] },
  { ...first, capabilityId: "capability:api", comparedCount: 0, violations: null },
];
const capabilities = [
  capability("capability:oven", { ownerIds: ["team:bakers"] }),
  capability("capability:dough", { ownerIds: [] }),
  capability("capability:api", { ownerIds: [] }),
];

describe("what releases promised", () => {
  it("is counted where two releases could be compared, the newest breach first", () => {
    const all = versionPromises(stability, capabilities, null);
    expect([all.compared, all.kept, all.capabilitiesCount]).toEqual([8, 6, 2]);
    expect(all.broken.map(({ violation }) => violation.version)).toEqual(["1.2.0", "1.1.0"]);
    const own = versionPromises(stability, capabilities, "team:bakers");
    expect([own.compared, own.kept, own.capabilitiesCount]).toEqual([5, 3, 1]);
  });

  it("is what Monday tells where no objective can be judged, with what would connect objectives", () => {
    const tileOf = (changes: object) =>
      tilesOf({ ...sample, reliability: [], stability, capabilities, ...changes }, null)[3];
    expect(plain(tileOf({})?.value ?? "")).toBe("6 of 8");
    expect(plain(tileOf({})?.words ?? "")).toContain("of 2 capabilities");
    expect(tileOf({ stability: [] })?.missing).toContain("OpenSLO");
    const judged = tileOf({
      reliability: [
        { ...over(days(28, 0)), state: "ok" },
        { ...over(days(28, 20)), state: "spent" },
        { ...over([]), state: "unjudgeable" },
      ],
    });
    expect(judged?.value).toBe("1 of 2");
    expect(judged?.words).toContain("1 of 2 reached their target in the last week");
  });
});
