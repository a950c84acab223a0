import fc from "fast-check";
import * as semver from "semver";
import { describe, expect, it } from "vitest";
import { assessStability } from "#insight/stability/assess-stability.ts";
import { bumpOf } from "#insight/stability/compare-exports.ts";
import type { Capability, ReleasedNames } from "#model/organisation.ts";
import { bakery, kit, on, release } from "../adoption/bakery.ts";

const exported = (version: string, date: string, ...names: readonly string[]): ReleasedNames => ({
  ...release(version, date),
  names: new Set(names),
});

function judge(more: Partial<Capability>, used: Readonly<Record<string, readonly string[]>> = {}) {
  const mentions = new Map(Object.entries(used).map(([id, names]) => [id, new Set(names)]));
  const organisation = bakery({
    capabilities: [kit("oven-kit", more)],
    formerNamesUsed: new Map([["capability:oven-kit", mentions]]),
  });
  const [result] = assessStability(organisation);
  if (result === undefined) throw new Error("no result");
  return result;
}

describe("exports that pass on what cannot be seen", () => {
  const open = (one: ReleasedNames): ReleasedNames => ({ ...one, isOpen: true });
  const first = exported("1.0.0", "2023-01-01", "Door", "Lamp");
  const second = exported("1.1.0", "2023-06-01", "Door");

  it("are not compared with those that did not", () => {
    const found = judge({ releaseExports: [first, open(second)] });
    expect([found.comparedCount, found.violations]).toEqual([0, null]);
  });

  it("are compared with those that did as well, or do no longer", () => {
    expect(judge({ releaseExports: [open(first), open(second)] }).violations).toHaveLength(1);
    expect(judge({ releaseExports: [open(first), second] }).comparedCount).toBe(1);
  });
});

describe("majors", () => {
  const releases = [
    release("1.0.0", "2019-01-01"),
    release("2.0.0", "2020-01-01"),
    release("3.0.0", "2022-07-01"),
    release("3.1.0", "2023-01-01"),
    release("4.0.0", "2024-01-01"),
    release("5.0.0-rc1", "2024-06-01"),
  ];

  it("are counted over three years, pre-releases and minors left out", () => {
    const { majorsPerYear, majors } = judge({ releases });
    expect(majorsPerYear?.majorsCount).toBe(2);
    expect(majorsPerYear?.value).toBeCloseTo(2 / 3, 3);
    expect(majors.map(({ version }) => version)).toEqual(["2.0.0", "3.0.0", "4.0.0"]);
  });

  it("have a median time between them", () => {
    const gaps = [on("2022-07-01") - on("2020-01-01"), on("2024-01-01") - on("2022-07-01")];
    const mean = (gaps[0]! + gaps[1]!) / 2 / 86_400;
    expect(judge({ releases }).daysBetweenMajors).toEqual({ p50: mean, n: 2 });
  });

  it("are unknown, not none, where the repository that makes it was not read", () => {
    expect(judge({ providerComponentId: null }).releasesCount).toBeNull();
    expect(judge({ providerComponentId: null }).unknown.map(({ field }) => field)).toContain(
      "releasesCount",
    );
    expect(judge({}).releasesCount).toBe(0);
    expect(judge({ providerComponentId: null, releases }).releasesCount).toBe(5);
  });

  it("are none, not unknown, where nothing but minors came out", () => {
    const quiet = judge({ releases: releases.slice(0, 1) });
    expect(quiet.majorsPerYear).toMatchObject({ value: 0, majorsCount: 0 });
    expect(quiet.unknown.map(({ field }) => field)).toContain("daysBetweenMajors");
  });

  it("are unknown without releases, and in the first year", () => {
    expect(judge({}).majorsPerYear).toBeNull();
    const young = judge({ releases: [release("1.0.0", "2024-06-01")] });
    expect(young.majorsPerYear).toBeNull();
    expect(young.unknown[0]).toMatchObject({ field: "majorsPerYear", code: "too-young" });
  });
});

describe("semver violations", () => {
  const releaseExports = [
    exported("1.0.0", "2023-01-01", "Oven", "Oven::Door"),
    exported("1.1.0", "2023-02-01", "Oven", "Oven::Light"),
    exported("2.0.0", "2023-03-01", "Oven"),
    exported("1.1.1", "2023-04-01", "Oven", "Oven::Light"),
  ];

  it("are names that a minor or patch took away; a major may, and order is that of versions", () => {
    const { violations, comparedCount } = judge(
      { releaseExports },
      { "component:rye": ["Oven::Door"], "component:oat": ["Oven::Light"] },
    );
    expect(comparedCount).toBe(2);
    expect(violations).toMatchObject([
      {
        previous: "1.0.0",
        version: "1.1.0",
        bump: "minor",
        removedNames: ["Oven::Door"],
        hit: [{ componentId: "component:rye", names: ["Oven::Door"] }],
        evidence: [{ commit: "1.1.0" }],
      },
    ]);
  });

  it("are none, not unknown, where releases keep their promise", () => {
    const kept = [exported("1.0.0", "2023-01-01", "Oven"), exported("1.0.1", "2023-02-01", "Oven")];
    expect(judge({ releaseExports: kept }).violations).toEqual([]);
  });

  it("are unknown below 1.0, in other ecosystems and without releases", () => {
    const early = [exported("0.1.0", "2023-01-01", "Oven"), exported("0.2.0", "2023-02-01")];
    const codes = [{ releaseExports: early }, { packages: ["pkg:docker/oven"] }, {}].map(
      (more) => judge(more).unknown.find(({ field }) => field === "violations")?.code,
    );
    expect(codes).toEqual(["no-promise", "not-compared", "exports-unknown"]);
  });

  it("depend on bumps as semver tells them", () => {
    const number = fc.nat(4);
    const version = fc.tuple(number, number, number).map((parts) => parts.join("."));
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [before, after] = semver.compare(one, other) < 0 ? [one, other] : [other, one];
        const difference = semver.diff(before, after);
        const isPromise =
          semver.major(before) > 0 && (difference === "minor" || difference === "patch");
        return difference === null || bumpOf(before, after) === (isPromise ? difference : null);
      }),
    );
  });
});
