import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Moment } from "#evidence/moment.ts";
import type { DefinitionHistory } from "#evidence/repository-evidence.ts";
import {
  expandOver,
  expandPurlOver,
  overlap,
  partsOf,
  type Lookup,
} from "#model/linking/expand.ts";

const at = (day: number): Moment => ({ commit: `c${String(day)}`, at: day });
const stretch = (from: number, to: number | null) => ({
  from: at(from),
  to: to === null ? null : at(to),
});
const row = (name: string, ...spans: [string, number, number | null][]): DefinitionHistory => ({
  name,
  spans: spans.map(([value, from, to]) => ({ value, ...stretch(from, to) })),
});
const lookupIn =
  (...rows: DefinitionHistory[]): Lookup =>
  (name) =>
    rows.filter((one) => one.name === name);
const said = (pieces: ReturnType<typeof expandOver>) =>
  pieces.map(({ value, from, to }) => [value, from.at, to?.at ?? null]);

describe("text that stands for something defined elsewhere", () => {
  const timetable = lookupIn(
    row("train", ["express", 0, 10], ["night", 10, null]),
    row("version:express", ["1", 0, 5], ["2", 5, null]),
    row("version:night", ["7", 12, null]),
  );

  it("takes each value for as long as it held", () => {
    expect(said(expandOver("${train}-line", stretch(3, null), timetable))).toEqual([
      ["express-line", 3, 10],
      ["night-line", 10, null],
    ]);
  });

  it("follows a name that is built from another, the innermost first", () => {
    expect(said(expandOver("${version:${train}}", stretch(2, 20), timetable))).toEqual([
      ["1", 2, 5],
      ["2", 5, 10],
      [null, 10, 12],
      ["7", 12, 20],
    ]);
  });

  it("is unknown where nothing defines it, and where definitions go in a circle", () => {
    const circle = lookupIn(row("a", ["${b}", 0, null]), row("b", ["${a}", 0, null]));
    expect(said(expandOver("${a}", stretch(0, null), circle))).toEqual([[null, 0, null]]);
    expect(said(expandOver("${x}", stretch(0, null), circle))).toEqual([[null, 0, null]]);
  });

  it("puts what is named into a purl as a purl writes it", () => {
    const group = lookupIn(row("group", ["com.acme rail/x", 0, null]));
    const purl = "pkg:maven/%24%7Bgroup%7D/points";
    expect(said(expandPurlOver(purl, stretch(0, null), group))).toEqual([
      ["pkg:maven/com.acme%20rail/x/points", 0, null],
    ]);
  });

  it("ends for a definition that doubles itself at every step", () => {
    const bomb = lookupIn(row("a", ["${a}${a}", 0, null]));
    expect(said(expandOver("${a}", stretch(0, null), bomb)).at(-1)?.[0]).toBeNull();
  });
});

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 8 })
  .map((days) => days.toSorted((a, b) => a - b))
  .map((days) =>
    days
      .slice(0, -1)
      .map((day, index): [string, number, number] => [`v${String(index)}`, day, days[index + 1]!])
      .filter((_, index) => index % 3 !== 1),
  );

describe("parts of a stretch of time", () => {
  it("say on every day what the first row that holds says, and nothing twice", () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 4 }), fc.nat(60), fc.nat(60), (rows, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a + 1];
        const histories = rows.map((list) => row("x", ...list));
        const parts = partsOf(histories, stretch(from, to));
        for (let day = from; day < to; day++) {
          const holds = (one: { from: Moment; to: Moment | null }) =>
            one.from.at <= day && (one.to === null || day < one.to.at);
          const found = parts.filter(holds);
          const wanted = histories
            .map((one) => one.spans.find(holds))
            .find((one) => one !== undefined);
          expect(found).toHaveLength(1);
          expect(found[0]?.row === null ? undefined : found[0]?.value).toBe(wanted?.value);
        }
      }),
    );
  });

  it("share nothing where one ends as the other begins", () => {
    expect(overlap(stretch(0, 5), stretch(5, null))).toBeNull();
    expect(overlap(stretch(0, null), stretch(5, 9))).toEqual(stretch(5, 9));
  });
});
