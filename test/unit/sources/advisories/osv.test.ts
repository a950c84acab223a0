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

const osv = { package: { ecosystem: "npm", name: "oven" } };
const rangesOf = (...affected: object[]) => {
  const { advisories, passedOver } = readOsv(JSON.stringify(advisory({ affected })));
  return { found: advisories[0]?.affected, passed: Object.fromEntries(passedOver) };
};

describe("what OSV does not know is counted, and claims nothing", () => {
  const open = [{ introduced: "0" }];

  it("names that a package cannot have leave the others read", () => {
    for (const name of ["A.b", "/", "%", ".."]) {
      const other = advisory({ id: "BAKERY-2024-2" });
      const pub = advisory({ affected: [{ package: { ecosystem: "Pub", name } }] });
      const found = readOsv(JSON.stringify([pub, other]));
      expect(found.problem).toBeNull();
      expect(found.advisories.map(({ id }) => id)).toContain("BAKERY-2024-2");
      expect(found.passedOver.get("names that no package of Pub can have")).toBe(1);
    }
    const yaml = `id: A-1\naffected:\n- package: {name: A.b, ecosystem: Pub}\n`;
    expect(() => readOsv(yaml, true)).not.toThrow();
  });

  it("a range that is not understood in full is none: without its end all would be affected", () => {
    const ranges = (...events: unknown[]) => [{ type: "SEMVER", events }];
    const long = `1.0.0-${"a".repeat(200)}`;
    expect(
      rangesOf(
        { ...osv, ranges: ranges({ introduced: "0", fixd: "2" }) },
        { ...osv, ranges: ranges(...open, { fixed: long }) },
        { ...osv, ranges: ranges(...open, { fixed: 1.5 }) },
        { ...osv, ranges: ranges(...open, "fixed") },
        { ...osv, ranges: ranges(...Array.from({ length: 501 }, () => open[0])) },
      ),
    ).toEqual({
      found: Array.from({ length: 5 }, () => ({ purl: "pkg:npm/oven", ranges: [], versions: [] })),
      passed: {
        "events that are none of OSV's": 2,
        "versions longer than 100 characters": 1,
        "versions that are numbers, where 1.10 is 1.1": 1,
        "events of a range after the first 500": 1,
      },
    });
  });

  it("forms that are none, entry by entry", () => {
    expect(
      rangesOf(
        { ...osv, ranges: { events: open } },
        { ...osv, versions: "1.0" },
        { ...osv, versions: [1, 1.5, null, "2.0"] },
        osv,
        { package: { name: "oven" } },
      ).passed,
    ).toEqual({
      "ranges of a package that are no list": 1,
      "versions of a package that are no list": 1,
      "versions that are numbers, where 1.10 is 1.1": 1,
      "versions that are no texts": 1,
      "packages without ranges and versions": 3,
      "packages without a name or an ecosystem": 1,
    });
    const strange = readOsv(JSON.stringify(advisory({ affected: [null, 3] })));
    expect(strange.passedOver.get("entries of what is affected that are no records")).toBe(2);
  });

  it("aliases are ids: what stands for none joins nothing", () => {
    const aliases = [
      "CVE-2024-12345",
      "",
      "N/A",
      "CVE-0000-0000",
      "CVE-2024-XXXX",
      "GHSA-jfhm-5ghh-2f97",
    ];
    const many = Array.from({ length: 300 }, (_, index) => `CVE-2024-${String(index + 1)}`);
    const found = readOsv(JSON.stringify([advisory({ aliases }), advisory({ aliases: many })]));
    expect(found.advisories.map((one) => one.aliases.length)).toEqual([2, 200]);
    expect(Object.fromEntries(found.passedOver)).toEqual({
      "aliases that are no ids": 4,
      "aliases after the first 200": 100,
    });
  });

  it("withdrawn is withdrawn, in whatever words", () => {
    const withdrawn = (value: unknown) => {
      const found = readOsv(JSON.stringify(advisory({ withdrawn: value })));
      return [found.withdrawn.size, found.passedOver.size];
    };
    expect(withdrawn("2024-01-01T00:00:00Z")).toEqual([1, 0]);
    expect(withdrawn(true)).toEqual([1, 1]);
    expect(withdrawn({ on: "Monday" })).toEqual([1, 1]);
    for (const none of [null, "", false]) expect(withdrawn(none)).toEqual([0, 0]);
  });

  it("versions in YAML are read as they stand there", () => {
    const yaml = [
      "id: BAKERY-2024-1",
      "withdrawn: null",
      "affected:",
      "- package: {name: oven, ecosystem: npm}",
      "  ranges:",
      "  - type: SEMVER",
      "    events: [{introduced: 0}, {fixed: 1.10}]",
      "  versions: [1.20]",
    ].join("\n");
    expect(readOsv(yaml, true).advisories[0]?.affected).toEqual([
      {
        purl: "pkg:npm/oven",
        versions: ["1.20"],
        ranges: [
          {
            events: [
              { kind: "introduced", version: "0" },
              { kind: "fixed", version: "1.10" },
            ],
          },
        ],
      },
    ]);
  });
});

describe("streams of advisories", () => {
  const two = [advisory(), advisory({ id: 'BAKERY-"}2' })].map((one) => JSON.stringify(one));

  it.each([
    ["one a line", two.join("\n")],
    ["one after the other", `${two.join("")}\n`],
    ["lists one after the other", two.map((one) => `[${one}]`).join("\n")],
    [
      "messages of govulncheck",
      ['{"config": {}}', ...two.map((one) => `{"osv":\n${one}}`), '{"finding": {}}'].join("\n"),
    ],
  ])("%s", (_, text) => {
    const found = readOsv(text);
    expect(found.problem).toBeNull();
    expect(found.advisories).toHaveLength(2);
  });

  it("what is none is refused with a reason", () => {
    expect(readOsv(`${two[0] ?? ""} and`).problem).toMatch(/JSON/);
    expect(readOsv('{"id":"A-1"} {"torn').problem).toMatch(/JSON/);
    expect(readOsv('{"config":{}}\n{"finding":{}}').problem).toMatch(/^2 .*govulncheck/);
  });

  it("take time by their length", () => {
    const start = process.cpuUsage();
    for (const text of ['{"', "{}[", '{"\\', "{".repeat(20), '"']) readOsv(text.repeat(200_000));
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(10_000);
  });
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
