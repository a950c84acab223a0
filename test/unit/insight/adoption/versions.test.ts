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
    ["pkg:maven/bakery/loaf", ["1-1", "1.1"]],
    [
      "pkg:maven/bakery/crumb",
      [
        "4.0.0.Alpha1",
        "4.0.0.Beta2",
        "4.0.0.CR1",
        "4.0.0.Final",
        "4.0.0.SP1",
        "4.0.0.jboss-1",
        "4.0.1.Final",
        "20231013",
      ],
    ],
    ["pkg:maven/bakery/rye", ["32.0.0-android", "32.0.0-jre", "32.0.1-android"]],
    ["pkg:golang/bakery/oven", ["v0.9.0", "v1.2.3-pre", "v1.2.3", "v2"]],
    [
      "pkg:golang/bakery/rye",
      [
        "v0.0.0-20210101000000-abcdef123456",
        "v0.0.0-20230101000000-0bcdef123456",
        "0.1.0",
        "v0.1.1-0.20230601000000-abcdef123456",
        "v0.1.1",
        "v2.0.0+incompatible",
      ],
    ],
    [
      "pkg:nuget/oven",
      [
        "1.0.0-alpha",
        "1.0.0-Alpha.1",
        "1.0.0-beta.2",
        "1.0.0-beta.11",
        "1.0.0",
        "1.0.0.1-rc",
        "1.0.0.1",
        "1.0.0.2",
        "1.0.20231013.4",
      ],
    ],
    [
      "pkg:composer/bakery/oven",
      [
        "1.0.0-dev",
        "1.0.0-alpha1",
        "1.0.0-beta2",
        "1.0.0-BETA10",
        "1.0.0-RC1",
        "v1.0.0",
        "1.0.0-p1",
        "1.0.0.1",
      ],
    ],
    ["pkg:pub/oven", ["1.2.3-1", "1.2.3", "1.2.3+1", "1.2.3+2", "1.2.4"]],
    ["pkg:pypi/rye", ["1.0a1.dev2", "1.0.post0", "1.0.post10", "2024.1", "1!0.5"]],
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

  // Each scheme's own page on equal spellings.
  it.each([
    ["pkg:pypi/oven", ["1.0", "1.0.0", "v1.0", "1"]],
    ["pkg:pypi/oven", ["1.0-1", "1.0.post1"]],
    ["pkg:pypi/oven", ["1.0-RC.1", "1.0rc1", "1.0c1"]],
    ["pkg:maven/bakery/oven", ["1", "1.0.0", "1.0.Final", "1-ga", "1.0.0.RELEASE"]],
    ["pkg:maven/bakery/oven", ["1.0-rc1", "1.0.0.CR1", "1rc1"]],
    ["pkg:maven/bakery/oven", ["1-a1", "1-alpha-1"]],
    ["pkg:nuget/oven", ["1.0", "1.0.0", "1.0.0.0", "1.00", "1.0.0+build.7"]],
    ["pkg:nuget/oven", ["1.0-BETA", "1.0.0-beta"]],
    ["pkg:composer/bakery/oven", ["1.0", "v1.0.0.0", "1.0.0-stable"]],
    ["pkg:composer/bakery/oven", ["1.0b2", "1.0.0-beta.2"]],
    ["pkg:gem/oven", ["1", "1.0", "1.0.0"]],
    ["pkg:golang/bakery/oven", ["v2.0.0", "2.0.0", "v2.0.0+incompatible"]],
    ["pkg:cargo/oven", ["1.0.0", "1.0.0+deploy.1"]],
  ])("holds versions of %s for one: %j", (purl, same) => {
    const scheme = versionScheme(purl);
    for (const version of same) {
      expect(scheme.isValid(version)).toBe(true);
      expect([version, scheme.compare(version, same[0] ?? "")]).toEqual([version, 0]);
    }
  });

  it.each(["dev-main", "1.0.x-dev", "2.x-dev", "main"])(
    "%s is no version of Composer",
    (branch) => {
      expect(versionScheme("pkg:composer/bakery/oven").isValid(branch)).toBe(false);
    },
  );

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

  it("takes Composer's capital V for what it is", () => {
    const scheme = versionScheme("pkg:composer/bakery/oven");
    expect(scheme.isValid("V2.1")).toBe(true);
    expect(scheme.major("V2.1")).toBe(2);
  });

  it("stands any text", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("gem", "npm", "pypi", "maven", "nuget", "composer", "pub"),
        (text, type) => {
          const scheme = versionScheme(`pkg:${type}/oven`);
          if (!scheme.isValid(text)) return;
          expect(scheme.compare(text, text)).toBe(0);
          expect(Number.isInteger(scheme.major(text))).toBe(true);
          expect(typeof scheme.isStable(text)).toBe("boolean");
        },
      ),
    );
  });
});
