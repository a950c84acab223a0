import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { versionScheme } from "#insight/adoption/versions.ts";

describe("versionScheme", () => {
  // After RubyGems' Gem::Version, semver.org 11, PEP 440 and Maven's ComparableVersion.
  it.each([
    ["pkg:gem/oven", ["0.9.9", "1.0.0.beta1", "1.0.0.rc1", "1.0.0", "1.0.0.1", "1.10.0"]],
    [
      "pkg:npm/oven",
      ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.2"],
    ],
    ["pkg:pypi/oven", ["1.0.dev1", "1.0a1", "1.0b2", "1.0rc1", "1.0", "1.0.post1", "1.1", "1!0.1"]],
    [
      "pkg:maven/bakery/oven",
      ["1-alpha-2", "1-beta-1", "1.0-rc1", "1-SNAPSHOT", "1", "1-sp-1", "1.1", "1.1.2", "1.10"],
    ],
    ["pkg:golang/bakery/oven", ["v0.9.0", "v1.2.3-pre", "v1.2.3", "v2"]],
  ])("orders versions of %s", (purl, ascending) => {
    const scheme = versionScheme(purl);
    for (const [index, version] of ascending.entries()) {
      expect(scheme.isValid(version)).toBe(true);
      expect(scheme.compare(version, version)).toBe(0);
      for (const later of ascending.slice(index + 1)) {
        expect([version, later, Math.sign(scheme.compare(version, later))]).toEqual([
          version,
          later,
          -1,
        ]);
        expect([version, later, Math.sign(scheme.compare(later, version))]).toEqual([
          version,
          later,
          1,
        ]);
      }
    }
  });

  it("knows pre-releases, majors and what is no version", () => {
    const [gem, npm, python, maven] = ["gem", "npm", "pypi", "maven"].map((type) =>
      versionScheme(`pkg:${type}/oven`),
    );
    expect(gem?.isStable("2.0.0.pre")).toBe(false);
    expect(npm?.isStable("2.0.0-rc.1")).toBe(false);
    expect(python?.isStable("2.0rc1")).toBe(false);
    expect(maven?.isStable("2.0-SNAPSHOT")).toBe(false);
    expect(maven?.isStable("2.0.Final")).toBe(true);
    expect(maven?.compare("2.0.Final", "2")).toBe(0);
    expect(python?.isStable("2.0.post1")).toBe(true);
    expect([gem, npm, python, maven].map((scheme) => scheme?.major("v12.3"))).toEqual([
      12, 12, 12, 12,
    ]);
    for (const scheme of [gem, npm, python, maven]) {
      expect(scheme?.isValid("latest")).toBe(false);
      expect(scheme?.isValid("1".repeat(200))).toBe(false);
    }
  });

  it("stands any text", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("gem", "npm", "pypi", "maven"), (text, type) => {
        const scheme = versionScheme(`pkg:${type}/oven`);
        if (!scheme.isValid(text)) return;
        expect(scheme.compare(text, text)).toBe(0);
        expect(Number.isInteger(scheme.major(text))).toBe(true);
        expect(typeof scheme.isStable(text)).toBe("boolean");
      }),
    );
  });
});
