// The schema of the standard as Microsoft ships it (2.1.0-rtm.5 is what OASIS published).
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Draft04 from "ajv-draft-04";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReportDuplication } from "#sections/duplication/schema.ts";
import type { Similarity } from "#contract/similarity.ts";
import { duplicationSarif } from "#surfaces/cli/format/sarif.ts";
import { similaritySarif } from "#surfaces/cli/format/similarity-sarif.ts";

type CloneClass = ReportDuplication["classes"][number];

const uriReference = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/;
const ajv = new Draft04.default({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: { "uri-reference": uriReference, uri: uriReference, "date-time": true, int32: true },
});
const validate = ajv.compile(schema);

function copyAt(path: string, start: number, lines: number, commit: string | null = null) {
  return {
    repositoryId: "repository:forge.example/bakery/oven",
    componentId: null,
    path,
    commit,
    start,
    end: start + lines,
    born: null,
    text: null,
  };
}
const cloneOf = (copies: CloneClass["copies"], more: Partial<CloneClass> = {}): CloneClass => ({
  id: "clone:1",
  kind: "code",
  type: 3,
  medianLines: 12,
  tokens: 90,
  similarity: 0.83,
  ownerIds: ["team:oven", "team:till"],
  copies,
  copiesCount: copies.length,
  crossOwnerLines: 12,
  coChangesCount: 0,
  coChangesByChance: 0,
  rank: 12,
  offeredByIds: [],
  ...more,
});

describe("duplicationSarif", () => {
  it("is valid under the schema of SARIF 2.1.0, empty as well", () => {
    const log = duplicationSarif(
      [cloneOf([copyAt("a b.rb", 1, 11), copyAt("ü/#.rb", 9, 11)])],
      "1.0.0",
    );
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const none = duplicationSarif([], "1.0.0");
    expect(validate(none), JSON.stringify(validate.errors)).toBe(true);
  });

  it("is refused by the schema when a region or a level is wrong", () => {
    const log = duplicationSarif([cloneOf([copyAt("a.rb", 0, 3)])], "1.0.0");
    expect(validate(log)).toBe(false);
    const text = JSON.stringify(duplicationSarif([cloneOf([copyAt("a.rb", 1, 3)])], "1.0.0"));
    expect(validate(JSON.parse(text.replaceAll('"note"', '"loud"')))).toBe(false);
  });

  it("is valid for any paths, sizes and ranks", () => {
    const copy = fc
      .record({
        path: fc.string({
          minLength: 1,
          unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)),
        }),
        start: fc.integer({ min: 1, max: 1e6 }),
        lines: fc.nat(1e5),
      })
      .map(({ path, start, lines }) => copyAt(path, start, lines));
    const classes = fc.array(
      fc
        .record({ copies: fc.array(copy, { minLength: 1, maxLength: 4 }), rank: fc.nat(1e9) })
        .map(({ copies, rank }) => cloneOf(copies, { rank, crossOwnerLines: rank })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(classes, (list) => {
        expect(validate(duplicationSarif(list, "1.0.0")), JSON.stringify(validate.errors)).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("similaritySarif", () => {
  it("is valid under the schema of SARIF 2.1.0, with the place here and those elsewhere", () => {
    const copy: Similarity["regions"][number]["copies"][number] = {
      repositoryId: "repository:forge.example/bakery/oven",
      componentId: null,
      ownerIds: [],
      isElsewhere: true,
      path: "ü/#.rb",
      commit: "0".repeat(40),
      start: 9,
      end: 20,
      kind: "code",
      type: 2,
      similarity: 0.9,
    };
    const region: Similarity["regions"][number] = {
      id: "similar:1",
      path: "lib/a b.rb",
      start: 3,
      end: 14,
      codeLines: 12,
      tokens: 90,
      addedLines: 4,
      copies: [copy],
      copiesCount: 1,
    };
    const similarity: Similarity = {
      index: {
        madeAt: "2026-03-04T10:00:00Z",
        repositoriesCount: 1,
        filesCount: 1,
        linesCount: 20,
      },
      compared: { filesCount: 1, linesCount: 12, notCompared: [] },
      change: null,
      regions: [region],
      regionsCount: 1,
    };
    const log = similaritySarif(similarity, "1.0.0");
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const text = JSON.stringify(log);
    expect(text).toContain('"uri":"lib/a%20b.rb"');
    expect(text).toContain('"uri":"forge.example/bakery/oven/%C3%BC/%23.rb"');
    expect(text).toContain("12 lines, 4 of them added, stand in one place elsewhere too");
  });
});
