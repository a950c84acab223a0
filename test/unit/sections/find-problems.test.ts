import { expect, test } from "vitest";
import { evidenceOf } from "#fixtures/evidence.ts";
import type { LeftOut } from "#model/left-out.ts";
import { buildOrganisation } from "#model/build-organisation.ts";
import { emptyConfiguration } from "#model/configuration.ts";
import { findProblems } from "#sections/problems/find-problems.ts";

const asOf = Date.parse("2025-01-01T00:00:00Z") / 1000;
const market = evidenceOf("market", asOf - 10);

function said(leftOut: readonly LeftOut[], leftOutCount = 0): string[] {
  const places = { leftOut: [], leftOutCount, admitted: [], templates: [] };
  const repositories = [{ ...market, places }];
  const findings = buildOrganisation({
    name: "Market",
    asOf,
    repositories,
    catalogues: [],
    configuration: emptyConfiguration,
  });
  return findProblems(repositories, [], { ...findings, leftOut })
    .filter(({ code }) => code === "left-out")
    .map(({ where, text }) => `${where}: ${text}`);
}

const folder = (name: string, sign: LeftOut["sign"], manifestsCount: number): LeftOut => ({
  repositoryId: "market",
  folder: name,
  sign,
  manifestsCount,
});

test("what is left out is said once for each folder, with the reason", () => {
  expect(
    said([folder("node_modules", "installed", 158), folder("services/vendor", "vendored", 1)]),
  ).toEqual([
    "market: node_modules: 158 manifests left out: a package manager put them there",
    "market: services/vendor: 1 manifest left out: the folder looks like a copy of other people's code",
  ]);
});

test("ten folders a repository, then how many more", () => {
  const many = Array.from({ length: 14 }, (_, at) => folder(`t${String(at)}`, "template", 2));
  const problems = said(many, 3);
  expect(problems).toHaveLength(11);
  expect(problems.at(-1)).toBe(
    "market: 7 more folders with manifests were left out for what they are called",
  );
});

test.each([
  [1, 0, "line 3: it names an owner but no files"],
  [1, 1, "line 3: it names an owner but no files; the forge skips the line"],
  [4, 0, "4 lines cannot be read; the first is line 3: it names an owner but no files"],
  [4, 2, "4 lines cannot be read, 2 of which the forge skips; the first is line 3"],
  [4, 4, "4 lines cannot be read, all of which the forge skips; the first is line 3"],
])(
  "of %i mistaken lines of CODEOWNERS, %i skipped, the file says so once",
  (count, skippedCount, words) => {
    const findings = buildOrganisation({
      name: "Market",
      asOf,
      repositories: [market],
      catalogues: [],
      configuration: emptyConfiguration,
    });
    const mistake = { repository: "market", path: "CODEOWNERS", line: 3, count, skippedCount };
    const codeownersMistakes = [{ ...mistake, text: "it names an owner but no files" }];
    const found = findProblems([market], [], { ...findings, codeownersMistakes });
    const [only, ...others] = found.filter(({ source }) => source === "codeowners");
    expect(others).toEqual([]);
    expect(only?.where).toBe("market: CODEOWNERS");
    expect(only?.text.startsWith(words)).toBe(true);
  },
);

test("of old clones it is said what was looked at, and when each was fetched", () => {
  const day = 86_400;
  const findings = buildOrganisation({
    name: "Market",
    asOf,
    repositories: [market],
    catalogues: [],
    configuration: emptyConfiguration,
    olderClones: new Map([["market", asOf - 60 * day]]),
  });
  const texts = findProblems([market], [], findings, asOf + 40 * day).map(({ text }) => text);
  expect(texts).toContain(
    "the newest commit on a default branch is 40 days older than the day asked for: what git says ends with 2024-12-31",
  );
  expect(
    texts.find((text) => text.startsWith("its clone was last fetched on 2024-11-01")),
  ).toBeDefined();
});
