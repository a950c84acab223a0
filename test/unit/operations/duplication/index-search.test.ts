import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { joinPart, sortPart } from "#insight/duplication/join.ts";
import { mergeSeeds } from "#insight/duplication/merge-seeds.ts";
import { defaultThresholds } from "#insight/duplication/judge.ts";
import { LineMap, type LineRange } from "#insight/duplication/line-map.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { MATCH_FIELDS, verifySeeds } from "#insight/duplication/verify.ts";
import { searchIndex, type IndexedCopy } from "#operations/duplication/index-search.ts";
import { CloneIndex, generationOf } from "#store/files/clones/index-reader.ts";
import { IndexPart } from "#store/files/clones/index-part.ts";
import { partPath } from "#store/files/clones/index-layout.ts";
import { DamagedFile } from "#kernel/damaged-file.ts";
import { blocks, bread, organisation, schedule, telescope } from "#fixtures/clones/code-samples.ts";
import {
  indexOrganisation,
  type ComparedOrganisation,
  type OrganisationFile,
} from "#fixtures/clones/indexed-organisation.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-index-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Found {
  readonly own: LineRange;
  readonly place: string;
  readonly there: LineRange;
  readonly type: number;
  readonly similarity: number;
}

/** What the whole comparison finds for each file: pairs of stretches, told for files of equal tokens alike. */
function wholeComparison({ corpus, files }: ComparedOrganisation): Map<number, Found[]> {
  const wide = new Uint8Array(corpus.hashes.length);
  const part = sortPart(corpus, 0, 1, wide);
  const seeds = mergeSeeds(corpus, [joinPart(corpus, part, wide)], 0, corpus.filesCount);
  const { fields } = verifySeeds(corpus, seeds, defaultThresholds);
  const lines = new LineMap(corpus);
  const twins = (file: number): number[] =>
    [...corpus.originalOf.keys()].filter((other) => corpus.originalOf[other] === file);
  const found = new Map<number, Found[]>();
  for (let at = 0; at < fields.length; at += MATCH_FIELDS) {
    const [a = 0, fromA = 0, toA = 0, b = 0, fromB = 0, toB = 0, similarity = 0, type = 0] =
      fields.subarray(at, at + MATCH_FIELDS);
    if (a === b) continue;
    const sides = [
      [a, fromA, toA, b, fromB, toB],
      [b, fromB, toB, a, fromA, toA],
    ] as const;
    for (const [file, from, to, other, otherFrom, otherTo] of sides) {
      for (const own of twins(file)) {
        for (const there of twins(other)) {
          const list = found.get(own) ?? [];
          found.set(own, list);
          list.push({
            own: lines.range(own, from, to),
            place: `${files[there]?.repository}/${files[there]?.path}`,
            there: lines.range(there, otherFrom, otherTo),
            type,
            similarity: similarity / 1000,
          });
        }
      }
    }
  }
  return found;
}

function open(): CloneIndex {
  const index = CloneIndex.open(folder);
  if (index === null) throw new Error("no index");
  return index;
}

function placeIn(index: CloneIndex, file: number): string {
  const row = index.row(file);
  return `${index.about.repositories[row.repository]?.name}/${index.pathOf(row)}`;
}

/** Everything that the index says of one file of the organisation. */
function search(index: CloneIndex, file: OrganisationFile): Found[] {
  const repository = index.about.repositories.findIndex(({ name }) => name === file.repository);
  const own = index.numberOf(repository, file.path);
  const read = new FileReader().read(file.path, Buffer.from(file.text));
  const scope = {
    before: own ?? index.filesCount,
    excluded: new Set(own === null ? [] : [own]),
    withAlikeInForm: true,
  };
  return searchIndex(index, read, scope)
    .filter((copy) => !copy.isWholeFile)
    .map((copy) => foundOf(index, copy));
}

function foundOf(index: CloneIndex, { own, file, there, type, similarity }: IndexedCopy): Found {
  return { own, place: placeIn(index, file), there, type, similarity };
}

/** Of a copy with gaps around what a file repeats, the index may tell the exact part alone. */
function overlaps(a: LineRange, b: LineRange): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start) + 1;
  return shared >= 0.6 * (b.end - b.start + 1);
}

describe("a search in the index", () => {
  it("looks at no more than fits into memory, the most telling first", async () => {
    const crowd = Array.from({ length: 30 }, (_, at) => ({
      repository: "crowd",
      path: `copy-${String(at)}.js`,
      text: `${telescope}let own${String(at)} = ${String(at)};\n`,
    }));
    const whole = { repository: "mill", path: "whole.js", text: `${telescope}${schedule}` };
    await indexOrganisation(folder, [...crowd, whole], 1);
    const index = open();
    const read = new FileReader().read("own.js", Buffer.from(whole.text));
    const placesWithin = (mostTokens: number): Set<string> => {
      const scope = { before: index.filesCount, excluded: new Set<number>(), mostTokens };
      return new Set(searchIndex(index, read, scope).map(({ file }) => placeIn(index, file)));
    };
    expect(placesWithin(read.tokens.length)).toEqual(new Set(["mill/whole.js"]));
    expect(placesWithin(1e6).size).toBe(31);
    index.close();
  });

  it("finds for a file that is indexed what the whole comparison finds for it", async () => {
    let exact = 0;
    let total = 0;
    await fc.assert(
      fc.asyncProperty(organisation, fc.integer({ min: 1, max: 5 }), async (list, parts) => {
        const compared = await indexOrganisation(folder, list, parts);
        const whole = wholeComparison(compared);
        const index = open();
        compared.files.forEach((file, number) => {
          const found = search(index, file);
          for (const one of whole.get(number) ?? []) {
            const there = found.filter(
              (other) =>
                other.place === one.place &&
                overlaps(other.own, one.own) &&
                overlaps(other.there, one.there),
            );
            expect(there, JSON.stringify([file, one, found])).not.toEqual([]);
            total++;
            if (there.some((other) => expect.objectContaining(one).asymmetricMatch(other))) exact++;
          }
        });
        index.close();
      }),
      { numRuns: 20 },
    );
    expect(total).toBeGreaterThan(50);
    expect(exact / total).toBeGreaterThan(0.97);
  });

  it("finds the same with any number of parts", async () => {
    await fc.assert(
      fc.asyncProperty(organisation, fc.integer({ min: 2, max: 40 }), async (list, parts) => {
        const [first] = list;
        if (first === undefined) return;
        await indexOrganisation(folder, list, 1);
        const one = open();
        const expected = search(one, first);
        one.close();
        await indexOrganisation(folder, list, parts);
        const many = open();
        expect(many.about.parts).toBe(parts);
        expect(search(many, first)).toEqual(expected);
        many.close();
      }),
      { numRuns: 10 },
    );
  });

  it("finds whole files, files of the same tokens, and nothing of the file itself", async () => {
    await indexOrganisation(folder, [
      { repository: "bakery", path: "a.js", text: schedule },
      { repository: "observatory", path: "b.js", text: `// night\n\n${schedule}` },
      { repository: "railway", path: "c.js", text: `${telescope}${schedule}` },
    ]);
    const index = open();
    const copies = (text: string, excluded: number[], before = 9) =>
      searchIndex(index, new FileReader().read("x.js", Buffer.from(text)), {
        before,
        excluded: new Set(excluded),
      }).map((copy) => `${placeIn(index, copy.file)}:${copy.there.start}-${copy.there.end}`);
    expect(copies(schedule, [0], 0)).toEqual(["observatory/b.js:3-16", "railway/c.js:15-28"]);
    expect(copies(schedule, [])).toHaveLength(3);
    // Another version of the first file: the second still has what the first had.
    expect(copies(`${bread}let till = 1;\n${schedule}`, [0], 0)).toEqual([
      "observatory/b.js:3-16",
      "railway/c.js:15-28",
    ]);
    expect(copies(bread, [])).toEqual([]);
    expect(copies("", [])).toEqual([]);
    index.close();
  });

  it("leaves out what is alike only as code of its kind is everywhere", async () => {
    const calls = ["page.goto(address, quick)", "page.click(button, once)", "page.wait(300, true)"];
    const checks = ["expect(page.title).toBe(name)", "expect(page.errors).toEqual([])"];
    const frame = [...calls, ...checks, "page.close(done, 1)", "browser.reset(page, all)"];
    const block = (lines: readonly string[]): string => lines.map((one) => `${one};\n`).join("");
    // Each line stands in all of them, and no two of them are alike.
    const others = Array.from({ length: 600 }, (_, at) => ({
      repository: "bakery",
      path: `spec/${at}.js`,
      text: block(
        frame.flatMap((one, k) => [one, `x${at}${".y".repeat(((at * 7 + k * 3) % 13) + 1)}`]),
      ),
    }));
    await indexOrganisation(folder, [
      ...others,
      { repository: "railway", path: "board.js", text: schedule },
      { repository: "railway", path: "spec.js", text: block(frame) },
    ]);
    const index = open();
    const scope = { before: index.filesCount, excluded: new Set<number>() };
    const found = (text: string, withAlikeInForm: boolean): string[] => {
      const read = new FileReader().read("a.js", Buffer.from(text));
      const copies = searchIndex(index, read, { ...scope, withAlikeInForm });
      return [...new Set(copies.map((copy) => placeIn(index, copy.file)))];
    };
    const own = block(frame.toSpliced(4, 0, "log(1)"));
    expect(found(own, true)).toContain("railway/spec.js");
    expect(found(own, false)).not.toContain("railway/spec.js");
    expect(found(`${own}${schedule}`, false)).toContain("railway/board.js");
    index.close();
  });

  it("lets parts be held apart: what each finds together is what one finds", async () => {
    const list = blocks.map((text, at) => ({ repository: "bakery", path: `${at}.js`, text }));
    const { corpus } = await indexOrganisation(folder, list, 4);
    const index = open();
    const hashes = Uint32Array.from(new Set(corpus.hashes)).sort();
    const generation = generationOf(folder) ?? "";
    const apart = [0, 1, 2, 3].flatMap((number) => {
      const part = IndexPart.open(partPath(join(folder, "clones", generation), number), number, 4);
      if (part === null) throw new Error("no part");
      const own = hashes.filter((hash) => Math.floor(hash / 2 ** 30) === number);
      const found = part.find(own, 100);
      part.close();
      return found;
    });
    expect(apart).toEqual(index.find(hashes, 100));
    expect(apart.map(({ hash }) => hash)).toEqual([...hashes]);
    index.close();
  });
});

describe("the index on disk", () => {
  const list = blocks.flatMap((text, at) => [
    { repository: "bakery", path: `${at}.js`, text },
    { repository: "railway", path: `${at}.js`, text: `${bread}${text}` },
  ]);

  it("is replaced as a whole: who has it open goes on reading, and the old one is removed", async () => {
    await indexOrganisation(folder, list);
    const before = open();
    await indexOrganisation(folder, list.slice(0, 2));
    const after = open();
    expect(after.about.filesCount).toBe(2);
    expect(before.about.filesCount).toBe(6);
    expect(readdirSync(join(folder, "clones"))).toHaveLength(2);
    before.close();
    after.close();
  });

  it("answers, or says that it is damaged, whatever byte of it changed or is missing", async () => {
    await indexOrganisation(folder, list, 2);
    const index = open();
    const expected = list.map((file) => search(index, file));
    index.close();
    const intact = join(folder, "intact");
    cpSync(join(folder, "clones"), intact, { recursive: true });
    const generation = generationOf(folder) ?? "";
    const names = readdirSync(join(intact, generation));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(1 << 20),
        fc.integer({ min: 0, max: 255 }),
        (name, at, flip) => {
          const path = join(folder, "clones", generation, name);
          const bytes = readFileSync(join(intact, generation, name));
          const place = at % bytes.length;
          const torn = flip === 0 ? bytes.subarray(0, place) : Buffer.from(bytes);
          if (flip !== 0) torn[place] = (torn[place] ?? 0) ^ flip;
          writeFileSync(path, torn);
          try {
            const opened = CloneIndex.open(folder);
            if (opened !== null) {
              expect(list.map((file) => search(opened, file))).toEqual(expected);
              opened.close();
            }
          } catch (error) {
            expect(error).toBeInstanceOf(DamagedFile);
          } finally {
            writeFileSync(path, bytes);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
