import { describe, expect, it } from "vitest";
import type { CloneClass } from "#insight/duplication/clones.ts";
import { withKinds } from "#insight/duplication/kinds.ts";

/** A class with one copy of `lines` lines in each file. */
function cloneIn(files: readonly number[], lines: number, similarity = 1): CloneClass {
  const copies = files.map((file) => ({
    file,
    start: 1,
    end: lines,
    codeLines: lines,
    tokens: lines * 8,
    fileShare: 1,
  }));
  return { kind: "code", type: 1, similarity, medianLines: lines, tokens: lines * 8, copies };
}
const kindsOf = (
  classes: readonly CloneClass[],
  places: readonly (readonly [source: number, path: string])[],
  linesOf: readonly number[],
): string[] => {
  const files = places.map(([source, path]) => ({ source, path }));
  return withKinds(classes, files, linesOf).map((one) => one.kind);
};

describe("withKinds", () => {
  it("calls what stands at the same path in three repositories a template", () => {
    const same = [0, 1, 2].map((source) => [source, "app/oven.rb"] as const);
    expect(kindsOf([cloneIn([0, 1, 2], 20)], same, [900, 900, 900])).toEqual(["template"]);
    expect(kindsOf([cloneIn([0, 1], 20)], same, [900, 900, 900])).toEqual(["code"]);
    expect(kindsOf([cloneIn([0, 1, 2], 20, 0.8)], same, [900, 900, 900])).toEqual(["code"]);
  });

  it("calls configuration a template whatever its name, code only at the same path", () => {
    const places = (ending: string) =>
      ["oven", "mixer", "till"].map((name, source) => [source, `${name}.${ending}`] as const);
    expect(kindsOf([cloneIn([0, 1, 2], 20)], places("yml"), [900, 900, 900])).toEqual(["template"]);
    expect(kindsOf([cloneIn([0, 1, 2], 20)], places("rb"), [900, 900, 900])).toEqual(["code"]);
  });

  it("calls what stands where a tool prescribes it a template from two repositories on", () => {
    const at = (path: string) => [0, 1].map((source) => [source, path] as const);
    for (const path of [
      ".github/workflows/ci.yml",
      "Dockerfile",
      "docker-compose.yml",
      "config/environments/test.rb",
      "public/404.html",
      "bin/setup",
      "web/vite.config.ts",
      "spec/spec_helper.rb",
    ]) {
      expect(kindsOf([cloneIn([0, 1], 20, 0.75)], at(path), [900, 900]), path).toEqual([
        "template",
      ]);
    }
    for (const path of ["app/compose.rs", "config/routes.rb", "deploy/main.tf", "lib/public.rb"]) {
      expect(kindsOf([cloneIn([0, 1], 20)], at(path), [900, 900]), path).toEqual(["code"]);
    }
  });

  it("calls what near-identical repositories share a fork, also through a third", () => {
    const places = [0, 1, 2, 3].map((source) => [source, `src/part${source}.go`] as const);
    const classes = [
      cloneIn([0, 1], 180),
      cloneIn([1, 2], 150),
      cloneIn([0, 2], 12),
      cloneIn([0, 3], 12),
    ];
    expect(kindsOf(classes, places, [200, 240, 200, 200])).toEqual([
      "fork",
      "fork",
      "fork",
      "code",
    ]);
  });

  it("leaves a class within one repository as it is", () => {
    expect(
      kindsOf(
        [cloneIn([0, 1], 20)],
        [
          [0, "a.yml"],
          [0, "b.yml"],
        ],
        [900],
      ),
    ).toEqual(["code"]);
  });
});
