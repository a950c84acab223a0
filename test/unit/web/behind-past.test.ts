import { describe, expect, it } from "vitest";
import { behindThen } from "#web/features/monday/behind-past.ts";
import { tilesOf } from "#web/features/monday/tiles.ts";
import { adoption, capability, component, sample, use } from "./rows.ts";

const asOf = "2026-06-30T00:00:00.000Z";
const [oven, shop, van] = ["oven", "shop", "van"].map((name) =>
  component(`component:${name}`, { lifecycle: "production", repositoryId: `repository:${name}` }),
);
const dough = capability("capability:dough", {
  providerComponentId: "component:mill",
  releases: [
    { version: "1.0.0", at: "2024-01-01T00:00:00Z" },
    { version: "2.0.0", at: "2025-01-01T00:00:00Z" },
    { version: "3.0.0-rc.1", at: "2025-09-01T00:00:00Z" },
    { version: "3.0.0", at: "2026-06-01T00:00:00Z" },
  ],
});

type Versions = Readonly<Record<string, string>>;

/** Each version holds until the next one begins. */
function usedBy(name: string, versions: Versions, to: string | null = null) {
  const days = Object.keys(versions);
  return use({
    id: `consumption:${name}`,
    capabilityId: dough.id,
    consumerComponentId: `component:${name}`,
    from: days[0] ?? asOf,
    to,
    versions: Object.values(versions).map((version, place) => ({
      version,
      from: days[place] ?? asOf,
      to: days[place + 1] ?? to,
    })),
  });
}

interface Said {
  readonly numerator: number;
  readonly denominator: number;
}

function reportOf(consumptions: ReturnType<typeof usedBy>[], { numerator, denominator }: Said) {
  const components = [oven, shop, van].flatMap((one) => one ?? []);
  const repositories = components.map(({ repositoryId }) => ({
    ...sample.repositories[0]!,
    id: repositoryId,
    seenUntilAt: null as string | null,
  }));
  const currency = {
    newestMajor: "3",
    onNewestMajor: { major: "2", share: numerator / denominator, numerator, denominator },
    versionsBehind: null,
    libyears: null,
    versionsInUse: [],
  };
  return {
    ...sample,
    asOf,
    components,
    capabilities: [dough],
    consumptions,
    repositories,
    adoption: [adoption({ capabilityId: dough.id, currency })],
  };
}

const onTwo = usedBy("oven", { "2024-02-01T00:00:00Z": "1.2.0", "2025-02-01T00:00:00Z": "2.1.0" });
const onOne = usedBy("shop", { "2024-03-01T00:00:00Z": "1.0.0" });
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

describe("who was behind a major version", () => {
  it("is told of any moment by the rule of the day: a new major has days of grace", () => {
    const then = behindThen(reportOf([onTwo, onOne], { numerator: 1, denominator: 2 }), asOf);
    const at = (text: string) => then?.(day(text), null);
    expect(at("2024-06-01")).toEqual({ users: 2, behind: 0 });
    // Out since January: asked for from April on.
    expect(at("2025-03-01")).toEqual({ users: 2, behind: 0 });
    expect(at("2025-05-01")).toEqual({ users: 2, behind: 1 });
    expect(at("2026-06-30")).toEqual({ users: 2, behind: 1 });
    expect(then?.(day("2025-05-01"), new Set(["component:oven"]))).toEqual({ users: 1, behind: 0 });
  });

  it("is not told where the rule does not give what the report says of its own day", () => {
    const report = reportOf([onTwo, onOne], { numerator: 2, denominator: 2 });
    expect(behindThen(report, asOf)).toBeNull();
    expect(tilesOf(report, null)[1]?.points).toEqual([]);
  });

  it("takes a use for ended when its component was archived, and an older clone for what it was", () => {
    const report = reportOf([onTwo, onOne], { numerator: 1, denominator: 1 });
    const archived = report.components.map((one) =>
      one.id === "component:shop"
        ? { ...one, lifecycle: "archived" as const, lastHumanCommit: "2025-06-01T00:00:00Z" }
        : one,
    );
    const then = behindThen({ ...report, components: archived }, asOf);
    expect(then?.(day("2025-05-15"), null)).toEqual({ users: 2, behind: 1 });
    expect(then?.(day("2025-07-01"), null)).toEqual({ users: 1, behind: 0 });

    const older = reportOf([onTwo, onOne], { numerator: 1, denominator: 1 });
    const repositories = older.repositories.map((one) =>
      one.id === "repository:shop" ? { ...one, seenUntilAt: "2025-02-15T00:00:00Z" } : one,
    );
    const seen = behindThen({ ...older, repositories }, asOf);
    // Seen before the second major was asked for: nothing says what it uses since.
    expect(seen?.(day("2025-02-10"), null).users).toBe(2);
    expect(seen?.(day("2025-07-01"), null)).toEqual({ users: 1, behind: 0 });
  });

  it("judges nothing by a version above all that was out, unless that is a pre-release", () => {
    const ahead = usedBy("van", { "2025-10-01T00:00:00Z": "3.0.0-rc.1" });
    const then = behindThen(reportOf([onTwo, ahead], { numerator: 2, denominator: 2 }), asOf);
    expect(then?.(day("2026-01-01"), null)).toEqual({ users: 2, behind: 0 });
    const early = usedBy("van", {
      "2025-10-01T00:00:00Z": "3.0.0",
      "2026-06-10T00:00:00Z": "3.0.0",
    });
    const other = behindThen(reportOf([onTwo, early], { numerator: 2, denominator: 2 }), asOf);
    expect(other?.(day("2026-01-01"), null)).toEqual({ users: 0, behind: 0 });
  });
});

describe("the tile", () => {
  it("has a line of quarters that ends with its value, without those of which too little is known", () => {
    const report = reportOf([onTwo, onOne], { numerator: 1, denominator: 2 });
    const [, tile] = tilesOf(report, null);
    expect(tile?.value).toBe("50\u00a0%");
    expect(tile?.points).toHaveLength(12);
    expect(tile?.points[0]?.value).toBeNull();
    expect(tile?.points.at(-1)?.value).toBe(0.5);
  });

  it("of a team takes who is above what is asked for as up to date", () => {
    const ahead = usedBy("shop", { "2026-06-05T00:00:00Z": "3.0.0" });
    const report = reportOf([onTwo, ahead], { numerator: 2, denominator: 2 });
    const owned = report.components.map((one) => ({ ...one, ownerIds: ["team:bakers"] }));
    const [, tile] = tilesOf({ ...report, components: owned }, "team:bakers");
    expect(tile?.value).toBe("0\u00a0%");
  });
});
