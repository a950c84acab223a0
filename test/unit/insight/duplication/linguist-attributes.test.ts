import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LinguistAttributes } from "#insight/duplication/linguist-attributes.ts";
import { FileReader } from "#insight/duplication/read-files.ts";

function attributes(files: Readonly<Record<string, string>>): LinguistAttributes {
  const made = new LinguistAttributes();
  for (const [path, text] of Object.entries(files)) made.add(path, text);
  return made;
}

describe("what .gitattributes say of files", () => {
  // gitattributes(5), and github-linguist's page on overrides.
  it.each([
    ["*.oven.ts linguist-generated", "web/api/loaf.oven.ts", true],
    ["*.oven.ts linguist-generated=true", "loaf.oven.ts", true],
    ["api/** linguist-generated text=auto", "api/v1/loaf.ts", true],
    ["/api/*.ts linguist-generated", "api/loaf.ts", true],
    ["/api/*.ts linguist-generated", "web/api/loaf.ts", null],
    ["api/*.ts linguist-generated", "api/v1/loaf.ts", null],
    ["*.ts linguist-generated\nloaf.ts -linguist-generated", "web/loaf.ts", false],
    ["*.ts linguist-generated\nloaf.ts linguist-generated=false", "web/loaf.ts", false],
    ["# *.ts linguist-generated", "loaf.ts", null],
    ["*.ts linguist-language=Bread", "loaf.ts", null],
  ])("%j: %s %s", (text, path, says) => {
    expect(attributes({ ".gitattributes": text }).says(path, "generated")).toBe(says);
  });

  it("count below their folder, and before those above", () => {
    const made = attributes({
      ".gitattributes": "*.ts linguist-generated",
      "web/.gitattributes": "*.ts -linguist-generated",
    });
    expect(["a.ts", "web/a.ts"].map((path) => made.says(path, "generated"))).toEqual([true, false]);
  });

  it("go before what a path looks like", () => {
    const made = attributes({
      ".gitattributes":
        "api/** linguist-generated\ncopied/** linguist-vendored\ndist/** -linguist-generated\n",
    });
    const reader = new FileReader();
    const wanted = ["api/a.ts", "copied/a.ts", "dist/a.ts", "src/a.ts", "dist/yarn.lock"].filter(
      (path) => reader.wants(path, made),
    );
    expect(wanted).toEqual(["dist/a.ts", "src/a.ts"]);
    expect(reader.leftOutCounts().map(({ reason, files }) => [reason, files])).toEqual([
      ["generated", 1],
      ["vendored", 1],
      ["lock-file", 1],
    ]);
  });

  it("may be any text at all", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 60 }), (text, path) => {
        const said = attributes({ ".gitattributes": `${text} linguist-generated` });
        return [true, false, null].includes(said.says(path, "generated"));
      }),
      { numRuns: 50 },
    );
  });
});
