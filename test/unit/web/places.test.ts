import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { placeOf as placeInEngine } from "#kernel/reference.ts";
import { placeOf, unknownAt } from "#web/api/places.ts";

const group = (reason: string, keys: readonly string[], fields: readonly string[]) => ({
  section: "adoption",
  keys: [...keys],
  fields: [...fields],
  code: "c",
  reason,
  needs: "n",
});

describe("why a value is unknown", () => {
  const groups = [
    group("all of it", [], []),
    group("two capabilities", ["kit", "a/b"], []),
    group("rates", ["kit", "ui"], ["rate", "currency/libyears"]),
  ];

  test.each([
    [placeOf("adoption", "kit", "rate"), "rates"],
    [placeOf("adoption", "kit", "rate/low"), "rates"],
    [placeOf("adoption", "ui", "currency/libyears"), "rates"],
    [placeOf("adoption", "ui", "currency"), "all of it"],
    [placeOf("adoption", "kit", "forecast"), "two capabilities"],
    [placeOf("adoption", "a/b", "rate"), "two capabilities"],
    [placeOf("adoption", "a", "b"), "all of it"],
    [placeOf("adoption", "kit2", "rate"), "all of it"],
    [placeOf("delivery", "kit"), undefined],
    ["", undefined],
  ])("%s is told by the group of %s", (place, told) => {
    expect(unknownAt(groups, place)?.reason).toBe(told);
  });

  it("is told by the whole section where a group names neither keys nor fields", () => {
    expect(unknownAt([group("fields", [], ["nps"])], "/adoption/nps")?.reason).toBe("fields");
    expect(unknownAt([group("fields", [], ["nps"])], "/adoption/csat")).toBeNull();
  });
});

it("places read as the engine writes them", () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from("ab/~1 0:")) });
  fc.assert(
    fc.property(text, fc.option(text), fc.option(text), (section, key, field) => {
      expect(placeOf(section, key, field ?? undefined)).toBe(placeInEngine(section, key, field));
    }),
  );
});
