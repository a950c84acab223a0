import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "#sources/events/fields.ts";

describe("instants", () => {
  it("are those of Date.parse, to the millisecond", () => {
    const date = fc.date({ min: new Date("1970-01-02"), max: new Date("2099-12-31") });
    fc.assert(
      fc.property(
        date.filter((one) => !Number.isNaN(one.getTime())),
        fc.boolean(),
        (one, isWhole) => {
          const stamp = isWhole ? one.toISOString().replace(/\.\d+Z$/, "Z") : one.toISOString();
          expect(instant({ stamp }, "stamp")).toBeCloseTo(Date.parse(stamp) / 1000, 4);
        },
      ),
    );
  });

  it("are none where the calendar has no such day or hour", () => {
    for (const stamp of [
      "2023-02-29T10:00:00Z",
      "2024-02-30T10:00:00Z",
      "2024-04-31T10:00:00Z",
      "2024-13-01T10:00:00Z",
      "2024-00-10T10:00:00Z",
      "2024-05-01T25:00:00Z",
      "2024-05-01T10:60:00Z",
      "2024-05-01X10:00:00Z",
      "2024-05-01T10:00:00.x1Z",
    ])
      expect([stamp, instant({ stamp }, "stamp")]).toEqual([stamp, Number.NaN]);
    expect(instant({ stamp: "2024-02-29T10:00:00Z" }, "stamp")).toBe(1_709_200_800);
    expect(instant({ stamp: "2000-02-29T23:59:59.25Z" }, "stamp")).toBe(951_868_799.25);
  });
});
