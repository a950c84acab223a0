import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rulesOf } from "#evidence/owner-rules.ts";
import { codeowners } from "#sources/ownership/codeowners.ts";

const read = (path: string, ...lines: string[]) =>
  codeowners.read({ path, text: lines.join("\n") });

const asRead = (dialect: "github" | "gitlab", path: string, ...lines: string[]) =>
  rulesOf(read(path, ...lines).ownerRules ?? [], dialect);

describe("CODEOWNERS", () => {
  it("is looked for where the forges look", () => {
    for (const path of [
      "CODEOWNERS",
      ".github/CODEOWNERS",
      "docs/CODEOWNERS",
      ".gitlab/CODEOWNERS",
      ".bitbucket/CODEOWNERS",
    ])
      expect(codeowners.detect(path)).toBe("head");
    for (const path of ["lib/CODEOWNERS", "CODEOWNERS.md", "vendor/x/CODEOWNERS"])
      expect(codeowners.detect(path)).toBe("none");
  });

  it("reads rules, comments, escaped blanks and explicit nobody", () => {
    const facts = read(
      ".github/CODEOWNERS",
      "# who bakes what",
      "*  @bakery/bread   # everyone else",
      "",
      "/price\\ lists/ @bakery/shop @till",
      "/crumbs/",
    );
    expect(facts).toEqual({
      ownerRules: [
        { pattern: "*", owners: ["@bakery/bread"], line: 2, dialect: "github" },
        {
          pattern: "/price\\ lists/",
          owners: ["@bakery/shop", "@till"],
          line: 4,
          dialect: "github",
        },
        { pattern: "/crumbs/", owners: [], line: 5, dialect: "github" },
      ],
    });
  });

  it("keeps no address", () => {
    const facts = read("CODEOWNERS", "*.rb rye.baker@example.org");
    expect(facts.ownerRules?.[0]?.owners).toEqual(["person"]);
    expect(JSON.stringify(facts)).not.toContain("example.org");
  });

  it("gives a line once where both forges read it alike", () => {
    expect(read("CODEOWNERS", "* @bakery/bread", "/ovens/").ownerRules).toEqual([
      { pattern: "*", owners: ["@bakery/bread"], line: 1 },
      { pattern: "/ovens/", owners: [], line: 2 },
    ]);
  });

  it("gives a section's owners to its rules without owners, on GitLab", () => {
    const lines = [
      "* @bread",
      "[Price lists][2] @shop @till",
      "/prices/",
      "/prices/old/ @attic",
      "^[Taste]",
      "*.md @tasters",
    ];
    expect(asRead("gitlab", "CODEOWNERS", ...lines)).toMatchObject([
      { pattern: "*", owners: ["@bread"] },
      { pattern: "/prices/", owners: ["@shop", "@till"], section: "Price lists" },
      { pattern: "/prices/old/", owners: ["@attic"], section: "Price lists" },
      { pattern: "*.md", owners: ["@tasters"], section: "Taste", isOptional: true },
    ]);
    expect(
      asRead("github", "CODEOWNERS", ...lines).map(({ line, owners }) => [line, owners]),
    ).toEqual([
      [1, ["@bread"]],
      [3, []],
      [4, ["@attic"]],
      [6, ["@tasters"]],
    ]);
  });

  it.each([
    "/till/ bakery/tills",
    "/till/ @bakery/tills baker",
    "/till/ @",
    "/till/ @bakery/tills/night",
    "!/till/ @bakery/tills",
    "/[tT]ill/ @bakery/tills",
    "\\#till @bakery/tills",
    "/till/***/a @bakery/tills",
  ])("on GitHub %s is skipped whole", (line) => {
    const { ownerRules = [] } = read(".github/CODEOWNERS", line);
    expect(ownerRules).toMatchObject([{ isSkipped: true, owners: [], line: 1 }]);
    expect(ownerRules[0]?.mistake).toBeTypeOf("string");
    expect(rulesOf(ownerRules, "github")).toEqual([]);
  });

  it("says where a line names an owner alone, which is read as a path", () => {
    expect(read(".github/CODEOWNERS", "@bakery/bread").ownerRules).toMatchObject([
      { pattern: "@bakery/bread", owners: [], mistake: "it names an owner but no files" },
    ]);
    for (const line of ["@bakery", "@bakery/bread"])
      for (const dialect of ["github", "gitlab"] as const)
        expect(asRead(dialect, `.${dialect}/CODEOWNERS`, line)[0]?.mistake).toMatch(/no files/);
    expect(asRead("github", ".github/CODEOWNERS", "@bakery/bread/src @bakery/b")).toMatchObject([
      { owners: ["@bakery/b"] },
    ]);
    expect(asRead("github", ".github/CODEOWNERS", "* @bakery/a §@bakery/b")[0]).toBeUndefined();
  });

  it("on GitLab loses the owners that are none, not the line", () => {
    expect(
      asRead(
        "gitlab",
        ".gitlab/CODEOWNERS",
        "/till/ bakery @bakery/tills",
        "/pay/ bakery",
        "\\#a.md @bakery/notes",
        "/ovens/ @@maintainer",
        "/price/ @bakery/shop # and @bakery/till",
      ).map(({ owners, mistake }) => [owners, mistake !== undefined]),
    ).toEqual([
      [["@bakery/tills"], true],
      [[], true],
      [["@bakery/notes"], false],
      [[], false],
      [["@bakery/shop", "@bakery/till"], false],
    ]);
  });

  it("reads GitLab's exclusions and Bitbucket's choice of reviewers", () => {
    expect(asRead("gitlab", "CODEOWNERS", "!/attic/ @bread")).toEqual([
      { pattern: "/attic/", owners: [], isExclusion: true, line: 1, dialect: "gitlab" },
    ]);
    expect(
      asRead("github", ".bitbucket/CODEOWNERS", "* @bakery/bread:random(2) baker@example.org"),
    ).toMatchObject([{ owners: ["@bakery/bread", "person"] }]);
  });

  it("is there also where it names nobody", () => {
    expect(read(".github/CODEOWNERS", "# nobody yet").ownerRules).toMatchObject([
      { isSkipped: true },
    ]);
  });

  it("never throws, and its lines are in the file", () => {
    const piece = fc.constantFrom(
      "*",
      "/a b/",
      "[S]",
      "^[O][2]",
      "@x",
      "a@b",
      "#",
      "\\",
      " ",
      "\n",
      "!",
      "\t",
      "[",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const { ownerRules = [] } = codeowners.read({ path: "CODEOWNERS", text });
        const linesCount = text.split("\n").length;
        for (const rule of ownerRules) {
          expect(rule.line).toBeGreaterThan(0);
          expect(rule.line).toBeLessThanOrEqual(linesCount);
          for (const owner of rule.owners) expect(owner).not.toMatch(/[^@]@/);
        }
      }),
    );
  });

  it("keeps the last of rules that every path would try, and says which it leaves out", () => {
    const shapes = [
      (at: number) => `*${String(at)}*/**/x?`,
      (at: number) => `/apps/*${String(at)}*/?`,
      (at: number) => `?*${String(at)}*.js`,
    ];
    for (const shape of shapes) {
      const lines = Array.from({ length: 3_000 }, (_, at) => `${shape(at)} @bakery/bread`);
      const rules = read(".github/CODEOWNERS", ...lines).ownerRules ?? [];
      const kept = rules.filter(({ isSkipped }) => isSkipped !== true);
      expect(kept.map(({ line }) => line)).toEqual(
        Array.from({ length: 500 }, (_, at) => 2_501 + at),
      );
      expect(rules[0]?.mistake).toContain("only the last of them count");
    }
  });
});
