import { describe, expect, it } from "vitest";
import type { CopySite, RankedClass } from "#insight/duplication/between-owners.ts";
import type { DuplicationFindings } from "#insight/duplication/findings.ts";
import { mapDuplication } from "#sections/duplication/present.ts";

const copy = (path: string): CopySite => ({
  repositoryId: "repository:bakery/till",
  componentId: null,
  path,
  commit: null,
  start: 1,
  end: 9,
  owners: ["team:till"],
  fileShare: 1,
  changeDays: [],
});

const classOf = (copies: readonly CopySite[]): RankedClass => ({
  kind: "code",
  type: 1,
  similarity: 1,
  medianLines: 9,
  tokens: 90,
  copies,
  ownerIds: ["team:till"],
  crossOwnerLines: 9,
  coChangesCount: 0,
  coChangesByChance: 0,
  rank: 9,
});

const findingsOf = (classes: readonly RankedClass[]): DuplicationFindings => ({
  filesCount: 1,
  linesCount: 1,
  leftOut: [],
  unreadable: [],
  withinOwnersCount: 0,
  untold: null,
  classes,
  matrix: [],
  trend: null,
  texts: new Map(),
});

describe("classes of copies with long names", () => {
  it("are listed as far as a report can be written as one text, and counted beyond", () => {
    const many = classOf(Array<CopySite>(1000).fill(copy("a".repeat(4000))));
    const { classes, summary } = mapDuplication(findingsOf(Array(400).fill(many)), []);
    const length = classes.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
    expect(length).toBeLessThan(150_000_000);
    expect(length).toBeGreaterThan(50_000_000);
    expect(summary.classesCount).toBe(400);
  });

  it("of usual length are all listed", () => {
    const two = classOf([copy("lib/board.js"), copy("src/board.js")]);
    expect(mapDuplication(findingsOf(Array(5000).fill(two)), []).classes).toHaveLength(5000);
  });
});
