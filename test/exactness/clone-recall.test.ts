import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findBlocks, isDataTable, readSources } from "#bench/clone-recall/blocks.ts";
import { operators, targets, type Operator } from "#bench/clone-recall/operators.ts";
import { makePair } from "#bench/clone-recall/pairs.ts";
import { Random } from "#bench/clone-recall/random.ts";
import { countFalseLinks, scorePairs, type PairScore } from "#bench/clone-recall/score.ts";
import { languages } from "#bench/clone-recall/languages.ts";

const corpus = join(import.meta.dirname, "..", "..", "bench", "clone-recall", "corpus");
const groups = Object.keys(targets) as Operator["group"][];

describe("planted clones of our own corpus", () => {
  const scores = new Map<Operator["group"], PairScore[]>(groups.map((group) => [group, []]));
  const random = new Random(1);
  const files = readSources(corpus);
  const blocks = random.shuffle(files.flatMap(findBlocks).filter((block) => !isDataTable(block)));
  const share = (list: readonly PairScore[]): number =>
    list.filter(({ isFound }) => isFound).length / list.length;

  beforeAll(() => {
    let number = 0;
    for (const operator of operators) {
      for (let round = 0; round < 3; round++) {
        const pairs = blocks.map((block) => makePair(block, operator, files, random, number++));
        scores.get(operator.group)!.push(...scorePairs(pairs));
      }
    }
  });

  it("are at least 900, in six languages", () => {
    const all = [...scores.values()].flat();
    expect(all.length).toBeGreaterThanOrEqual(900);
    expect(new Set(all.map(({ pair }) => pair.language))).toEqual(new Set(Object.keys(languages)));
  });

  it.each(groups)("%s: one class covers both sides as often as is asked", (group) => {
    const found = scores.get(group)!;
    expect(share(found)).toBeGreaterThanOrEqual(targets[group]);
    // In every language alike: none far below the rest.
    for (const language of Object.keys(languages)) {
      const own = found.filter(({ pair }) => pair.language === language);
      expect([language, share(own) >= targets[group] - 0.12]).toEqual([language, true]);
    }
  });

  it("no unrelated blocks are linked", () => {
    const { links, pairs } = countFalseLinks(blocks);
    expect(links).toEqual([]);
    expect(pairs).toBeGreaterThan(40);
  });
});
