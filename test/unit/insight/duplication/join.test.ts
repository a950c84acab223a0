import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleCorpus } from "#insight/duplication/corpus.ts";
import type { Corpus } from "#insight/duplication/corpus.ts";
import { joinPart, sortPart } from "#insight/duplication/join.ts";
import type { Seeds } from "#insight/duplication/join.ts";
import { defaultThresholds } from "#insight/duplication/judge.ts";
import { cutFiles, mergeSeeds } from "#insight/duplication/merge-seeds.ts";
import { radixSort } from "#insight/duplication/radix-sort.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { verifySeeds } from "#insight/duplication/verify.ts";

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

function joined(corpus: Corpus, parts: number): Seeds[] {
  const wide = new Uint8Array(corpus.hashes.length);
  const sorted = Array.from({ length: parts }, (_, part) => sortPart(corpus, part, parts, wide));
  return sorted.map((part) => joinPart(corpus, part, wide));
}

function seedsOf(corpus: Corpus, parts: number): Seeds {
  return mergeSeeds(corpus, joined(corpus, parts), 0, corpus.filesCount);
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
    const seeds = joined(corpus, 4);
    const verify = (from: number, to: number): number[] => [
      ...verifySeeds(corpus, mergeSeeds(corpus, seeds, from, to), defaultThresholds).fields,
    ];
    const whole = verify(0, corpus.filesCount);
    const cuts = cutFiles(corpus, seeds, 5);
    const parts = cuts.slice(1).flatMap((to, at) => verify(cuts[at]!, to));
    expect(parts).toEqual(whole);
    expect(parts.length).toBeGreaterThan(0);
    expect(new Set(cuts).size).toBeGreaterThan(4);
  });
});
