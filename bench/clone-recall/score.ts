import { findClones } from "#insight/duplication/find-clones.ts";
import { defaultThresholds } from "#insight/duplication/judge.ts";
import type { CloneReport } from "#insight/duplication/find-clones.ts";
import type { CloneCopy } from "#insight/duplication/clones.ts";
import type { Block } from "./blocks.ts";
import { lex } from "./lexer.ts";
import type { Pair } from "./pairs.ts";

const COVERED = 0.7;

export interface PairScore {
  readonly pair: Pair;
  readonly isFound: boolean;
  /** Lines reported beyond the copy, relative to its lines; null when not found. */
  readonly overreach: number | null;
}

const encoder = new TextEncoder();

/** Runs the engine (`isShown`: up to what reports show) over all pairs at once and asks for each whether one class covers both sides. */
export function scorePairs(pairs: readonly Pair[], isShown = false): PairScore[] {
  const texts = pairs.flatMap((pair) => [
    {
      key: pair.originPath,
      path: pair.originPath.slice(7),
      bytes: encoder.encode(pair.originText),
    },
    { key: pair.hostPath, path: pair.hostPath.slice(5), bytes: encoder.encode(pair.hostText) },
  ]);
  const report = findClones(texts, defaultThresholds, isShown);
  const byFile = copiesByFile(report);
  return pairs.map((pair) => {
    const hosts = byFile.get(pair.hostPath) ?? [];
    const origins = (byFile.get(pair.originPath) ?? []).filter(({ copy }) =>
      covers(copy, pair.originLines),
    );
    const classes = new Set(origins.map(({ index }) => index));
    const found = hosts.filter(
      ({ index, copy }) => classes.has(index) && covers(copy, pair.copyLines),
    );
    const first = pair.copyLines[0]!;
    const last = pair.copyLines.at(-1)!;
    const beyond = found.map(
      ({ copy }) =>
        (Math.max(0, first - copy.start) + Math.max(0, copy.end - last)) / (last - first + 1),
    );
    return {
      pair,
      isFound: found.length > 0,
      overreach: found.length > 0 ? Math.min(...beyond) : null,
    };
  });
}

interface PlacedCopy {
  readonly index: number;
  readonly copy: CloneCopy;
}

function copiesByFile(report: CloneReport): Map<string, PlacedCopy[]> {
  const byFile = new Map<string, PlacedCopy[]>();
  report.classes.forEach(({ copies }, index) => {
    for (const copy of copies) {
      const key = report.keys[copy.file]!;
      const placed = byFile.get(key);
      if (placed === undefined) byFile.set(key, [{ index, copy }]);
      else placed.push({ index, copy });
    }
  });
  return byFile;
}

function covers(copy: CloneCopy, lines: readonly number[]): boolean {
  const inside = lines.filter((line) => line >= copy.start && line <= copy.end).length;
  return inside >= COVERED * lines.length;
}

export interface FalseLinks {
  readonly pairs: number;
  readonly links: readonly (readonly [Block, Block])[];
}

/** Blocks of different repositories, each in a file of its own, that have little in common but are reported together. */
export function countFalseLinks(blocks: readonly Block[], isShown = false): FalseLinks {
  const texts = blocks.map(({ file, start, end }, number) => {
    const extension = file.path.slice(file.path.lastIndexOf("."));
    const path = `b${number}${extension}`;
    return { key: path, path, bytes: encoder.encode(file.lines.slice(start, end).join("\n")) };
  });
  const report = findClones(texts, defaultThresholds, isShown);
  const numberOf = report.keys.map((key) => Number(/\d+/.exec(key)![0]));
  const features = blocks.map(featuresOf);
  const linked = new Set<string>();
  for (const { copies } of report.classes) {
    const numbers = [...new Set(copies.map((copy) => numberOf[copy.file]!))].sort((a, b) => a - b);
    for (const a of numbers) for (const b of numbers) if (a < b) linked.add(`${a} ${b}`);
  }
  const links = [...linked]
    .map((link) => link.split(" ").map(Number) as [number, number])
    .filter(([a, b]) => areUnrelated(a, b))
    .map(([a, b]) => [blocks[a]!, blocks[b]!] as const);
  let pairs = 0;
  for (let a = 0; a < blocks.length; a++) {
    for (let b = a + 1; b < blocks.length; b++) {
      const [one, other] = [blocks[a]!.file, blocks[b]!.file];
      if (one.language === other.language && one.repository !== other.repository) pairs++;
    }
  }
  return { pairs, links };

  function areUnrelated(a: number, b: number): boolean {
    if (blocks[a]!.file.repository === blocks[b]!.file.repository) return false;
    return jaccard(features[a]!, features[b]!) < 0.2;
  }
}

/** Sequences of three lexemes with their spelling. */
function featuresOf({ file, start, end }: Block): Set<string> {
  const words = lex(file.lines.slice(start, end).join("\n"), file.language)
    .filter(({ kind }) => kind !== "space" && kind !== "comment")
    .map(({ text }) => text);
  return new Set(words.map((_, at) => words.slice(at, at + 3).join(" ")));
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const feature of one) if (other.has(feature)) shared++;
  return shared / (one.size + other.size - shared);
}
