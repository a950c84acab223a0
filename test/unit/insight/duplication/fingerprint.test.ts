import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Fingerprinter, GRAM_TOKENS, WINDOW_GRAMS } from "#insight/duplication/fingerprint.ts";
import { WORD } from "#insight/duplication/tokenize/token-code.ts";

const tokens = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: GRAM_TOKENS, maxLength: 300 })
  .map((codes) => Uint16Array.from(codes, (code) => (code < 20 ? WORD | code : code)));

it("leaves no run of tokens without a fingerprint, neither at the start of a file nor at its end", () => {
  fc.assert(
    fc.property(tokens, (file) => {
      const fingerprinter = new Fingerprinter();
      fingerprinter.fingerprint(file, file.length, 1);
      const places = [...fingerprinter.positions.subarray(0, fingerprinter.count)];
      const grams = file.length - GRAM_TOKENS + 1;
      const edges = [-1, ...places, grams];
      const gaps = edges.slice(1).map((place, at) => place - edges[at]! - 1);
      expect(Math.max(...gaps)).toBeLessThan(Math.min(WINDOW_GRAMS, grams));
      expect(places.length).toBeGreaterThan(0);
    }),
  );
});

it("gives a run of tokens the same fingerprints wherever it stands", () => {
  fc.assert(
    fc.property(tokens, tokens, (file, before) => {
      const run = GRAM_TOKENS + WINDOW_GRAMS - 1;
      if (file.length < run) return;
      const placed = Uint16Array.from([...before, ...file]);
      const hashesOf = (list: Uint16Array, from: number): Set<number> => {
        const fingerprinter = new Fingerprinter();
        fingerprinter.fingerprint(list, list.length, 1);
        const { hashes, positions, count } = fingerprinter;
        const inside = Array.from({ length: count }, (_, at) => at).filter(
          (at) => positions[at]! >= from && positions[at]! + GRAM_TOKENS <= from + run,
        );
        return new Set(inside.map((at) => hashes[at]!));
      };
      const there = hashesOf(placed, before.length);
      expect([...hashesOf(file, 0)].some((hash) => there.has(hash))).toBe(true);
    }),
  );
});
