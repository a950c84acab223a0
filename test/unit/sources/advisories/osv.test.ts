import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOsv } from "#sources/advisories/osv.ts";

const advisory = (more: object = {}) => ({
  id: "BAKERY-2024-1",
  summary: "Door opens while hot",
  affected: [
    {
      package: { ecosystem: "RubyGems", name: "oven" },
      ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "1.2.3" }] }],
      versions: ["1.0.0"],
    },
  ],
  ...more,
});

describe("advisories in OSV format", () => {
  it("are read one by one or in an array", () => {
    const one = readOsv(JSON.stringify(advisory()));
    expect(one).toEqual(readOsv(JSON.stringify([advisory()])));
    expect(one.problem).toBeNull();
    expect(one.advisories[0]).toMatchObject({
      id: "BAKERY-2024-1",
      affected: [
        {
          purl: "pkg:gem/oven",
          versions: ["1.0.0"],
          ranges: [
            {
              events: [
                { kind: "introduced", version: "0" },
                { kind: "fixed", version: "1.2.3" },
              ],
            },
          ],
        },
      ],
    });
  });

  it("of Maven need a group, and other ecosystems and commits are passed over", () => {
    const named = (ecosystem: string, name: string, type = "ECOSYSTEM") =>
      readOsv(
        JSON.stringify(
          advisory({
            affected: [
              { package: { ecosystem, name }, ranges: [{ type, events: [{ introduced: "1" }] }] },
            ],
          }),
        ),
      ).advisories[0]?.affected;
    expect(named("Maven", "example:oven")?.[0]?.purl).toBe("pkg:maven/example/oven");
    expect(named("Maven", "oven")).toEqual([]);
    expect(named("Debian:12", "oven")).toEqual([]);
    expect(named("npm", "@bakery/oven", "GIT")?.[0]?.ranges).toEqual([]);
  });

  it.each([
    ["PyPI", "Bread_Oven.kit", "pkg:pypi/bread-oven-kit"],
    ["Go", "Git.example/Bakery/Oven/v2", "pkg:golang/git.example/bakery/oven/v2"],
    ["npm", "@bakery/oven", "pkg:npm/%40bakery/oven"],
    ["Packagist", "bakery/oven", "pkg:composer/bakery/oven"],
    ["NuGet", "Bakery.Oven", "pkg:nuget/bakery.oven"],
    ["crates.io", "oven_kit", "pkg:cargo/oven_kit"],
    ["Pub", "oven", "pkg:pub/oven"],
    ["Hex", "oven", "pkg:hex/oven"],
    ["Hackage", "oven", "pkg:hackage/oven"],
    ["SwiftURL", "https://git.example/bakery/oven.git", "pkg:swift/git.example/bakery/oven"],
    ["SwiftURL", "git.example/bakery/oven", "pkg:swift/git.example/bakery/oven"],
    ["GitHub Actions", "bakery/heat", "pkg:githubactions/bakery/heat"],
    ["Maven:https://repo.example/maven2", "bakery:oven", "pkg:maven/bakery/oven"],
  ])("of %s name %s as its own tools do", (ecosystem, name, purl) => {
    const text = JSON.stringify(advisory({ affected: [{ package: { ecosystem, name } }] }));
    expect(readOsv(text).advisories[0]?.affected[0]?.purl).toBe(purl);
  });

  it("may come as the answer of the API, and with a byte-order mark", () => {
    const vulns = JSON.stringify({ vulns: [advisory(), advisory({ id: "BAKERY-2024-2" })] });
    expect(readOsv(`\uFEFF${vulns}`).advisories.map(({ id }) => id)).toEqual([
      "BAKERY-2024-1",
      "BAKERY-2024-2",
    ]);
  });

  it("count what they say that is not compared", () => {
    const text = JSON.stringify(
      advisory({
        affected: [
          { package: { ecosystem: "Debian:12", name: "oven" } },
          { package: { ecosystem: "Debian:11", name: "oven" } },
          { ranges: [{ type: "GIT", repo: "https://git.example/oven", events: [] }] },
          { package: { ecosystem: "Maven", name: "oven" } },
          {
            package: { ecosystem: "npm", name: "oven" },
            ranges: [{ type: "SEMVER", events: [{ began: "1" }] }, { type: "SEMVER" }],
          },
        ],
      }),
    );
    expect(Object.fromEntries(readOsv(text).passedOver)).toEqual({
      "ecosystem Debian": 2,
      "records of commits without a package": 1,
      "Maven packages without a group": 1,
      "events that are none of OSV's": 1,
      "ranges without events": 1,
    });
  });

  it("need not say what is affected, and are withdrawn without", () => {
    const bare = { id: "BAKERY-2024-3", modified: "2024-01-01T00:00:00Z" };
    expect(readOsv(JSON.stringify(bare))).toMatchObject({ problem: null });
    expect(readOsv(JSON.stringify(bare)).advisories[0]?.affected).toEqual([]);
  });

  it("that were withdrawn say nothing; what is none is refused with a reason", () => {
    expect(
      readOsv(JSON.stringify(advisory({ withdrawn: "2024-01-01T00:00:00Z" }))).advisories,
    ).toEqual([]);
    expect(readOsv("{ torn").problem).toMatch(/JSON/);
    expect(readOsv('{ "id": 1 }').problem).toMatch(/OSV/);
  });

  it("may be any JSON at all", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { advisories, problem } = readOsv(text);
        return advisories.length === 0 || problem === null;
      }),
    );
  });
});
