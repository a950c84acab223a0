import { describe, expect, test } from "vitest";
import { build, file, needs, offers, repository, uses } from "./observatory.ts";

describe("whose a package is", () => {
  const forked = (name: string, isFork: boolean) =>
    repository(name, [
      file("Gemfile", {
        dependencies: [
          needs("pkg:gem/queue", {
            origin: isFork ? "https://github.com/observatory/queue" : null,
          }),
        ],
      }),
    ]);

  test("a fork that one of many takes does not make the package one's own", () => {
    const findings = build([forked("dome", true), forked("lens", false), forked("moon", false)]);
    expect(findings.organisation.capabilities).toEqual([]);
  });

  test("one whose name has the owner's in it is one's own though one of many takes it from there", () => {
    const taking = (name: string, origin: string | null) =>
      repository(name, [
        file("Cargo.toml", { dependencies: [needs("pkg:cargo/observatory-key", { origin })] }),
      ]);
    const own = "https://github.com/observatory/rs-observatory-key";
    const findings = build([taking("dome", own), taking("lens", null), taking("moon", null)]);
    expect(uses(findings)).toEqual(
      ["dome", "lens", "moon"].map((name) => `${name} → observatory-key (runtime)`),
    );
    // A name alone is anybody's.
    expect(uses(build([taking("dome", null), taking("lens", null)]))).toEqual([]);
  });

  test("a package that most take from the own forge is one's own", () => {
    const findings = build([forked("dome", true), forked("lens", true), forked("moon", false)]);
    expect(uses(findings)).toEqual(
      ["dome", "lens", "moon"].map((name) => `${name} → queue (runtime)`),
    );
  });

  test.each([
    [
      "two packages under a scope",
      ["pkg:npm/%40sky/ui", "pkg:npm/%40sky/charts"],
      "pkg:npm/%40sky/pay",
      true,
    ],
    ["one package under a scope", ["pkg:npm/%40sky/ui"], "pkg:npm/%40sky/pay", false],
    [
      "a group named after the owner",
      ["pkg:maven/org.observatory/dome"],
      "pkg:maven/org.observatory/events",
      true,
    ],
    [
      "a prefix of NuGet called as the owner",
      ["pkg:nuget/observatory.dome"],
      "pkg:nuget/observatory.transport",
      true,
    ],
    [
      "a prefix of NuGet that is another's, under which two were written",
      ["pkg:nuget/skylog.sinks.dome", "pkg:nuget/skylog.sinks.lens"],
      "pkg:nuget/skylog.core",
      false,
    ],
  ])("%s", (_, published, used, isOwn) => {
    const findings = build([
      repository(
        "kit",
        published.map((purl, index) =>
          file(`p${String(index)}/package.json`, { packages: [offers(purl)] }),
        ),
      ),
      repository("lens", [file("package.json", { dependencies: [needs(used)] })]),
    ]);
    const elsewhere = findings.organisation.capabilities.filter(
      (one) => one.providerComponentId === null,
    );
    expect(elsewhere.map(({ packages }) => packages[0])).toEqual(isOwn ? [used] : []);
  });
});
