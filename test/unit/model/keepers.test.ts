import { describe, expect, test } from "vitest";
import {
  countedKeepers,
  countedTeams,
  keepersOf,
  keepersWords,
  ownersKnownOf,
} from "#model/keepers.ts";

const kept = (repositoryId: string, ...ownerIds: string[]) => ({ repositoryId, ownerIds });

describe("teams are counted where most owners are known, else repositories", () => {
  test.each([
    [[kept("a", "team:iron"), kept("b", "team:light"), kept("c")], "2 teams", "mostly"],
    [[kept("a", "team:iron", "team:light")], "2 teams", "mostly"],
    [[kept("a", "team:iron"), kept("b")], "2 repositories", "partly"],
    [[kept("a", "team:iron"), kept("b"), kept("b"), kept("c")], "3 repositories", "partly"],
    [[kept("a"), kept("a")], "1 repository", "not"],
    [[kept("a", "team:individual-owned"), kept("b")], "2 repositories", "not"],
    [
      [kept("a", "team:individual-owned"), kept("b", "team:iron"), kept("c", "team:iron")],
      "1 team",
      "mostly",
    ],
    [[], "0 repositories", "not"],
  ] as const)("%o: %s", (components, words, known) => {
    expect(countedKeepers(keepersOf(components))).toBe(words);
    expect(ownersKnownOf(components)).toBe(known);
  });

  test.each([
    [2, "mostly", "2 teams"],
    [1, "partly", "at least 1 team"],
    [0, "not", "no known team"],
  ] as const)("%i seen, owners %s known: %s", (count, known, words) => {
    expect(countedTeams(count, known)).toBe(words);
  });

  test("copies of code are kept by teams, by repositories that nobody owns, or by owners of both kinds", () => {
    expect(keepersWords(["team:iron", "team:light"])).toBe("2 teams");
    expect(keepersWords(["repository:a", "repository:b"])).toBe("2 repositories");
    expect(keepersWords(["repository:a", "team:iron", "team:light"])).toBe("3 owners");
    expect(keepersWords(["repository:a"])).toBe("1 repository");
  });
});
