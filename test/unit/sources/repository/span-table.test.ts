import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Moment } from "#evidence/moment.ts";
import { SpanTable } from "#sources/repository/span-table.ts";

const momentAt = (position: number): Moment => ({ commit: `c${String(position)}`, at: position });

/** A state of the file: which keys hold which values. */
const state = fc.dictionary(fc.constantFrom("flour", "salt", "rye"), fc.nat(2));
const states = fc.array(fc.option(state), { maxLength: 12 });

function fold(
  table: SpanTable<null, number>,
  from: number,
  all: readonly (Record<string, number> | null)[],
) {
  all.forEach((one, index) => {
    const moment = momentAt(from + index);
    if (one === null) table.endAll(moment);
    else
      table.step(
        moment,
        Object.entries(one).map(([key, value]) => [key, null, value] as const),
      );
  });
  return table;
}

function valueAt(
  table: SpanTable<null, number>,
  key: string,
  position: number,
): number | undefined {
  const row = table.list().find((one) => one.key === key);
  return row?.spans.find(({ from, to }) => from.at <= position && (to === null || to.at > position))
    ?.value;
}

describe("spans", () => {
  it("hold at every moment what the version of that moment said", () => {
    fc.assert(
      fc.property(states, (all) => {
        const table = fold(new SpanTable(), 0, all);
        all.forEach((one, position) => {
          for (const key of ["flour", "salt", "rye"])
            expect(valueAt(table, key, position)).toBe(one?.[key]);
        });
      }),
    );
  });

  it("never overlap, never are empty, and neighbours differ in value or lie apart", () => {
    fc.assert(
      fc.property(states, (all) => {
        for (const { spans } of fold(new SpanTable(), 0, all).list()) {
          spans.forEach((span, index) => {
            const next = spans[index + 1];
            if (span.to !== null) expect(span.to.at).toBeGreaterThan(span.from.at);
            if (next === undefined) return;
            expect(span.to?.at).toBeLessThanOrEqual(next.from.at);
            if (span.to?.at === next.from.at) expect(span.value).not.toBe(next.value);
          });
        }
      }),
    );
  });

  it("come out the same when the table is put down and taken up again", () => {
    fc.assert(
      fc.property(states, fc.nat(12), (all, stop) => {
        const whole = fold(new SpanTable(), 0, all);
        const first = fold(new SpanTable(), 0, all.slice(0, stop));
        const second = new SpanTable<null, number>();
        for (const { key, meta, spans } of first.list()) second.restore(key, meta, spans);
        expect(fold(second, Math.min(stop, all.length), all.slice(stop)).list()).toEqual(
          whole.list(),
        );
      }),
    );
  });

  it("take the first mention of a key that is named twice", () => {
    const table = new SpanTable<string, number>();
    table.step(momentAt(0), [
      ["flour", "first", 1],
      ["flour", "second", 2],
    ]);
    expect(table.list()).toEqual([
      { key: "flour", meta: "first", spans: [{ value: 1, from: momentAt(0), to: null }] },
    ]);
    expect(table.current("flour")).toBe(1);
    table.endAll(momentAt(1));
    expect(table.current("flour")).toBeUndefined();
  });

  it("handed on are not changed by going on", () => {
    const first = fold(new SpanTable(), 0, [{ flour: 1 }]);
    const kept = first.list()[0]?.spans ?? [];
    const second = new SpanTable<null, number>();
    second.restore("flour", null, kept);
    second.end(momentAt(5), "flour");
    expect(kept).toEqual([{ value: 1, from: momentAt(0), to: null }]);
  });
});
