import { describe, expect, test } from "vitest";
import { fileAtHead } from "#fixtures/evidence.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import {
  application,
  asOf,
  build,
  component,
  file,
  libraries,
  needs,
  offers,
  repository,
} from "./observatory.ts";

const lens = repository(
  "lens",
  [file("package.json", { packages: [offers("pkg:npm/%40observatory/lens")] })],
  { headFiles: libraries("package.json") },
);
const dome = (mark: SurfaceMark["mark"], text: string, uses: boolean) => ({
  ...application(
    "dome",
    ...(uses
      ? [file("package.json", { dependencies: [needs("pkg:npm/%40observatory/lens")] })]
      : []),
  ),
  folders: [{ folder: ".", source: "tree", surface: [{ mark, text, count: 1 }] }],
});
const found = (...given: Parameters<typeof dome>) =>
  build([lens, dome(...given)]).organisation.workarounds.map(({ kind, text }) => [kind, text]);

describe("workarounds", () => {
  test("a vendored copy is known by the whole name, user or not", () => {
    const path = "src/vendor/observatory-lens";
    for (const uses of [true, false])
      expect(found("vendored-folder", path, uses)).toEqual([["vendored-copy", path]]);
  });

  test("the last word of a name counts where the component uses that package", () => {
    const path = "src/lens-wrapper.js";
    expect(found("wrapper-file", path, true)).toEqual([["wrapper", path]]);
    expect(found("wrapper-file", path, false)).toEqual([]);
  });
});

describe("a README that says the repository is archived", () => {
  const readme = (isDeprecated: boolean) =>
    fileAtHead("README.md", {
      document: {
        title: "Dome (archived)",
        summary: "This repository is archived.",
        description: "This repository is archived.",
        headings: [],
        codeBlocksCount: 0,
        wordsCount: 4,
        relativeLinks: [],
        developerWords: 0,
        customerWords: 0,
        isDeprecated,
      },
    });
  const lifecycle = (isDeprecated: boolean, lastHuman = asOf - 10) => {
    const old = { commit: "c", at: lastHuman };
    const one = application("dome");
    const archived = { ...one, lastHuman: old, headFiles: [readme(isDeprecated)] };
    return component(build([archived]), "dome").lifecycle;
  };

  test("makes it archived", () => {
    expect(lifecycle(true)).toBe("archived");
    expect(lifecycle(false)).not.toBe("archived");
  });

  test("says nothing of a time before the last work on it", () => {
    expect(lifecycle(true, asOf + 1000)).not.toBe("archived");
  });
});
