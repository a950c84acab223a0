import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventColumns, type EventFacts } from "#evidence/event-columns.ts";

/** Text as it comes from UTF-8: without halves of pairs. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 90 }),
  fc.constantFrom("v1", "x".repeat(400), "é".repeat(400), "\u0000", "sha256:0123"),
);
const mayBe = fc.option(text);
const version = text.filter((one) => one !== "");

const facts: fc.Arbitrary<EventFacts> = fc
  .record({
    id: text,
    at: fc.double({ min: 0, max: 4e9, noNaN: true }),
    version,
    isRollback: fc.boolean(),
    isSuccessful: fc.boolean(),
    revision: mayBe,
    artifact: mayBe,
    chain: mayBe,
    path: fc.constantFrom("a.ndjson", "b.ndjson"),
    line: fc.nat(),
    kind: fc.nat(3),
  })
  .map(({ kind, ...one }) => ({
    ...one,
    revision: kind === 0 ? one.version : one.revision,
    artifact: kind > 1 ? `pkg:oci/ovens@${one.version}` : one.artifact,
  }));

function rowOf(columns: EventColumns, row: number): EventFacts {
  return {
    id: columns.id(row),
    at: columns.at(row),
    version: columns.version(row),
    isRollback: columns.isRollback(row),
    isSuccessful: columns.isSuccessful(row),
    revision: columns.revision(row),
    artifact: columns.artifact(row),
    chain: columns.chain(row),
    path: columns.path(row),
    line: columns.line(row),
  };
}

describe("columns of events", () => {
  it("give back what was put in", () => {
    fc.assert(
      fc.property(fc.array(facts), (events) => {
        const columns = new EventColumns();
        const rows = events.map((event) => columns.append(event, event.line % 3));
        expect(rows.map((row) => rowOf(columns, row))).toEqual(events);
      }),
    );
  });

  it("hold more than one chunk of rows and of texts", () => {
    const columns = new EventColumns();
    const [event] = fc.sample(facts, { numRuns: 1, seed: 1 });
    if (event === undefined) throw new Error("no sample");
    for (let index = 0; index < 40_000; index++)
      columns.append({ ...event, id: `e${String(index)}`, at: index }, 0);
    for (const row of [0, 16_383, 16_384, 39_999])
      expect(rowOf(columns, row)).toEqual({ ...event, id: `e${String(row)}`, at: row });
    expect(() => columns.at(50_000)).toThrow(RangeError);
  });

  it("know equal versions by their hash", () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const columns = new EventColumns();
        const event = fc.sample(facts, { numRuns: 1, seed: 2 })[0];
        if (event === undefined) return;
        const rows = [one, other, one].map((name) =>
          columns.append({ ...event, version: name }, 0),
        );
        const [first, second, third] = rows.map((row) => columns.versionHash(row));
        expect(third).toBe(first);
        expect(second === first).toBe(one === other);
      }),
    );
  });
});
