import fc from "fast-check";
import * as semver from "semver";
import { describe, expect, it } from "vitest";
import type { AdvisoryEvent } from "#evidence/advisories.ts";
import { versionScheme } from "#insight/adoption/versions.ts";
import { fixedBy, isAffected } from "#insight/shared-risk/affects.ts";

const scheme = versionScheme("pkg:npm/oven");
const range = (...events: readonly (readonly [AdvisoryEvent["kind"], string])[]) => ({
  purl: "pkg:npm/oven",
  versions: [],
  ranges: [{ events: events.map(([kind, version]) => ({ kind, version })) }],
});

describe("what an advisory affects", () => {
  it("is from introduced on, until fixed, and again", () => {
    const twice = range(
      ["introduced", "0"],
      ["fixed", "1.5.0"],
      ["introduced", "2.0.0"],
      ["fixed", "2.1.0"],
    );
    const hit = ["0.1.0", "1.4.9", "1.5.0", "1.9.0", "2.0.0", "2.0.9", "2.1.0"].map((version) =>
      isAffected(twice, version, scheme),
    );
    expect(hit).toEqual([true, true, false, false, true, true, false]);
    expect(fixedBy([twice], "1.4.9", scheme)).toBe("1.5.0");
    expect(fixedBy([twice], "2.0.0", scheme)).toBe("2.1.0");
    expect(fixedBy([twice], "2.1.0", scheme)).toBeNull();
  });

  it("is fixed by what no other of its records affects", () => {
    const first = range(["introduced", "0"], ["fixed", "1.5.0"]);
    const second = range(["introduced", "1.0.0"], ["fixed", "2.0.0"]);
    expect(fixedBy([first, second], "1.2.0", scheme)).toBe("2.0.0");
    expect(fixedBy([first, second], "0.9.0", scheme)).toBe("2.0.0");
    expect(fixedBy([first, range(["introduced", "1.0.0"])], "1.2.0", scheme)).toBeNull();
  });

  it("says nothing by a range whose versions cannot be put in order", () => {
    const odd = range(["introduced", "0"], ["fixed", "the next one"]);
    expect(isAffected(odd, "9.0.0", scheme)).toBe(false);
    expect(isAffected(range(["introduced", "0"], ["limit", "odd"]), "9.0.0", scheme)).toBe(false);
  });

  it("begins behind a version, as GitHub's > says", () => {
    const after = range(["introduced after", "1.0.0"], ["fixed", "2.0.0"]);
    const hit = ["0.9.0", "1.0.0", "1.0.1", "2.0.0"].map((at) => isAffected(after, at, scheme));
    expect(hit).toEqual([false, false, true, false]);
    const again = range(["introduced", "0"], ["fixed", "1.0.0"], ["introduced after", "1.0.0"]);
    expect(["0.1.0", "1.0.0", "1.1.0"].map((at) => isAffected(again, at, scheme))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("includes the last affected, and ends at a limit", () => {
    const last = range(["introduced", "1.0.0"], ["last_affected", "1.2.0"]);
    expect(isAffected(last, "1.2.0", scheme)).toBe(true);
    expect(isAffected(last, "1.2.1", scheme)).toBe(false);
    expect(isAffected(range(["introduced", "0"], ["limit", "2.0.0"]), "2.0.0", scheme)).toBe(false);
  });

  it("is one version where it begins and ends with it, in whatever order that is said", () => {
    const once = [
      range(["introduced", "1.0.0"], ["last_affected", "1.0.0"]),
      range(["last_affected", "1.0.0"], ["introduced", "1.0.0"]),
      range(["introduced", "1.0"], ["last_affected", "1.0.0"]),
    ];
    for (const one of once)
      expect(["0.9.0", "1.0.0", "1.0.1"].map((at) => isAffected(one, at, scheme))).toEqual([
        false,
        true,
        false,
      ]);
  });

  it("is nothing where it is fixed as it begins, and goes on where it begins again", () => {
    const none = range(["introduced", "1.0.0"], ["fixed", "1.0.0"]);
    expect(["1.0.0", "1.0.1"].map((at) => isAffected(none, at, scheme))).toEqual([false, false]);
    const again = range(
      ["fixed", "3.0.0"],
      ["introduced", "2.0.0"],
      ["fixed", "2.0.0"],
      ["introduced", "0"],
    );
    const hit = ["1.0.0", "2.0.0", "2.9.0", "3.0.0"].map((at) => isAffected(again, at, scheme));
    expect(hit).toEqual([true, true, true, false]);
  });

  it("ends at any of its limits, and `*` is none", () => {
    const open = range(["introduced", "0"], ["limit", "1.0.0"], ["limit", "*"]);
    expect(isAffected(open, "5.0.0", scheme)).toBe(true);
    const far = range(["introduced", "0"], ["limit", "1.0.0"], ["limit", "2.0.0"]);
    expect(["1.5.0", "2.0.0"].map((at) => isAffected(far, at, scheme))).toEqual([true, false]);
  });

  it("is named in the spelling of its ecosystem", () => {
    const named = (purl: string, ...versions: string[]) => ({ purl, versions, ranges: [] });
    const python = versionScheme("pkg:pypi/oven");
    expect(isAffected(named("pkg:pypi/oven", "1.0"), "1.0.0", python)).toBe(true);
    expect(isAffected(named("pkg:pypi/oven", "1.0"), "1.0.post1", python)).toBe(false);
    const go = versionScheme("pkg:golang/bakery/oven");
    expect(isAffected(named("pkg:golang/bakery/oven", "1.5.0"), "v1.5.0", go)).toBe(true);
    const nuget = versionScheme("pkg:nuget/oven");
    expect(isAffected(named("pkg:nuget/oven", "1.5"), "1.5.0.0", nuget)).toBe(true);
    expect(isAffected(named("pkg:nuget/oven", "1.5.0.1"), "1.5.0.2", nuget)).toBe(false);
  });

  it("is what it names, even where the order of versions is not known", () => {
    const named = { purl: "pkg:npm/oven", versions: ["odd-1"], ranges: [] };
    expect(isAffected(named, "odd-1", scheme)).toBe(true);
    expect(isAffected(named, "odd-2", scheme)).toBe(false);
    expect(isAffected(range(["introduced", "0"]), "not a version", scheme)).toBe(false);
  });

  it("follows each ecosystem's own order", () => {
    const gem = versionScheme("pkg:gem/oven");
    const before = { ...range(["introduced", "0"], ["fixed", "1.0.0"]), purl: "pkg:gem/oven" };
    expect(isAffected(before, "1.0.0.pre1", gem)).toBe(true);
    const python = versionScheme("pkg:pypi/oven");
    expect(isAffected(range(["introduced", "0"], ["fixed", "1.0"]), "1.0.post1", python)).toBe(
      false,
    );
  });

  it("agrees with ranges of semver, for any pair of introduced and fixed", () => {
    const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join("."));
    fc.assert(
      fc.property(version, version, version, (introduced, fixed, at) => {
        const expected = semver.satisfies(at, `>=${introduced} <${fixed}`);
        const events = range(["introduced", introduced], ["fixed", fixed]);
        return semver.gte(introduced, fixed) || isAffected(events, at, scheme) === expected;
      }),
    );
  });
});
