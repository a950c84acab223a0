import * as fc from "fast-check";
import { expect, it } from "vitest";
import { CodeLines } from "#insight/duplication/code-lines.ts";
import { LINE_START } from "#insight/duplication/tokenize/token-code.ts";

/** Files with lines of so many tokens each. */
const orchard = fc.array(
  fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

it("tells lines as counting through the tokens does, in any file of several", () => {
  fc.assert(
    fc.property(orchard, (files) => {
      const all = files.map((lines) =>
        Uint16Array.from(
          lines.flatMap((size) =>
            Array.from({ length: size }, (_, at) => (at === 0 ? LINE_START : 0)),
          ),
        ),
      );
      const tokens = Uint16Array.from(all.flatMap((file) => [...file]));
      let base = 0;
      for (const file of all) {
        const code = new CodeLines(file, CodeLines.bitsOf(tokens), base);
        base += file.length;
        const starts = [...file.keys()].filter((at) => file[at] === LINE_START);
        const ends = [...file.keys()].map((at) => [at, Math.min(file.length, at + 70)] as const);
        // One comparison for each file: half a million of them took seconds.
        expect(
          ends.map(([at, to]) => [code.startAt(at), code.endAt(at), code.linesOf(at, to)]),
        ).toEqual(
          ends.map(([at, to]) => [
            starts.findLast((start) => start <= at),
            starts.find((start) => start > at) ?? file.length,
            1 + starts.filter((start) => start > at && start < to).length,
          ]),
        );
      }
    }),
  );
});
