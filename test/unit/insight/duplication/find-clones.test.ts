import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findClones } from "#insight/duplication/find-clones.ts";
import type { CloneReport } from "#insight/duplication/find-clones.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const source = (key: string, text: string): { key: string; path: string; bytes: Uint8Array } => ({
  key,
  path: key.slice(key.indexOf("/") + 1),
  bytes: bytesOf(text),
});

const schedule = `export function scheduleTrains(timetable, platforms) {
  const departures = [];
  for (const train of timetable.trains) {
    const platform = platforms.find((candidate) => candidate.isFree(train.arrival));
    if (platform === undefined) {
      departures.push({ train, delay: train.dwell + 5 });
      continue;
    }
    platform.reserve(train.arrival, train.departure);
    departures.push({ train, platform: platform.number, delay: 0 });
  }
  departures.sort((left, right) => left.train.departure - right.train.departure);
  return { departures, late: departures.filter((entry) => entry.delay > 0).length };
}
`;
const telescope = `export class Telescope {
  constructor(mirror) {
    this.mirror = mirror;
    this.azimuth = 0;
  }

  async turn(target, signal) {
    while (Math.abs(target - this.azimuth) > 0.01 && !signal.aborted) {
      this.azimuth += Math.sign(target - this.azimuth) * this.mirror.speed();
      await this.mirror.settle();
    }
    return this.azimuth;
  }
}
`;

/** Classes as sorted `key:start-end` lists. */
function placesOf(report: CloneReport): string[][] {
  return report.classes.map(({ copies }) =>
    copies.map((copy) => `${report.keys[copy.file]!}:${copy.start}-${copy.end}`).sort(),
  );
}

describe("findClones", () => {
  it("finds a copy with its exact lines", () => {
    const report = findClones([
      source("north/schedule.js", schedule),
      source("south/board.js", `${telescope}\n${schedule}\nexport const board = 7;\n`),
    ]);
    expect(placesOf(report)).toEqual([["north/schedule.js:1-14", "south/board.js:16-29"]]);
    expect(report.classes[0]).toMatchObject({ type: 1, similarity: 1, medianLines: 14 });
  });

  it("finds a consistently renamed copy as Type 2", () => {
    const renamed = schedule
      .replaceAll("train", "coach")
      .replaceAll("platform", "gate")
      .replaceAll("departures", "starts")
      .replaceAll("5", "30");
    const report = findClones([
      source("north/a.js", schedule),
      source("south/b.js", `${telescope}${renamed}`),
    ]);
    expect(placesOf(report)).toEqual([["north/a.js:1-14", "south/b.js:15-28"]]);
    expect(report.classes[0]!.type).toBe(2);
  });

  it("spans inserted, deleted and replaced lines in one class as Type 3", () => {
    const lines = schedule.split("\n");
    lines.splice(8, 1, "    log.info(train.name);", "    audit(platform);");
    lines.splice(4, 0, "    metrics.count(1);");
    const report = findClones([
      source("north/a.js", schedule),
      source("south/b.js", `${telescope}${lines.join("\n")}`),
    ]);
    expect(placesOf(report)).toEqual([["north/a.js:1-14", "south/b.js:15-30"]]);
    expect(report.classes[0]).toMatchObject({ type: 3 });
    expect(report.classes[0]!.similarity).toBeGreaterThanOrEqual(0.7);
  });

  it("puts five copies in each of two repositories into one class of ten", () => {
    let state = 7;
    const unlike = (): string =>
      Array.from({ length: 10 }, () => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return ["rail.", "2 + ", "go(x, ", "!", "[y] = ", "if ", "{ z: "][(state >>> 16) % 7]!;
      }).join("");
    const five = (): string =>
      Array.from({ length: 5 }, () => {
        const filler = Array.from({ length: 7 }, unlike);
        return `${schedule}\n${filler.join("\n")}\n`;
      }).join("\n");
    const [north, south] = [five(), five()];
    const report = findClones([source("north/a.js", north), source("south/b.js", south)]);
    const largest = placesOf(report).filter((places) => places.length === 10);
    expect(largest).toHaveLength(1);
    expect(largest[0]).toContain("south/b.js:1-14");
  });

  it("tells files of the same tokens as one class of whole files", () => {
    const report = findClones([
      source("north/a.js", schedule),
      source("south/b.js", `// signal box\n${schedule}`),
      source("west/c.js", schedule),
    ]);
    expect(placesOf(report)).toEqual([["north/a.js:1-14", "south/b.js:2-15", "west/c.js:1-14"]]);
    expect(report.classes[0]!.kind).toBe("identical-file");
  });

  it("does not link code that is merely alike in form", () => {
    const report = findClones([source("north/a.js", schedule), source("south/b.js", telescope)]);
    expect(report.classes).toEqual([]);
  });

  it("leaves out and counts what is nobody's own code", () => {
    const table = `const codes = [\n${Array.from({ length: 40 }, (_, n) => `  "${n}", "code ${n}",`).join("\n")}\n];\n`;
    const report = findClones([
      source("north/vendor/a.js", schedule),
      source("south/b.js", `// Code generated by a tool. DO NOT EDIT.\n${schedule}`),
      source("north/codes.js", table),
      source("south/codes.js", `let other;\n${table}`),
      source("west/yarn.lock", "x"),
      source("west/notes.txt", "x"),
    ]);
    expect(report.classes).toEqual([]);
    expect(report.leftOut.map(({ reason }) => reason).sort()).toEqual([
      "data-table",
      "generated",
      "lock-file",
      "unknown-language",
      "vendored",
    ]);
  });

  it("gives extents inside the files and the same result for any order, for any files", () => {
    const line = fc.constantFrom(
      ...schedule.split("\n"),
      ...telescope.split("\n"),
      "x = y",
      "`",
      "/*",
      "*/",
      "}}}",
    );
    const file = fc.array(line, { maxLength: 60 }).map((lines) => lines.join("\n"));
    const block = fc.tuple(file, fc.constantFrom(schedule, telescope, schedule + telescope), file);
    const files = fc.array(
      block.map((parts) => parts.join("\n")),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(files, (list) => {
        const sources = list.map((text, at) => source(`r${at}/f.js`, text));
        const report = findClones(sources);
        for (const { copies, similarity } of report.classes) {
          expect(copies.length).toBeGreaterThan(1);
          expect(similarity).toBeGreaterThanOrEqual(0.7);
          for (const copy of copies) {
            expect(copy.start).toBeGreaterThanOrEqual(1);
            expect(copy.end).toBeGreaterThanOrEqual(copy.start);
            expect(copy.end).toBeLessThanOrEqual(list[copy.file]!.split("\n").length);
          }
        }
        expect(findClones([...sources].reverse())).toEqual(report);
      }),
      { numRuns: 150 },
    );
  });

  it("finds the same between two files whichever comes first", () => {
    const line = fc.constantFrom(...schedule.split("\n"), ...telescope.split("\n"), "x = y");
    const file = fc
      .tuple(
        fc.array(line, { maxLength: 20 }),
        fc.constantFrom(schedule, telescope, ""),
        fc.array(line, { maxLength: 20 }),
      )
      .map(([before, block, after]) => [...before, block, ...after].join("\n"));
    const told = (report: CloneReport, isSwapped: boolean): string[] =>
      report.classes
        .filter(({ copies }) => copies.length === 2 && copies[0]!.file !== copies[1]!.file)
        .map(({ type, copies }) =>
          [
            String(type),
            ...copies
              .map((copy) => `${isSwapped ? 1 - copy.file : copy.file}:${copy.start}-${copy.end}`)
              .sort(),
          ].join(" "),
        )
        .sort();
    fc.assert(
      fc.property(file, file, (one, other) => {
        const report = findClones([source("a/f.js", one), source("b/f.js", other)]);
        const swapped = findClones([source("a/f.js", other), source("b/f.js", one)]);
        expect(told(swapped, true)).toEqual(told(report, false));
      }),
      { numRuns: 400 },
    );
  });

  it("tells a large family with other names in each file as one class", () => {
    const files = Array.from({ length: 30 }, (_, number) => {
      const own = `${String.fromCharCode(97 + (number % 26))}${String(number * 7)}`;
      const text = schedule
        .replaceAll("train", `t${own}`)
        .replaceAll("platform", `p${own}`)
        .replaceAll("departures", `d${own}`);
      return source(`repo${String(number).padStart(2, "0")}/a.js`, text);
    });
    const { classes } = findClones(files);
    expect(classes.map((one) => one.copies.length)).toEqual([30]);
  });
});
