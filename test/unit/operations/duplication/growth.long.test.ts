import { describe, expect, it } from "vitest";
import { isLinear } from "#fixtures/growth.ts";
import { withoutAlikeInForm } from "#insight/duplication/alike-in-form.ts";
import type { CloneClass, CloneCopy } from "#insight/duplication/clones.ts";
import { assembleCorpus } from "#insight/duplication/corpus.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { locateOwners } from "#operations/duplication/locate-sites.ts";

const stretch = 10;
const known = Array.from(
  { length: stretch },
  (_, at) => `knead.dough${String(at)}(flour${String(at)}, ${String(at)});\n`,
);

/** One class with so many copies in a single file; every second says what chance does not. */
function classWith(copies: number): () => void {
  const lines: string[] = [];
  for (let copy = 0; copy < copies; copy++)
    for (let at = 0; at < stretch; at++)
      lines.push(copy % 2 === 0 ? (known[at] ?? "") : `m${String(copy)}(${String(at)}, x);\n`);
  const reader = new FileReader();
  reader.add(0, "mill/a.js", Buffer.from(known.join("")));
  reader.add(1, "till/b.js", Buffer.from(lines.join("")));
  const corpus = assembleCorpus([reader.takeShard()], 2);
  const copyAt = (file: number, first: number): CloneCopy => ({
    file,
    start: first + 1,
    end: first + stretch,
    codeLines: stretch,
    tokens: 80,
    fileShare: 1,
  });
  const found: CloneClass = {
    kind: "code",
    type: 3,
    similarity: 0.8,
    medianLines: stretch,
    tokens: 80,
    copies: [copyAt(0, 0), ...Array.from({ length: copies }, (_, at) => copyAt(1, at * stretch))],
  };
  return () => {
    const { classes } = withoutAlikeInForm(corpus, [found], () => true);
    expect(classes.map((one) => one.copies.length)).toEqual([1 + copies / 2]);
  };
}

describe("eight times as much costs about eight times as much", () => {
  it("of copies in one large file, of which some are left out", () => {
    const prepared = new Map([600, 4800].map((copies) => [copies, classWith(copies)]));
    expect(isLinear(600, (copies) => prepared.get(copies)?.())).toBe(true);
  });

  it("of components in a repository with as many files", () => {
    const work = (count: number): void => {
      const folders = Array.from({ length: count }, (_, at) => `apps/c${String(at)}`);
      const components = folders.map((path) => ({
        id: path,
        repositoryId: "mono",
        path,
        ownerIds: [],
      }));
      const placeOf = locateOwners([{ id: "mono" }], components);
      for (const folder of folders)
        expect(placeOf({ source: 0, path: `${folder}/src/a.js` }).componentId === folder).toBe(
          true,
        );
    };
    expect(isLinear(1000, work)).toBe(true);
  });
});
