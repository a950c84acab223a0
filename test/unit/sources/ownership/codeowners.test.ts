import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeowners } from "#sources/ownership/codeowners.ts";

const read = (path: string, ...lines: string[]) =>
  codeowners.read({ path, text: lines.join("\n") });

describe("CODEOWNERS", () => {
  it("is looked for where the forges look", () => {
    for (const path of [
      "CODEOWNERS",
      ".github/CODEOWNERS",
      "docs/CODEOWNERS",
      ".gitlab/CODEOWNERS",
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

  it("gives a section's owners to its rules without owners", () => {
    const facts = read(
      "CODEOWNERS",
      "* @bread",
      "[Price lists][2] @shop @till",
      "/prices/",
      "/prices/old/ @attic",
      "^[Taste]",
      "*.md @tasters",
    );
    expect(facts.ownerRules).toMatchObject([
      { pattern: "*", owners: ["@bread"], dialect: "gitlab" },
      { pattern: "/prices/", owners: ["@shop", "@till"], section: "Price lists" },
      { pattern: "/prices/old/", owners: ["@attic"], section: "Price lists" },
      { pattern: "*.md", owners: ["@tasters"], section: "Taste", isOptional: true },
    ]);
    expect(facts.ownerRules?.[0]).not.toHaveProperty("section");
  });

  it("says what it does not read", () => {
    const facts = read(".gitlab/CODEOWNERS", "!/attic/ @bread", "*.rb baker");
    expect(facts.problems).toMatchObject([
      { code: "unsupported", line: 1 },
      { code: "invalid", line: 2 },
    ]);
    expect(facts.ownerRules).toHaveLength(1);
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
});
