import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository, type Files } from "#fixtures/repository-builder.ts";
import { TreeSizes } from "#sources/repository/fresh-start.ts";
import { readAt } from "./read-at.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-fresh-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ada = { author: "Ada Oven <ada@bakery.example>" };
/** A mill with as many notes in a folder; null takes them away. */
const notes = (count: number, at: string, text: string | null = "flour\n"): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${at}/${String(index)}.md`, text]),
  );

/** Sizes of a tree after each commit, oldest first, as the walk meets them: newest first. */
function sizesOf(sizes: readonly number[], before = 0): TreeSizes {
  const seen = new TreeSizes();
  for (let index = sizes.length - 1; index >= 0; index--) {
    seen.commit();
    const growth = (sizes[index] ?? 0) - (sizes[index - 1] ?? before);
    for (let step = 0; step < Math.abs(growth); step++) seen.change(growth < 0, growth > 0);
    seen.change(true, true);
  }
  return seen;
}

describe("a commit that leaves a tenth of the tree or less", () => {
  it.each([
    ["cut out of a large repository", [500, 520, 20, 25], 2],
    ["cut twice: the last counts", [500, 20, 400, 10, 12], 3],
    ["grown steadily", [1, 50, 500], null],
    ["cut to a half", [500, 250], null],
    ["of a tree that was small", [60, 3], null],
    ["emptied, and begun again", [500, 0, 40], null],
  ])("%s", (_, sizes, position) => {
    expect(sizesOf(sizes).freshStart(0)).toBe(position);
  });

  it("is seen in the first new commit of a history that goes on", () => {
    expect(sizesOf([20], 500).freshStart(500)).toBe(0);
  });

  it("is the same however the history is divided", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        (sizes, stop) => {
          const cut = Math.min(stop, sizes.length);
          const ground = sizes[cut - 1] ?? 0;
          const earlier = sizesOf(sizes.slice(0, cut)).freshStart(0);
          const later = sizesOf(sizes.slice(cut), ground).freshStart(ground);
          const whole = sizesOf(sizes).freshStart(0);
          expect(later === null ? earlier : later + cut).toBe(whole);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("the history of a mill that was cut out of a bakery", () => {
  const cutOut = repository("mill")
    .commit({ ...ada, at: "2020-01-01", message: "Open", files: notes(150, "bakery") })
    .commit({
      ...ada,
      at: "2020-02-01",
      message: "Mill",
      files: { "mill/go.mod": "module mill\n" },
    })
    .commit({
      ...ada,
      at: "2021-01-01",
      message: "Begin",
      files: { ...notes(150, "bakery", null), "go.mod": "module mill\n" },
    })
    .commit({ ...ada, at: "2022-01-01", message: "Grind", files: { "mill.go": "package mill\n" } });

  it("has its start where nearly everything was deleted, read whole or continued", async () => {
    const { path, commitIds, head } = cutOut.write(folder);
    const whole = await readAt(folder, path, head ?? "");
    expect(whole.evidence.freshStart).toMatchObject({
      commit: commitIds[2],
      before: { commitsCount: 2, botCommitsCount: 0, mainlineCommitsCount: 2 },
    });
    for (const stop of [1, 2]) {
      const earlier = await readAt(folder, path, commitIds[stop] ?? "");
      const partly = await readAt(folder, path, head ?? "", earlier.evidence);
      expect(partly.evidence.freshStart).toEqual(whole.evidence.freshStart);
    }
  });

  it("has none where everything moved into another folder", async () => {
    const moved = repository("moved")
      .commit({ ...ada, at: "2020-01-01", message: "Open", files: notes(150, "bakery") })
      .commit({
        ...ada,
        at: "2021-01-01",
        message: "Move",
        files: { ...notes(150, "bakery", null), ...notes(150, "shop") },
      })
      .write(folder);
    const { evidence } = await readAt(folder, moved.path, moved.head ?? "");
    expect(evidence.freshStart).toBeUndefined();
  });
});
