import { describe, expect, it } from "vitest";
import { codeFiles } from "./project-files.ts";
import { findWordLists, listKey } from "./word-lists.ts";

const all = codeFiles
  .filter(({ path }) => /^(?:src|web\/src)\//.test(path))
  .flatMap(({ path, text }) => findWordLists(path, text));
const isVocabulary = ({ path }: { path: string }): boolean => path.startsWith("src/vocabulary/");

describe("lists of words", () => {
  it("of the vocabulary are spelled nowhere else", () => {
    const own = all.filter(isVocabulary);
    const sets = new Set(own.map(listKey));
    // The same words in another order are a ranking, which is something else.
    const orders = new Set(own.map(({ words }) => words.join(" ")));
    const second = all
      .filter((list) => !isVocabulary(list))
      .filter((list) =>
        list.isUnion ? sets.has(listKey(list)) : orders.has(list.words.join(" ")),
      );
    expect(
      second.map((list) => `${list.path}:${String(list.line)} spells ${listKey(list)}`),
    ).toEqual([]);
  });

  it("are types of one file only: what two files speak of stands in the vocabulary", () => {
    const files = new Map<string, Set<string>>();
    for (const list of all.filter(({ isUnion }) => isUnion))
      files.set(listKey(list), (files.get(listKey(list)) ?? new Set()).add(list.path));
    const shared = [...files].filter(([, paths]) => paths.size > 1);
    expect(shared.map(([words, paths]) => `${words}: ${[...paths].join(", ")}`)).toEqual([]);
  });

  it("are found in unions, also beside null, and in arrays of nothing else", () => {
    const found = findWordLists(
      "a.ts",
      'type A = "rye" | "wheat" | null;\nconst a = ["rye", 1];\nconst b = ["wheat", "rye"] as const;\n',
    );
    expect(found.map((list) => [list.line, listKey(list)])).toEqual([
      [1, "rye wheat"],
      [3, "rye wheat"],
    ]);
  });
});
