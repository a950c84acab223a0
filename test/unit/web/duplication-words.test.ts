import { describe, expect, it } from "vitest";
import { manyDuplicates } from "#fixtures/many-duplicates.ts";
import {
  isApart,
  leftOutSentence,
  linesByRemedy,
  pairOf,
  placeWords,
  repositoryName,
  shortPlaceWords,
} from "#web/features/duplication/duplication-words.ts";

const { summary, classes } = manyDuplicates(8, 4);
const [first] = classes;
const copy = first?.copies[0];
if (first === undefined || copy === undefined) throw new Error("no class was made");

describe("places of copies", () => {
  it("name repository, path and lines", () => {
    expect(placeWords(copy)).toBe("oven:src/crumb-0-0.rb:1–12");
    expect(repositoryName("repository:kneading")).toBe("kneading");
  });

  it("keep the repository and the end of the path when they are cut", () => {
    const long = { ...copy, path: `src/${"deep/".repeat(20)}crumb.rb` };
    const short = shortPlaceWords(long, 44);
    expect(short.startsWith("oven:…")).toBe(true);
    expect(short.endsWith("crumb.rb:1–12")).toBe(true);
    expect(short).toHaveLength(44);
    expect(shortPlaceWords(copy, 44)).toBe(placeWords(copy));
  });
});

describe("what is compared first", () => {
  it("is the representative and the first copy in another repository", () => {
    expect(pairOf(first).map((one) => one?.path)).toEqual(["src/crumb-0-0.rb", "src/crumb-0-1.rb"]);
    const home = first.copies.filter(({ repositoryId }) => repositoryId === copy.repositoryId);
    expect(pairOf({ ...first, copies: home }).map((one) => one?.path)).toEqual([
      "src/crumb-0-0.rb",
      "src/crumb-0-2.rb",
    ]);
  });
});

describe("lines by remedy", () => {
  it("are shared code, or scaffolding and forks", () => {
    const byKind = (["code", "identical-file", "template", "fork"] as const).map((kind, place) => ({
      kind,
      classesCount: 1,
      crossOwnerLines: 10 ** place,
    }));
    expect(linesByRemedy({ ...summary, byKind })).toEqual({ shared: 11, apart: 1100 });
    expect(classes.filter(isApart).map(({ id }) => id)).toEqual(["clone:7"]);
  });
});

describe("what was left out", () => {
  it("counts files, and lines of files that take part otherwise", () => {
    expect(
      leftOutSentence([
        { reason: "vendored", files: 3142, lines: 9 },
        { reason: "imports", files: 1, lines: 1200 },
        { reason: "of-a-new-kind", files: 2, lines: 5 },
      ]).replaceAll("\u00a0", " "),
    ).toBe("3,142 vendored files, 1,200 lines of imports in 1 file and 2 of a new kind");
  });
});
