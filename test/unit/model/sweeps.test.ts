import fc from "fast-check";
import { expect, test } from "vitest";
import { sweepsOf } from "#model/sweeps.ts";

const day = 86_400;
type Written = readonly (readonly [mark: string, day: number, commit?: string])[];

let made = 0;
function repository(id: string, written: Written) {
  const rows = written.map(([mark, at, commit]) => {
    made += 1;
    return { mark, at: at * day + made, commit: commit ?? `${id} ${String(made)}` };
  });
  return {
    id,
    changes: {
      quarters: [],
      kinds: [],
      tail: [],
      written: {
        commits: rows.map(({ commit }) => commit),
        at: Float64Array.from(rows, ({ at }) => at),
        marks: rows.map(({ mark }) => mark),
      },
    },
  };
}

const found = (written: Readonly<Record<string, Written>>, from = 0, to = 1_000 * day) =>
  sweepsOf(
    Object.entries(written).map(([id, rows]) => repository(id, rows)),
    from,
    to,
  ).map(({ mark, places }) => [mark, ...places.map((one) => one.repositoryId)]);

const sieve = "Use the new sieve";

test("one name in three repositories within four months is one change, by whoever wrote it first", () => {
  const written = {
    oat: [[sieve, 130]],
    rye: [[sieve, 100]],
    pie: [[sieve, 140]],
  } as const;
  expect(found(written)).toEqual([[sieve, "rye", "oat", "pie"]]);
  expect(found({ ...written, pie: [[sieve, 260]] })).toEqual([]);
  expect(found({ rye: written.rye, oat: written.oat })).toEqual([]);
  expect(found(written, 110 * day)).toEqual([]);
  expect(found(written, 0, 135 * day)).toEqual([]);
});

test("what repositories say time and again is none; that one had to do it twice is no matter", () => {
  const twice = (shop: string): Readonly<Record<string, Written>> => ({
    [shop]: [
      [sieve, 100],
      [sieve, 160],
    ],
  });
  const once = Object.fromEntries(
    ["rye", "oat", "pie", "bun"].map((shop) => [shop, [[sieve, 101]] as Written]),
  );
  expect(found({ ...once, ...twice("roll") })).toHaveLength(1);
  expect(found({ ...once, ...twice("roll"), ...twice("bun") })).toEqual([]);
});

test("a commit that several repositories hold was written once", () => {
  const shared: Written = [[sieve, 100, "one"]];
  expect(found({ rye: shared, oat: shared, pie: shared })).toEqual([]);
});

test("places ascend, are of three repositories or more, and the order of the input does not matter", () => {
  const shops = ["rye", "oat", "pie", "bun"] as const;
  const row = fc.tuple(fc.constantFrom("a b c", "d e f"), fc.integer({ min: 1, max: 400 }));
  fc.assert(
    fc.property(
      fc.array(fc.array(row, { maxLength: 4 }), { minLength: 4, maxLength: 4 }),
      (rows) => {
        const all = shops.map((shop, at) => repository(shop, rows[at] ?? []));
        const sweeps = sweepsOf(all, 0, 1_000 * day);
        for (const { places } of sweeps) {
          expect(new Set(places.map((one) => one.repositoryId)).size).toBe(places.length);
          expect(places.length).toBeGreaterThanOrEqual(3);
          expect(places.map(({ at }) => at)).toEqual(
            places.map(({ at }) => at).toSorted((a, b) => a - b),
          );
        }
        expect(sweepsOf(all.toReversed(), 0, 1_000 * day)).toEqual(sweeps);
      },
    ),
  );
});
