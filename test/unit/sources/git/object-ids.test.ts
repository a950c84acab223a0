import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ObjectIds } from "#sources/git/object-ids.ts";

const hex = (digits: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(..."0123456789abcdef".split("")),
    minLength: digits,
    maxLength: digits,
  });

function idsOf(texts: readonly string[]): ObjectIds {
  const ids = new ObjectIds();
  for (const text of texts)
    expect(ids.push(Buffer.from(`<${text}>`), 1, text.length + 1)).toBe(true);
  return ids;
}

describe("ObjectIds", () => {
  it("finds every id where a list of texts has it, and no other", () => {
    const lists = fc
      .constantFrom(40, 64)
      .chain((digits) =>
        fc.tuple(fc.array(hex(digits), { maxLength: 60 }), fc.array(hex(digits), { maxLength: 8 })),
      );
    fc.assert(
      fc.property(lists, ([texts, others]) => {
        const ids = idsOf(texts);
        expect(ids.length).toBe(texts.length);
        expect(texts.map((_, at) => ids.at(at))).toEqual(texts);
        expect(ids.at(texts.length)).toBe("");
        const asked = [...texts, ...others];
        expect(asked.map((text) => ids.indexOf(text))).toEqual(
          asked.map((text) => texts.indexOf(text)),
        );
        const places = asked.map((text) => texts.indexOf(text));
        if (texts.length > 0) expect([...ids.placesOf(idsOf(asked))]).toEqual(places);
      }),
    );
  });

  it("grows beyond what it began with", () => {
    const texts = Array.from({ length: 5000 }, (_, at) => at.toString(16).padStart(40, "c"));
    const ids = idsOf(texts);
    expect([ids.at(0), ids.at(4999), ids.indexOf(texts[4321]!)]).toEqual([
      texts[0],
      texts[4999],
      4321,
    ]);
  });

  it("takes nothing that is no id, or not as long as the first", () => {
    const ids = new ObjectIds();
    const push = (text: string): boolean => ids.push(Buffer.from(text), 0, text.length);
    expect(ids.indexOf("")).toBe(-1);
    expect([push(""), push("beef"), push("g".repeat(40)), push("a".repeat(40))]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect([push("a".repeat(64)), push("A".repeat(40))]).toEqual([false, false]);
    expect([ids.length, ids.indexOf("a".repeat(64)), ids.indexOf("z".repeat(40))]).toEqual([
      1, -1, -1,
    ]);
  });
});
