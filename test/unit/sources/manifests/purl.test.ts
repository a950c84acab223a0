import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { purl } from "#sources/manifests/purl.ts";

describe("purl", () => {
  it.each([
    ["npm", "@Bakery/Ovens", "pkg:npm/%40bakery/ovens"],
    ["npm", "dough", "pkg:npm/dough"],
    ["pypi", "Star_Chart.Tools--x", "pkg:pypi/star-chart-tools-x"],
    ["gem", "Signal-Box_core", "pkg:gem/Signal-Box_core"],
    ["composer", "Acme/Http", "pkg:composer/acme/http"],
    ["cargo", "serde_json", "pkg:cargo/serde_json"],
    ["golang", "example.org/Acme/rail/v2", "pkg:golang/example.org/acme/rail/v2"],
    ["nuget", "Acme.Trains", "pkg:nuget/acme.trains"],
    ["github", "Acme/Checks", "pkg:github/acme/checks"],
  ])("normalises %s %s", (type, name, expected) => {
    expect(purl(type, name)).toBe(expected);
    expect(purl(type, name)).toBe(expected);
  });

  it("keeps an explicit namespace, qualifiers and a subpath", () => {
    expect(purl("maven", "rail", { namespace: "org.acme" })).toBe("pkg:maven/org.acme/rail");
    expect(purl("github", "acme/checks", { subpath: ".github/workflows/ci.yml" })).toBe(
      "pkg:github/acme/checks#.github/workflows/ci.yml",
    );
    expect(purl("docker", "acme/base", { qualifiers: { repository_url: "ghcr.io" } })).toBe(
      "pkg:docker/acme/base?repository_url=ghcr.io",
    );
  });

  it("keeps equal names of different types and namespaces apart", () => {
    expect(purl("gem", "rail")).not.toBe(purl("npm", "rail"));
    expect(purl("npm", "rail", { namespace: "@acme" })).toBe(purl("npm", "@acme/rail"));
  });

  it("remembers each set of parts by itself, an empty namespace apart from none", () => {
    const twice = (name: string, parts: Parameters<typeof purl>[2]): string => {
      const first = purl("generic", name, parts);
      expect(purl("generic", name, parts)).toBe(first);
      return first;
    };
    expect(twice("lamp", { namespace: "depot" })).toBe("pkg:generic/depot/lamp");
    expect(twice("lamp", { subpath: "depot" })).toBe("pkg:generic/lamp#depot");
    expect(twice("potlamp", { namespace: "de" })).toBe("pkg:generic/de/potlamp");
    expect(twice("depot/lamp", {})).toBe("pkg:generic/depot/lamp");
    expect(twice("depot/lamp", { namespace: "" })).toBe("pkg:generic/depot%2Flamp");
    expect(twice("lamp", { qualifiers: { type: "a" } })).not.toBe(
      twice("lamp", { qualifiers: { type: "b" } }),
    );
  });

  it("refuses a blank name", () => {
    expect(() => purl("npm", "  ")).toThrow(/required/);
  });

  it("answers for every name that is not blank, lone surrogates included", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        fc.pre(name.replace(/\//g, "").trim() !== "");
        expect(purl("npm", name)).toMatch(/^pkg:npm\//);
      }),
    );
    expect(purl("npm", "a\ud800")).toBe("pkg:npm/a%EF%BF%BD");
  });
});
