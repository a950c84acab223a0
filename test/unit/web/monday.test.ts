import { describe, expect, it } from "vitest";
import { happened } from "#web/features/monday/happened.ts";
import { largestChange } from "#web/features/monday/largest-change.ts";
import { momentsBefore } from "#web/features/monday/quarter-ends.ts";
import { tilesOf } from "#web/features/monday/tiles.ts";
import { plural } from "#web/ui/words.ts";
import { pastWords } from "#web/ui/tiles/tile.ts";
import { signsFigure, verdictHeadline, verdictLead } from "#web/features/signals/signal-words.ts";
import { sampleReport } from "#fixtures/sample-report.ts";

const sample = sampleReport();
const now = sample.consumptions.filter((use) => use.to === null && use.scope !== "reverse-test");

describe("moments at which Monday looks back", () => {
  it("are the ends of eleven quarters and the day itself, which may be within one", () => {
    const moments = momentsBefore("2026-05-10T00:00:00Z");
    expect(moments).toHaveLength(12);
    expect(moments.at(-2)).toEqual({ at: Date.UTC(2026, 3, 1) });
    expect(moments.at(-1)).toEqual({ at: Date.UTC(2026, 4, 10) });
    expect(
      momentsBefore("2026-04-01T00:00:00Z").filter(({ at }) => at === Date.UTC(2026, 3, 1)),
    ).toHaveLength(1);
  });
});

describe("the four tiles", () => {
  const [adoption, behind, leadTime, promises] = tilesOf(sample, null);

  it("count who builds on the platform as the other screens do, and end on the day", () => {
    const builders = new Set(now.map((use) => use.consumerComponentId)).size;
    expect(adoption?.value).toBe(String(builders));
    expect(adoption?.points.at(-1)?.value).toBe(builders);
  });

  it("count who could build on it without what is archived, unless that is counted among who does", () => {
    const builders = new Set(now.map((use) => use.consumerComponentId));
    const idle = sample.components.find(({ id }) => !builders.has(id))?.id;
    const builder = sample.components.find(({ id }) => builders.has(id))?.id;
    const archive = (...ids: readonly (string | undefined)[]) =>
      tilesOf(
        {
          ...sample,
          components: sample.components.map((one) => ({
            ...one,
            lifecycle: ids.includes(one.id) ? "archived" : "production",
          })),
        },
        null,
      )[0];
    const every = sample.components.length;
    expect(archive()?.words).toBe(`of ${plural(every, "component")}`);
    expect(archive(idle)?.words).toBe(`of ${plural(every - 1, "component")}`);
    expect(archive(builder)?.words).toBe(`of ${plural(every, "component")}`);
    expect(archive(builder)?.value).toBe(String(builders.size));
  });

  it("add up what adoption says of newest majors", () => {
    const known = sample.adoption.flatMap(({ currency }) => currency.onNewestMajor ?? []);
    const users = known.reduce((sum, one) => sum + one.denominator, 0);
    const late = known.reduce((sum, one) => sum + one.denominator - one.numerator, 0);
    expect(behind?.words).toContain(`${String(late)} of ${String(users)}`);
  });

  it("say what would make them known where they are not", () => {
    for (const tile of [leadTime, promises])
      expect((tile?.value === null) === (tile?.missing !== null)).toBe(true);
    const bare = tilesOf(
      {
        ...sample,
        delivery: [],
        deliveryRollUps: [],
        reliability: [],
        stability: [],
        adoption: [],
      },
      null,
    );
    expect(bare.map(({ missing }) => missing === null)).toEqual([true, false, false, false]);
  });

  it("of a team are of its components", () => {
    const team = sample.teams.find(({ componentIds }) => componentIds.length > 0)?.id ?? "";
    const own = new Set(
      sample.components.filter((one) => one.ownerIds.includes(team)).map(({ id }) => id),
    );
    const builders = new Set(now.map((use) => use.consumerComponentId).filter((id) => own.has(id)));
    expect(tilesOf(sample, team)[0]?.value).toBe(String(builders.size));
  });

  it("stand beside their own past", () => {
    const points = [10, 12, 14, 16, 20].map((value, index) => ({
      at: new Date(Date.UTC(2025, index * 3, 1)).toISOString(),
      value,
      isPartial: false,
    }));
    if (adoption === undefined) throw new Error("no tile");
    expect(pastWords({ ...adoption, points })).toBe("10 a year ago");
    expect(pastWords({ ...adoption, points: points.slice(0, 2) })).toBeNull();
  });
});

describe("what happened", () => {
  it("is told once for each capability, with all who did it, and only in the time that is asked of", () => {
    const all = happened(sample, { team: null, from: null });
    const adopted = all.filter(({ kind }) => kind === "adopted");
    const subjects = adopted.map(({ subject }) => JSON.stringify(subject));
    expect(new Set(subjects).size).toBe(subjects.length);
    const from = Date.parse("2025-01-01T00:00:00Z");
    for (const { at } of happened(sample, { team: null, from }))
      if (at !== null) expect(Date.parse(at)).toBeGreaterThanOrEqual(from);
    expect(
      happened(sample, { team: "team:nobody", from: null }).filter(({ kind }) => kind !== "asked"),
    ).toEqual([]);
  });
});

describe("the largest change", () => {
  const point = (date: string, components: number) => ({ date, components });
  const curve = (capabilityId: string, ...points: ReturnType<typeof point>[]) =>
    ({ capabilityId, curve: points }) as unknown as (typeof sample.adoption)[number];
  const kit = curve(
    "kit",
    point("2022-01-01T00:00:00Z", 1),
    point("2025-05-01T00:00:00Z", 9),
    point("2026-06-01T00:00:00Z", 10),
  );
  const old = curve("old", point("2024-01-01T00:00:00Z", 9), point("2026-06-01T00:00:00Z", 5));

  it("is of a year, of several where a year tells nothing, either way", () => {
    expect(largestChange([kit, old], () => true)).toMatchObject({
      capabilityId: "old",
      change: -4,
      years: 1,
    });
    expect(largestChange([kit], () => true)).toMatchObject({ change: 9, years: 3 });
    expect(largestChange([kit, old], () => false)).toBeNull();
  });

  it("is what its picture shows: whoever was there when it began did not come since", () => {
    const young = curve(
      "young",
      point("2024-02-01T00:00:00Z", 10),
      point("2026-06-01T00:00:00Z", 10),
    );
    expect(largestChange([young, old], () => true)).toMatchObject({ capabilityId: "old" });
    expect(largestChange([young], () => true)).toBeNull();
  });
});

describe("the verdict on a screen", () => {
  it("is a headline, a figure and the rest of its sentence, nothing said twice", () => {
    const sentence =
      "About 5 of 7 signs hold (80 %: 4 to 6). A platform product manager is needed. Waiting a quarter costs about 0.5 person-months (0.2 to 1.6).";
    expect(verdictLead({ sentence })).toBe(
      "Waiting a quarter costs about 0.5 person-months (0.2 to 1.6).",
    );
    expect(verdictHeadline({ answer: "needed", leaning: "needed" })).toBe(
      "A platform product manager is needed",
    );
    expect(verdictHeadline({ answer: "undecided", leaning: "not-yet" })).toBe(
      "No platform product manager seems to be needed yet",
    );
    expect(signsFigure({ signs: { mean: 1.6, low: 0, high: 3, chances: [] } }).value).toBe(
      "2 of 7",
    );
  });
});
