import * as fc from "fast-check";
import { expect, it } from "vitest";
import { LineReader, LONGEST_RECORD } from "#sources/git/line-reader.ts";

function recordsOf(chunks: readonly Buffer[]): string[] {
  const found: string[] = [];
  const reader = new LineReader(
    (bytes, from, end) => void found.push(bytes.toString("latin1", from, end)),
  );
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return found;
}

it("cuts a stream into the same records however it is divided into chunks", () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom("r", "y", "e", "\n"), minLength: 1 }));
  fc.assert(
    fc.property(texts, (chunks) => {
      const expected = chunks.join("").split("\n");
      // What follows the last end is a record only where there is something.
      if (expected.at(-1) === "") expected.pop();
      expect(recordsOf(chunks.map((text) => Buffer.from(text)))).toEqual(expected);
    }),
  );
});

it("cuts a record without end, in time that grows with its length alone, and reads the next", () => {
  const chunk = Buffer.alloc(1 << 16, "a");
  const many = Array.from({ length: (LONGEST_RECORD / chunk.length) * 4 }, () => chunk);
  const found = recordsOf([...many, Buffer.from("\nrye\n")]);
  expect(found.map(({ length }) => length)).toEqual([LONGEST_RECORD, 3]);
});
