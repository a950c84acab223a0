import * as fc from "fast-check";
import { expect, it } from "vitest";
import { assembleCorpus, tokensOf } from "#insight/duplication/corpus.ts";
import { LineHasher } from "#insight/duplication/line-hashes.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { countLines } from "#insight/duplication/similar/line-counts.ts";

const line = fc
  .tuple(fc.constantFrom("bake", "sell", "weigh"), fc.constantFrom("rye", "wheat"), fc.nat(30))
  .map(([verb, what, n]) => `${verb}(${what}, ${n}, till[${n}]);`);
const file = fc.array(line, { minLength: 5, maxLength: 30 }).map((lines) => lines.join("\n"));

it("counts the files that have a line, in any number of ranges", () => {
  fc.assert(
    fc.property(
      fc.array(file, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (texts, parts) => {
        const reader = new FileReader();
        texts.forEach((text, number) => reader.add(number, "a.js", Buffer.from(text)));
        const corpus = assembleCorpus([reader.takeShard()], texts.length);
        const expected = new Map<number, number>();
        texts.forEach((_, number) => {
          const { exact, shape } = new LineHasher().hash(tokensOf(corpus, number));
          for (const hash of new Set([...exact, ...shape]))
            if (hash !== 0) expected.set(hash, (expected.get(hash) ?? 0) + 1);
        });
        const shared = [...expected].filter(([, count]) => count > 1).sort(([a], [b]) => a - b);
        const width = 2 ** 32 / parts;
        const counted = Array.from({ length: parts }, (_, part) =>
          countLines(corpus, [Math.ceil(part * width), Math.ceil((part + 1) * width)]),
        );
        const found = counted.flatMap(({ hashes, counts }) =>
          Array.from(hashes, (hash, at) => [hash, counts[at]]),
        );
        expect(found).toEqual(shared);
      },
    ),
    { numRuns: 60 },
  );
});
