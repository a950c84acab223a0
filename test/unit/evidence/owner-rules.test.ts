import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnerRule } from "#evidence/facts.ts";
import { ownersOf } from "#evidence/owner-rules.ts";
import { RuleIndex } from "#evidence/rule-index.ts";
import { globTokens } from "#evidence/segment-glob.ts";

function matches(pattern: string, path: string, dialect: "github" | "gitlab" = "github"): boolean {
  const rules: OwnerRule[] = [{ pattern, owners: ["@bakery/bread"], line: 1, dialect }];
  return ownersOf(rules, path, dialect) !== null;
}

describe("GitHub patterns", () => {
  it.each([
    ["*", "ovens/deck/heat.rb", true],
    ["*.rb", "ovens/heat.rb", true],
    ["*.rb", "ovens/heat.py", false],
    ["/ovens/", "ovens/deck/heat.rb", true],
    ["/ovens/", "shop/ovens/heat.rb", false],
    ["/ovens/", "ovens", false],
    ["ovens/", "shop/ovens/heat.rb", true],
    ["ovens", "shop/ovens/heat.rb", true],
    ["shop/ovens", "main/shop/ovens/heat.rb", false],
    ["docs/*", "docs/recipes.md", true],
    ["docs/*", "docs/bread/rye.md", false],
    ["/*", "README.md", true],
    ["/*", "docs/README.md", false],
    ["docs/*.md", "docs/rye.md", true],
    ["**/logs", "ovens/deck/logs/today.txt", true],
    ["/ovens/**/heat.rb", "ovens/heat.rb", true],
    ["/ovens/**/heat.rb", "ovens/a/b/heat.rb", true],
    ["/ovens/**", "ovens/a/b.rb", true],
    ["/ovens/**", "ovens", false],
    ["price\\ list.csv", "shop/price list.csv", true],
    ["[ab].rb", "a.rb", false],
    ["Ovens/", "ovens/heat.rb", false],
    ["?.rb", "a.rb", true],
  ])("%s on %s: %s", (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });
});

describe("GitLab patterns", () => {
  it.each([
    ["README.md", "docs/bread/README.md", true],
    ["/README.md", "docs/README.md", false],
    ["internal/README.md", "shop/internal/README.md", true],
    ["/docs/", "docs/bread/rye.md", true],
    ["/docs", "docs/rye.md", false],
    ["/docs/*", "docs/rye.md", true],
    ["/docs/*", "docs/bread/rye.md", false],
    ["/docs/**/*.md", "docs/bread/rye.md", true],
    ["[ab].rb", "a.rb", true],
    ["[^ab].rb", "c.rb", true],
    ["[^ab].rb", "a.rb", false],
    ["*", ".hidden/rye.md", true],
  ])("%s on %s: %s", (pattern, path, expected) => {
    expect(matches(pattern, path, "gitlab")).toBe(expected);
  });
});

const rule = (line: number, pattern: string, owners: string[], more = {}): OwnerRule => ({
  pattern,
  owners,
  line,
  dialect: "gitlab",
  ...more,
});

describe("which rule wins", () => {
  it("is the last that matches, also when it says nobody", () => {
    const rules = [rule(1, "*", ["@bread"]), rule(2, "/docs/", [])];
    expect(ownersOf(rules, "docs/rye.md", "gitlab")?.owners).toEqual([]);
    expect(ownersOf(rules, "shop.rb", "gitlab")?.line).toBe(1);
  });

  it("joins sections, and leaves optional ones aside while a required one answers", () => {
    const rules = [
      rule(1, "*", ["@bread"]),
      rule(2, "*.rb", ["@cakes"], { section: "Code" }),
      rule(3, "/shop/", ["@shop"], { section: "CODE" }),
      rule(4, "*", ["@tasters"], { section: "Taste", isOptional: true }),
    ];
    expect(ownersOf(rules, "shop/till.rb", "gitlab")?.owners).toEqual(["@bread", "@shop"]);
    expect(ownersOf(rules.slice(3), "till.rb", "gitlab")?.owners).toEqual(["@tasters"]);
  });

  it("is nobody for what a section excludes, whatever follows in it", () => {
    const rules = [
      rule(1, "*", ["@bread"]),
      rule(2, "/attic/", [], { isExclusion: true }),
      rule(3, "/attic/", ["@bread"]),
      rule(4, "/attic/keys/", ["@keys"], { section: "Keys" }),
    ];
    expect(ownersOf(rules, "attic/old.rb", "gitlab")?.owners).toEqual([]);
    expect(ownersOf(rules, "attic/keys/a.rb", "gitlab")?.owners).toEqual(["@keys"]);
  });

  it("is none where nothing matches", () => {
    expect(ownersOf([rule(1, "/docs/", ["@bread"])], "shop.rb", "gitlab")).toBeNull();
    expect(ownersOf([], "shop.rb", "gitlab")).toBeNull();
  });
});

/** What GitLab documents, as a plain recursive definition to hold the fast matcher against. */
function naive(pattern: readonly string[], path: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return path.length === 0;
  if (head === "**") return naive(rest, path) || (path.length > 0 && naive(pattern, path.slice(1)));
  return path.length > 0 && naiveName(head, path[0] ?? "") && naive(rest, path.slice(1));
}
function naiveName(glob: string, name: string): boolean {
  if (glob === "") return name === "";
  if (glob.startsWith("*"))
    return naiveName(glob.slice(1), name) || (name !== "" && naiveName(glob, name.slice(1)));
  return name !== "" && glob[0] === name[0] && naiveName(glob.slice(1), name.slice(1));
}

it("agrees with a naive matcher on small alphabets", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 4 });
  const glob = fc.oneof(
    fc.constant("**"),
    fc
      .string({ unit: fc.constantFrom("a", "b", "*"), minLength: 1, maxLength: 4 })
      .filter((text) => !text.includes("**")),
  );
  fc.assert(
    fc.property(
      fc.array(glob, { minLength: 1, maxLength: 5 }),
      fc.array(name, { minLength: 1, maxLength: 5 }),
      (pattern, path) => {
        const last = pattern.at(-1);
        const expected = naive(last === "**" ? [...pattern, "*"] : pattern, path);
        expect(matches(`/${pattern.join("/")}`, path.join("/"), "gitlab")).toBe(expected);
      },
    ),
    { numRuns: 2_000 },
  );
});

it("answers hostile patterns without going through every combination", () => {
  const pattern = `/${"*a".repeat(60)}/**/${"**/*a*a*a/".repeat(20)}b`;
  expect(matches(pattern, `${"a".repeat(2_000)}/${"a/".repeat(200)}c`)).toBe(false);
});

it("finds the same by its index as by asking every rule, in either dialect", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });
  const glob = fc.oneof(
    fc.constant("**"),
    fc.string({ unit: fc.constantFrom("a", "b", "c", "*", "?", "\\"), minLength: 1, maxLength: 7 }),
  );
  const pattern = fc
    .tuple(
      fc.constantFrom("", "/"),
      fc.array(glob, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("", "/"),
    )
    .map(([start, parts, end]) => start + parts.join("/") + end);
  fc.assert(
    fc.property(
      fc.array(pattern, { maxLength: 12 }),
      fc.array(name, { minLength: 1, maxLength: 5 }),
      fc.constantFrom("github" as const, "gitlab" as const),
      (patterns, path, dialect) => {
        const rules = patterns.map((one, at) => rule(at + 1, one, [`@team-${String(at)}`]));
        const last = rules.findLast((one) => ownersOf([one], path.join("/"), dialect) !== null);
        // One rule alone has nothing to be looked up among.
        expect(ownersOf(rules, path.join("/"), dialect)?.line).toBe(last?.line);
        const alone = rules.filter((one) => matches(one.pattern, path.join("/"), dialect));
        expect(alone.at(-1)?.line).toBe(last?.line);
      },
    ),
    { numRuns: 50 },
  );
});

it("asks of twenty thousand rules only those that may match", () => {
  const index = new RuleIndex(
    Array.from({ length: 20_000 }, (_, at) =>
      at % 2 === 0
        ? { segments: ["**", globTokens(`*name${String(at)}.js`, false)], start: [] }
        : {
            segments: ["apps", `c${String(at)}`].map((name) => globTokens(name, false)),
            start: ["apps", `c${String(at)}`],
          },
    ),
  );
  expect(index.candidates(["apps", "c77", "oven.js"])).toEqual([77]);
  expect(index.candidates(["apps", "c77", "my-name4242.js"])).toEqual([77, 4242]);
  expect(index.candidates(["docs", "oven.md"])).toEqual([]);
});
