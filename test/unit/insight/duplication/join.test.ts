import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleCorpus } from "#insight/duplication/corpus.ts";
import type { Corpus } from "#insight/duplication/corpus.ts";
import { joinPart, mergeSeeds, radixSort, sortPart } from "#insight/duplication/join.ts";
import type { Seeds } from "#insight/duplication/join.ts";
import { defaultThresholds } from "#insight/duplication/judge.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { cutSeeds, verifySeeds } from "#insight/duplication/verify.ts";

const body = (word: string): string =>
  `function ${word}(lens, night) {\n  const stars = lens.scan(night.sky);\n  for (const star of stars) {\n    if (star.magnitude > 4) {\n      night.log(star.name, star.magnitude);\n    }\n  }\n  return stars.length + ${word}(lens, night);\n}\n`;

/** Twenty files with one or two of three shapes each, read by `readers` readers in turn. */
function makeCorpus(readers: number): Corpus {
  const workers = Array.from({ length: readers }, () => new FileReader());
  for (let file = 0; file < 20; file++) {
    const text = `${body("survey")}const n${file} = ${file};\n${file % 3 === 0 ? body("patrol") : ""}`;
    workers[file % readers]!.add(file, `f${file}.js`, new TextEncoder().encode(text));
  }
  return assembleCorpus(
    workers.map((worker) => worker.takeShard()),
    20,
  );
}

function seedsOf(corpus: Corpus, parts: number): Seeds {
  const wide = new Uint8Array(corpus.hashes.length);
  const sorted = Array.from({ length: parts }, (_, part) => sortPart(corpus, part, parts, wide));
  return mergeSeeds(
    corpus,
    sorted.map((part) => joinPart(corpus, part, wide)),
    (length) => new Uint32Array(length),
  );
}

describe("parts of the comparison", () => {
  it("sorts like a comparison sort, stably", () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 400 }), (keys) => {
        const order = radixSort(
          Uint32Array.from(keys, (_, at) => at),
          keys,
        );
        const expected = Array.from(keys, (_, at) => at).sort(
          (a, b) => keys[a]! - keys[b]! || a - b,
        );
        expect([...order]).toEqual(expected);
      }),
    );
  });

  it("gives the same seeds for any number of readers and hash ranges", () => {
    const one = seedsOf(makeCorpus(1), 1);
    expect(one.first.length).toBeGreaterThan(20);
    expect(seedsOf(makeCorpus(3), 1)).toEqual(one);
    expect(seedsOf(makeCorpus(1), 7)).toEqual(one);
  });

  it("gives the same matches for any number of verifying parts", () => {
    const corpus = makeCorpus(2);
    const seeds = seedsOf(corpus, 4);
    const whole = verifySeeds(corpus, seeds, 0, seeds.first.length, defaultThresholds).fields;
    const cuts = cutSeeds(corpus, seeds, 5);
    const parts = cuts
      .slice(1)
      .flatMap((to, at) =>
        Array.from(verifySeeds(corpus, seeds, cuts[at]!, to, defaultThresholds).fields),
      );
    expect(parts).toEqual([...whole]);
    expect(parts.length).toBeGreaterThan(0);
  });
});
