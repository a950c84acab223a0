import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentationTree } from "#sources/documents/documentation-tree.ts";

const read = (...paths: readonly string[]) => documentationTree.readTree(paths);

describe("what stands beside documents", () => {
  it("is about the folder it lies in, with one path and how many files", () => {
    const facts = read("examples/a.rb", "examples/b/c.rb", "packages/ui/.storybook/main.ts");
    expect(facts.get(".")?.aids).toEqual([
      { aid: "examples", path: "examples/a.rb", filesCount: 2 },
    ]);
    expect(facts.get("packages/ui")?.aids).toEqual([
      { aid: "reference", path: "packages/ui/.storybook/main.ts", filesCount: 1 },
    ]);
  });

  it.each([
    ["CONTRIBUTING.md", "contributing"],
    [".github/CONTRIBUTING.md", "contributing"],
    ["docs/SUPPORT.md", "contributing"],
    [".yardopts", "reference"],
    ["docs/api/index.md", "reference"],
    ["openapi.yaml", "reference"],
    ["app/views/oven/components/docs/door.yml", "reference"],
  ])("%s is of the kind %s, of the root", (path, aid) => {
    expect(read(path).get(".")?.aids).toMatchObject([{ aid, path }]);
  });

  it("says nothing of code, vendored folders and names alike", () => {
    expect(
      read("lib/examples.rb", "vendor/x/examples/a.rb", "lib/contributing_rules.rb").size,
    ).toBe(0);
  });

  it("never fails, and counts every path at most once", () => {
    const path = fc.stringMatching(/^[a-z/.]{1,40}$/);
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const found = [...read(...paths).values()].flatMap((facts) => facts.aids ?? []);
        const total = found.reduce((sum, one) => sum + one.filesCount, 0);
        return total <= paths.length && found.every((one) => paths.includes(one.path));
      }),
    );
  });
});
