import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachUnknown } from "#sections/each-unknown.ts";
import { groupUnknowns } from "#sections/unknown-groups.ts";

const young = { code: "too-young", reason: "it is young", needs: "time" };

describe("unknowns, grouped", () => {
  it("say one sentence for every entry and field that it is true of", () => {
    const ovens = ["stone", "deck", "rack"].map((name) => ({ id: `oven:${name}` }));
    const entries = [0, 1, 2].flatMap((place) =>
      ["heat", "loaves/daily"].map((field) => ({ pointer: `/ovens/${place}/${field}`, ...young })),
    );
    expect(groupUnknowns(entries, { ovens })).toEqual([
      {
        section: "ovens",
        keys: ["oven:stone", "oven:deck", "oven:rack"],
        fields: ["heat", "loaves/daily"],
        ...young,
      },
    ]);
  });

  it("keep apart entries of which other fields are unknown, and reasons that differ", () => {
    const ovens = [{ id: "a" }, { id: "b" }];
    const groups = groupUnknowns(
      [
        { pointer: "/ovens/0/heat", ...young },
        { pointer: "/ovens/1/heat", ...young },
        { pointer: "/ovens/1/age", ...young },
        { pointer: "/ovens/0/age", ...young, code: "no-history" },
      ],
      { ovens },
    );
    expect(groups.map(({ keys, fields, code }) => [code, keys, fields])).toEqual([
      ["too-young", ["a"], ["heat"]],
      ["too-young", ["b"], ["heat", "age"]],
      ["no-history", ["a"], ["age"]],
    ]);
  });

  it("name entries of lists within by their keys, whatever stands in them", () => {
    const kitchen = { shelves: [{ path: "a/b" }, { path: "a/b" }] };
    const [group] = groupUnknowns([{ pointer: "/kitchen/shelves/1/height", ...young }], {
      kitchen,
    });
    expect(group).toMatchObject({ keys: [], fields: ["shelves/a~1b#2/height"] });
  });

  it("open again into as many figures as were grouped, each with its own place", () => {
    const id = fc.string({ minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(
          fc.tuple(fc.nat(4), fc.constantFrom("heat", "age"), fc.constantFrom("x", "y")),
          { maxLength: 12, selector: ([place, field]) => `${place} ${field}` },
        ),
        (ids, wanted) => {
          const ovens = ids.map((one) => ({ id: one }));
          const entries = wanted
            .filter(([place]) => place < ids.length)
            .map(([place, field, code]) => ({
              ...young,
              pointer: `/ovens/${place}/${field}`,
              code,
            }));
          const places = eachUnknown(groupUnknowns(entries, { ovens })).map(({ place }) => place);
          expect(places).toHaveLength(entries.length);
          expect(new Set(places).size).toBe(entries.length);
        },
      ),
    );
  });
});
