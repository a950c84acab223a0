import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineShapes } from "#sources/events/line-shapes.ts";

/** What a line says, or that it says nothing: read at once, since a value is valid until the next line. */
function answers(lines: readonly string[], parse: (bytes: Buffer) => unknown): string[] {
  return lines.map((line) => {
    try {
      return JSON.stringify(parse(Buffer.from(line)));
    } catch (error) {
      return error instanceof SyntaxError ? "no JSON" : String(error);
    }
  });
}

function expectSame(lines: readonly string[]): void {
  const shapes = new LineShapes();
  const plain = answers(lines, (bytes) => JSON.parse(bytes.toString("utf8")));
  expect(answers(lines, (bytes) => shapes.parse(bytes, 0, bytes.length))).toEqual(plain);
}

describe("lines of a known shape", () => {
  it("say what JSON.parse says, whatever differs between them", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "plain", 'a "quote"', "back\\slash", "\u0000slot 0", "ü", "\u007f"),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(true, null, 0, -0, 1e21, 999_999_999_999_999),
    );
    const record = fc
      .tuple(value, value, value, fc.constantFrom("", " ", "\r"))
      .map(
        ([id, name, number, end]) =>
          `{"id":${JSON.stringify(id)}, "in":{"__proto__":${JSON.stringify(name)},"list":[${JSON.stringify(number)},{"n":1,"n":2}]}}${end}`,
      );
    fc.assert(fc.property(fc.array(record, { maxLength: 12 }), expectSame));
  });

  it("are refused where a byte makes them invalid", () => {
    const line = '{"id":"e1","n":12,"list":["a",{"b":"c"}],"t":true}';
    const at = fc.nat(line.length);
    fc.assert(
      fc.property(at, at, fc.constantFrom("", '"', "\\", ",", "}", "0", "\t", "é"), (a, b, put) =>
        expectSame([line, line.slice(0, Math.min(a, b)) + put + line.slice(Math.max(a, b)), line]),
      ),
    );
  });

  it("are not confused with numbers that differ in kind", () => {
    const of = (number: string) => `{"n":${number},"m":[${number},-${number}]}`;
    const numbers = ["1", "12", "0", "01", "1.5", "1e5", "1234567890123456", "00", "9".repeat(15)];
    expectSame([...numbers, ...numbers].map(of));
  });

  it("give way to parsing when hardly a line is like another", () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `{"key${String(index)}":"x"}`);
    expectSame([...lines, '{"a":"b"}', '{"a":"c"}']);
  });

  it("keep a property called __proto__ to themselves", () => {
    const shapes = new LineShapes();
    for (const name of ["a", "b"]) {
      const line = Buffer.from(`{"__proto__":{"polluted":"${name}"},"id":"x"}`);
      const value = shapes.parse(line, 0, line.length);
      expect(Object.hasOwn(value as object, "__proto__")).toBe(true);
      expect((value as { polluted?: string }).polluted).toBeUndefined();
    }
  });
});
