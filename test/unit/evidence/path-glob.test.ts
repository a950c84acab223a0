import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesPathGlob } from "#evidence/path-glob.ts";

describe("paths that stand for many", () => {
  it.each([
    ["ci/*.yml", "ci/lens.yml", true],
    ["ci/*.yml", "ci/night/lens.yml", false],
    ["ci/**.yml", "ci/lens.yml", true],
    ["ci/**/*.yml", "ci/lens.yml", true],
    ["ci/**/*.yml", "ci/night/late/lens.yml", true],
    ["**/lens.yml", "lens.yml", true],
    ["ci/**", "ci/night/lens.yml", true],
    ["ci/**/night/*.yml", "ci/night.yml", false],
    ["ci/l*s.yml", "ci/lens.yml", true],
    ["*.yml", "ci/lens.yml", false],
  ])("%s %s", (glob, path, fits) => {
    expect(matchesPathGlob(glob, path)).toBe(fits);
  });

  it("a path fits itself, and everything fits two stars", () => {
    const segment = fc.stringMatching(/^[a-z.]{1,6}$/);
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (segments) => {
        const path = segments.join("/");
        expect(matchesPathGlob(path, path)).toBe(true);
        expect(matchesPathGlob("**", path)).toBe(true);
        expect(matchesPathGlob(`**/${segments.at(-1) ?? ""}`, path)).toBe(true);
      }),
    );
  });
});
