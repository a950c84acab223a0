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
