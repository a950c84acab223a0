import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventParser } from "#sdk/src/event-parser.ts";

const read = (...pieces: string[]) => {
  const parser = new EventParser();
  return pieces.flatMap((piece) => parser.push(piece));
};

describe("a stream of events", () => {
  it("is read as the standard says", () => {
    expect(read("\uFEFFid: 1\nevent: a\ndata: x\ndata:  y\n\n: still here\n\ndata\n\n")).toEqual([
      { id: "1", event: "a", data: "x\n y" },
      { id: "1", event: "", data: "" },
    ]);
    expect(read("id: 1\nid: 2\0\ndata: cut off\n")).toEqual([]);
    expect(read("data: a\r", "\r", "data: b\r\n\r", "\n")).toEqual([
      { id: "", event: "", data: "a" },
      { id: "", event: "", data: "b" },
    ]);
  });

  it("means the same however it is cut, and whatever ends its lines", () => {
    const word = fc.stringMatching(/^[a-z0-9:{}" ]{0,12}$/);
    const events = fc.array(
      fc.tuple(fc.stringMatching(/^[1-9]\d{0,3}$/), fc.array(word, { minLength: 1 })),
    );
    fc.assert(
      fc.property(
        events,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
        (told, end, sizes) => {
          const text = told
            .map(([id, data]) =>
              [`id: ${id}`, ...data.map((one) => `data: ${one}`), "", ""].join(end),
            )
            .join("");
          const pieces: string[] = [];
          for (let at = 0; at < text.length;) {
            const size = sizes.next().value as number;
            pieces.push(text.slice(at, at + size));
            at += size;
          }
          // The last line break of a stream may be the first half of one.
          const found = read(...pieces, ...(end === "\r" ? ["\n"] : []));
          expect(found).toEqual(
            told.map(([id, data]) => ({ id, event: "", data: data.join("\n") })),
          );
        },
      ),
    );
  });

  it("has no event that fills the memory", () => {
    expect(() => read("data: a\n", `data: ${"x".repeat(1024 * 1024)}`)).toThrow(RangeError);
  });
});
