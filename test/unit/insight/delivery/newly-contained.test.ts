import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommitColumns } from "#evidence/commit-columns.ts";
import { CommitIndex, newlyContained } from "#insight/delivery/newly-contained.ts";

const idOf = (number: number) => String(number).padStart(8, "0");

/** Commit i has the parents given for it; parents have smaller numbers. */
function graph(parentsOf: readonly (readonly number[])[]): CommitColumns {
  return {
    ids: parentsOf.map((_, number) => idOf(number)).join(""),
    idWidth: 8,
    committedAt: Float64Array.from(parentsOf, (_, number) => number * 10),
    authoredAt: Float64Array.from(parentsOf, (_, number) => number * 10 - 5),
    isBot: new Uint8Array(parentsOf.length),
    isSquashed: new Uint8Array(parentsOf.length),
    isHotfix: new Uint8Array(parentsOf.length),
    reverts: new Uint32Array(),
    parents: Int32Array.from(parentsOf.flat()),
    parentStart: Uint32Array.from(
      [...parentsOf, []].map((_, number) => parentsOf.slice(0, number).flat().length),
    ),
  };
}

function brought(columns: CommitColumns, revisions: (string | null)[]) {
  const found = newlyContained(columns, new CommitIndex(columns), revisions);
  return revisions.map((_, deployment) =>
    [...found.committedAt.entries()]
      .filter(([row]) => found.deployment[row] === deployment)
      .map(([, at]) => at / 10)
      .sort((a, b) => a - b),
  );
}

describe("commits newly contained in a deployment", () => {
  // 0 ← 1 ← 2 ← 4 (merge of 3), 3 branches from 1
  const columns = graph([[], [0], [1], [1], [2, 3]]);

  it("leaves the first out and counts a merged branch once", () => {
    expect(brought(columns, [idOf(1), idOf(2), idOf(4), idOf(2), idOf(4)])).toEqual([
      [],
      [2],
      [3, 4],
      [],
      [],
    ]);
  });

  it("does not blame a deployment for what an unknown one brought", () => {
    expect(brought(columns, [idOf(1), null, idOf(2), idOf(4)])).toEqual([[], [], [], [3, 4]]);
  });

  it("knows beginnings of ids unless two commits share them", () => {
    const index = new CommitIndex(columns);
    expect(index.find("00000003")).toBe(3);
    expect(index.find("0000000")).toBeNull();
    expect(index.find("9999999")).toBeNull();
  });

  it("agrees with set difference on any history", () => {
    const histories = fc
      .array(fc.array(fc.nat(1000), { maxLength: 2 }), { minLength: 1, maxLength: 20 })
      .map((raw) =>
        raw.map((parents, number) =>
          number === 0 ? [] : [...new Set(parents.map((one) => one % number))],
        ),
      );
    fc.assert(
      fc.property(
        histories,
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }),
        (history, picks) => {
          const deployed = picks.map((pick) => pick % history.length);
          const reach = (from: number): Set<number> => {
            const seen = new Set<number>();
            const visit = (one: number): void => {
              if (seen.has(one)) return;
              seen.add(one);
              for (const parent of history[one] ?? []) visit(parent);
            };
            visit(from);
            return seen;
          };
          const before = new Set<number>();
          const expected = deployed.map((one, index) => {
            const fresh = [...reach(one)].filter((commit) => !before.has(commit));
            for (const commit of fresh) before.add(commit);
            return index === 0 ? [] : fresh.sort((a, b) => a - b);
          });
          expect(brought(graph(history), deployed.map(idOf))).toEqual(expected);
        },
      ),
    );
  });
});
