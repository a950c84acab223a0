import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LockedPackage } from "#evidence/facts.ts";
import { createLockFold } from "#sources/locks/fold.ts";
import type { LockFormat } from "#sources/locks/formats.ts";
import { packageKey } from "#sources/locks/lock-sink.ts";
import { lockReaders, parseLock } from "#sources/locks/parse-lock.ts";
import { nothingRead, readDifference } from "#sources/locks/segment-difference.ts";
import { compose, samples } from "../unit/sources/locks/samples.ts";

const names = ["ovens", "flour", "salt", "trays", "yeast", "zest"];
const entry = fc.tuple(fc.constantFrom(...names), fc.constantFrom("1.0.0", "1.1.0", "10.2.0-rc.1"));
const entries = fc.uniqueArray(entry, { selector: ([name]) => name, maxLength: 6 });
/** Duplicates, and any order. */
const anyEntries = fc.array(entry, { maxLength: 6 });

type Edit = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const atLine = (
  text: string,
  where: number,
  change: (lines: string[], at: number) => void,
): string => {
  const lines = text.split("\n");
  change(lines, Math.min(lines.length - 1, Math.floor(where * lines.length)));
  return lines.join("\n");
};
const stray = fc.constantFrom(
  "<<<<<<< HEAD",
  "=======",
  ">>>>>>> topic",
  "",
  "    ",
  "\t",
  "# a comment",
  "    salt (9.9.9)",
  "  },",
  "  }",
  "}",
  ",",
  "    ,",
  "        ,",
  '  "dependencies": {',
  '  "packages": {},',
  '    "node_modules/a/node_modules/b": { "version": "3.0.0" },',
  "GIT",
  "packages:",
  "  /x/1.0.0: {}",
  "  foo: *a",
  "[metadata]",
  "[[package]]",
  'package = "x"',
  '  version "7.7.7"',
  "  version: 7.7.7",
  '"a@^1":',
  "ünïcode",
  "\u{1F956}@^1.0.0:",
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant((text: string) => text),
  fc.tuple(place, stray).map(
    ([where, line]): Edit =>
      (text) =>
        atLine(text, where, (lines, at) => lines.splice(at, 0, line)),
  ),
  place.map(
    (where): Edit =>
      (text) =>
        atLine(text, where, (lines, at) => lines.splice(at, 1)),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (text) =>
        atLine(text, from, (lines, at) => {
          const [line = ""] = lines.splice(at, 1);
          lines.splice(Math.floor(to * lines.length), 0, line);
        }),
  ),
  place.map(
    (where): Edit =>
      (text) =>
        text.slice(0, Math.floor(where * text.length)),
  ),
  fc
    .tuple(place, fc.string({ maxLength: 3, unit: "binary" }))
    .map(([where, inserted]): Edit => (text) => {
      const at = Math.floor(where * text.length);
      return text.slice(0, at) + inserted + text.slice(at);
    }),
  fc.constant((text: string) => text.replaceAll("\n", "\r\n")),
  fc.constant((text: string) => text.replace(/^ +/gm, (indent) => indent + indent)),
  fc.constant((text: string) => `\uFEFF${text}`),
  fc.constant((text: string) => text + text),
);

/** Plays versions through a fold and holds every change to the whole-file readings. */
function expectSameAsWhole(format: LockFormat, versions: readonly (string | Buffer)[]): void {
  const fold = createLockFold(format);
  let before = new Set<string>();
  for (const version of versions) {
    const content = Buffer.from(version);
    const change = fold.next(content);
    const whole = parseLock(format, content.toString("utf8"));
    expect(change.problems).toEqual(whole.problems);
    const now = whole.problems.length > 0 ? before : keys(whole.packages);
    expect(keys(change.added)).toEqual(missing(before, now));
    expect(keys(change.removed)).toEqual(missing(now, before));
    before = now;
  }
}

function keys(packages: readonly LockedPackage[]): Set<string> {
  return new Set(packages.map(packageKey));
}

function missing(from: ReadonlySet<string>, all: ReadonlySet<string>): Set<string> {
  return new Set([...all].filter((key) => !from.has(key)));
}

describe.each(samples)("createLockFold on $name", (sample) => {
  const { format } = sample;
  const version = fc
    .tuple(fc.oneof(entries, anyEntries), fc.array(edit, { maxLength: 2 }))
    .map(([held, edits]) => edits.reduce((text, change) => change(text), compose(sample, held)));

  it("tells what whole-file readings of consecutive versions tell", () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 6 }), (versions) =>
        expectSameAsWhole(format, versions),
      ),
      { numRuns: 120 },
    );
  });

  it("tells the same after edits one upon the other", () => {
    fc.assert(
      fc.property(entries, fc.array(edit, { maxLength: 8 }), (held, edits) => {
        const versions = [compose(sample, held)];
        for (const change of edits) versions.push(change(versions.at(-1) ?? "").slice(0, 20_000));
        expectSameAsWhole(format, [...versions, ...versions.toReversed()]);
      }),
      { numRuns: 80 },
    );
  });

  it("reads the tool's own layout in segments, never whole", () => {
    fc.assert(
      fc.property(fc.array(entries.filter((held) => held.length > 0)), (histories) => {
        let before = nothingRead;
        for (const held of histories) {
          const content = Buffer.from(compose(sample, held));
          const grammar = lockReaders[format].grammarOf(content);
          if (grammar === null) throw new Error("no grammar");
          const sink = { sign: 1 as 1 | -1, add: () => {}, claim: () => {} };
          const read = readDifference(grammar, before, content, sink);
          if (read === null) throw new Error("not accepted");
          before = read;
        }
      }),
    );
  });

  it("survives any bytes", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 4 }), (versions) =>
        expectSameAsWhole(
          format,
          versions.map((bytes) => Buffer.from(bytes)),
        ),
      ),
    );
  });
});

describe("createLockFold", () => {
  const gems = (text: string): Buffer => Buffer.from(`GEM\n  specs:\n${text}`);

  it("hands out only what is wanted", () => {
    const fold = createLockFold("gemfile", (purl) => purl === "pkg:gem/ovens");
    expect(fold.next(gems("    flour (1.0)\n    ovens (1.0)\n")).added).toEqual([
      { purl: "pkg:gem/ovens", version: "1.0" },
    ]);
    expect(fold.next(gems("    flour (2.0)\n    ovens (1.0)\n")).added).toEqual([]);
  });

  it("tells the version in force of what was touched", () => {
    const fold = createLockFold("gemfile");
    fold.next(gems("    flour (1.0)\n    ovens (1.0)\n"));
    const change = fold.next(gems("    ovens (1.1)\n"));
    expect(change.removed.map(({ version }) => version)).toEqual(["1.0", "1.0"]);
    expect(change.changed).toEqual([{ purl: "pkg:gem/ovens", version: "1.1" }]);
    expect(fold.entries("pkg:gem/flour")).toEqual([]);
    expect(fold.entries("pkg:gem/ovens")).toEqual([{ purl: "pkg:gem/ovens", version: "1.1" }]);
  });

  it("changes nothing on a version that cannot be read", () => {
    const fold = createLockFold("gemfile");
    fold.next(gems("    ovens (1.0)\n"));
    const conflict = fold.next(gems("<<<<<<< ours\n    ovens (1.1)\n=======\n"));
    expect(conflict.problems).toEqual([
      { code: "invalid", text: "The lock file holds the markers of an unresolved merge" },
    ]);
    expect([conflict.added, conflict.removed, conflict.changed]).toEqual([[], [], []]);
    expect(fold.next(gems("    ovens (1.0)\n")).added).toEqual([]);
  });

  it("needs no content but the last, so that two buffers in turn are enough", () => {
    const buffers = [Buffer.alloc(100), Buffer.alloc(100)];
    const fold = createLockFold("gemfile");
    const texts = [
      "ovens (1.0)",
      "ovens (1.1)\n=======",
      "ovens (2.0)",
      "ovens (2.0)\n    salt (1.0)",
    ];
    const added = texts.map((text, turn) => {
      const buffer = buffers[turn % 2] ?? Buffer.alloc(0);
      const length = gems(`    ${text}\n`).copy(buffer);
      return fold.next(buffer.subarray(0, length)).added.map(({ version }) => version);
    });
    expect(added).toEqual([["1.0"], [], ["2.0"], ["1.0"]]);
  });

  it("starts again after the file was deleted", () => {
    const fold = createLockFold("gemfile");
    const content = gems("    ovens (1.0)\n");
    const [first] = [fold.next(content)];
    expect(fold.clear().removed).toEqual(first.added);
    expect(fold.entries("pkg:gem/ovens")).toEqual([]);
    expect(fold.next(content)).toEqual(first);
  });

  it("refuses a gigantic file and goes on from the one before", () => {
    const fold = createLockFold("gemfile");
    fold.next(gems("    ovens (1.0)\n"));
    const change = fold.next(Buffer.alloc(64_000_001, " "));
    expect(change.problems.map(({ code }) => code)).toEqual(["too-large"]);
    expect(fold.next(gems("    ovens (1.0)\n")).removed).toEqual([]);
  });

  it("reads no more than what differs", () => {
    const lines = Array.from({ length: 5000 }, (_, n) => `    gem-${10_000 + n} (1.0)\n`);
    const before = gems(lines.join(""));
    const after = gems(
      lines.with(100, "    gem-10100 (1.1)\n").with(4000, "    gem-14000 (2.0)\n").join(""),
    );
    const grammar = lockReaders.gemfile.grammarOf(before);
    if (grammar === null) throw new Error("no grammar");
    const read: string[] = [];
    const spy = {
      ...grammar,
      read: (...[segment, context, sink]: Parameters<typeof grammar.read>) => {
        read.push(segment);
        return grammar.read(segment, context, sink);
      },
    };
    const sink = { sign: 1 as 1 | -1, add: () => {}, claim: () => {} };
    const base = readDifference(spy, nothingRead, before, sink) ?? nothingRead;
    read.length = 0;
    readDifference(spy, base, after, sink);
    expect(read).toHaveLength(4);
  });
});
