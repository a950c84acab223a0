import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodAt } from "#insight/reliability/windows.ts";
import { localTime } from "#evidence/zoned-time.ts";

const utc = (text: string): number => Date.parse(text) / 1000;
const window = (
  count: number,
  unit: "h" | "d" | "w" | "M" | "Q" | "Y",
  start: string,
  timeZone: string,
) => ({
  duration: { count, unit },
  calendar: { start, timeZone },
  isAssumed: false,
});
const shown = ({ from, end }: { from: number; end: number }): string[] =>
  [from, end].map((at) => new Date(at * 1000).toISOString().slice(0, 16));

describe("calendar windows", () => {
  it("begin on the wall clock of their zone, across the change of clocks", () => {
    const month = window(1, "M", "2026-01-01T00:00:00", "Europe/Paris");
    expect(shown(periodAt(month, utc("2026-03-31T12:00:00Z")))).toEqual([
      "2026-02-28T23:00",
      "2026-03-31T22:00",
    ]);
    expect(shown(periodAt(month, utc("2026-03-31T22:00:01Z")))).toEqual([
      "2026-03-31T22:00",
      "2026-04-30T22:00",
    ]);
    const days = window(1, "d", "2026-01-01T00:00:00", "America/New_York");
    const spring = periodAt(days, utc("2026-03-08T17:00:00Z"));
    const autumn = periodAt(days, utc("2026-11-01T17:00:00Z"));
    expect([(spring.end - spring.from) / 3600, (autumn.end - autumn.from) / 3600]).toEqual([
      23, 25,
    ]);
  });

  it("are judged whole at the moment at which they end", () => {
    const month = window(1, "M", "2026-01-01T00:00:00", "UTC");
    expect(shown(periodAt(month, utc("2026-07-01T00:00:00Z")))).toEqual([
      "2026-06-01T00:00",
      "2026-07-01T00:00",
    ]);
  });

  it("move a start that the clocks skip, and take the first of one that comes twice", () => {
    const skipped = window(1, "d", "2026-03-01T02:30:00", "Europe/Paris");
    expect(shown(periodAt(skipped, utc("2026-03-29T12:00:00Z")))[0]).toBe("2026-03-29T01:30");
    const twice = window(1, "d", "2026-03-01T02:30:00", "Europe/Paris");
    expect(shown(periodAt(twice, utc("2026-10-25T12:00:00Z")))[0]).toBe("2026-10-25T00:30");
  });

  it("keep the last day of the month, quarters and years", () => {
    const last = window(1, "M", "2026-01-31T00:00:00", "UTC");
    expect(shown(periodAt(last, utc("2026-03-01T00:00:00Z")))).toEqual([
      "2026-02-28T00:00",
      "2026-03-31T00:00",
    ]);
    const quarter = window(1, "Q", "2020-01-01T00:00:00", "UTC");
    expect(shown(periodAt(quarter, utc("2026-11-23T00:00:00Z")))).toEqual([
      "2026-10-01T00:00",
      "2027-01-01T00:00",
    ]);
    const year = window(1, "Y", "2020-02-29T00:00:00", "UTC");
    expect(shown(periodAt(year, utc("2027-01-01T00:00:00Z")))).toEqual([
      "2026-02-28T00:00",
      "2027-02-28T00:00",
    ]);
  });

  it("hold the instant, join without gap, and start at the anchor's wall clock", () => {
    const zones = fc.constantFrom(
      "Europe/Paris",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "UTC",
    );
    const units = fc.constantFrom("d", "w", "M", "Q", "Y", "h");
    fc.assert(
      fc.property(
        zones,
        units,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: utc("2015-01-01T00:00:00Z"), max: utc("2035-01-01T00:00:00Z") }),
        (zone, unit, count, at) => {
          const one = window(count, unit, "2022-01-01T12:00:00", zone);
          const { from, to, end } = periodAt(one, at);
          expect(from < at && at <= end && to === at).toBe(true);
          expect(periodAt(one, end + 1).from).toBe(end);
          expect(periodAt(one, from).end).toBe(from);
          if (unit !== "h")
            expect(new Date(localTime(from * 1000, zone)).toISOString().slice(11, 19)).toBe(
              "12:00:00",
            );
        },
      ),
      { numRuns: 200 },
    );
  });
});
