import { acrossOwners } from "#insight/duplication/across-owners.ts";
import { assembleCorpus, type Corpus } from "#insight/duplication/corpus.ts";
import type { CloneClass } from "#insight/duplication/clones.ts";
import { JOIN_PARTS } from "#insight/duplication/find-clones.ts";
import { withKinds } from "#insight/duplication/kinds.ts";
import { cutFiles } from "#insight/duplication/merge-seeds.ts";
import { defaultThresholds, type CloneThresholds } from "#insight/duplication/judge.ts";
import { FILE_A, FILE_B, MATCH_FIELDS, type Matches } from "#insight/duplication/verify.ts";
import { messageOf } from "#kernel/errors.ts";
import { heapBytes } from "#kernel/machine-memory.ts";
import type { CompareContext } from "#ports/context.ts";
import type { TaskRunner } from "#ports/task-runner.ts";
import { createWorkerPool, runAll } from "../reading/worker-pool.ts";
import {
  runCloneTask,
  type ClassesResult,
  type ClassesTask,
  type CloneResult,
  type CloneTask,
} from "./clone-task.ts";
import { usualBounds, type CodeBounds } from "./code-bounds.ts";
import { isLost } from "./is-lost.ts";
import type { KeptRecords } from "./kept-tokens.ts";
import { readCode } from "./read-code.ts";
import type { ReadFilesResult, ReadFilesTask } from "./read-clone-files.ts";
import { StageClock } from "./stage-clock.ts";
import type { UnreadCode } from "#insight/duplication/findings.ts";
import type { LeftOut } from "#insight/duplication/left-out.ts";

export interface ComparedFile {
  /** Place among the sources handed in. */
  readonly source: number;
  readonly path: string;
}

export interface Comparison {
  readonly files: readonly ComparedFile[];
  /** Those with copies in different sources or of different owners. */
  readonly classes: readonly CloneClass[];
  /** How many other classes there are. */
  readonly withinCount: number;
  /** Those across that were counted only, for they have more copies than may be told; the source of the first. */
  readonly untold: { readonly count: number; readonly source: number } | null;
  /** Of `files` those whose code was compared. */
  readonly comparedCount: number;
  readonly linesCount: number;
  readonly leftOut: readonly LeftOut[];
  readonly unreadable: readonly (UnreadCode & { readonly source: number })[];
  /** Sources whose tokens could not be kept for the next run, with why. */
  readonly notKept: readonly { readonly source: number; readonly text: string }[];
  /** What was compared, for the index; where each source's tokens are kept. */
  readonly corpus: Corpus;
  readonly kept: readonly (KeptRecords | null)[];
}

export interface ComparisonScope {
  /** Code beyond is not compared, by source. Default: by the machine's memory. */
  readonly bounds?: CodeBounds;
  /** Copies of all classes together that are told. Default: by memory. */
  readonly mostCopies?: number;
  /** Whose a file is: copies of one owner say nothing between owners. Absent: its source. */
  readonly ownerOf?: (file: ComparedFile) => string;
  /** Nothing within one owner is looked for, which is most of the work. */
  readonly isAcrossOwners?: boolean;
}

export interface ComparisonOptions extends ComparisonScope {
  readonly thresholds?: CloneThresholds;
}

type Pool = TaskRunner<CloneTask, CloneResult>;

/**
 * Clone classes over all files of all sources: read and fingerprinted in processes by source, then, in worker threads, joined by
 * range of hashes, verified by range of seeds, and formed. The answer does not depend on their number. Throws `worker-failed`
 * where nothing could be compared.
 */
export async function compareFiles(
  context: CompareContext,
  sources: readonly ReadFilesTask[],
  jobs: number,
  { thresholds = defaultThresholds, ...scope }: ComparisonOptions = {},
): Promise<Comparison> {
  const stages = new StageClock(context.log);
  const bounds = scope.bounds ?? usualBounds();
  const read = await readCode(context, sources, { jobs, bounds });
  stages.end("read, tokenize, fingerprint");
  let endsAt = Number.POSITIVE_INFINITY;
  const pool = createWorkerPool<CloneTask, CloneResult>({
    entry: new URL("./compare-worker.js", import.meta.url),
    width: jobs,
    inProcess: (task) => Promise.resolve(runCloneTask(task)),
    nameOf: (task) => `clones (${task.kind})`,
    secondsFor: (task) => {
      // What was cut off before must leave time for what was found.
      if (task.kind === "classes") return secondsToCompare(task.corpus);
      if (endsAt === Number.POSITIVE_INFINITY)
        endsAt = performance.now() / 1000 + secondsToCompare(task.corpus);
      return Math.max(leastSeconds, Math.ceil(endsAt - performance.now() / 1000));
    },
  });
  try {
    return await compareIn(pool, context, read, { ...scope, thresholds, stages });
  } finally {
    context.progress.finish();
    await pool.close();
  }
}

const leastSeconds = 1;
/** To compare everything that was read: thirty times what honest code takes; what was written for it would take hours. */
const secondsAlways = 120;
const secondsPerMillionTokens = 2;
/** Of the heap, for each copy from its finding to the report. */
const bytesPerCopy = 2048;

/** Seeds whose thread had to be ended cost the files that it was at, and no others. */
function verifierOf(
  pool: Pool,
  lose: (from: number, to: number, text: string) => void,
): Pick<TaskRunner<VerifyTask, CloneResult>, "width" | "run"> {
  return {
    width: pool.width,
    run: (task, signal) =>
      pool.run(task, signal).catch((error: unknown) => {
        if (signal.aborted || !isLost(error)) throw error;
        lose(task.from, task.to, messageOf(error));
        return { kind: "verify", matches: { fields: new Uint32Array(0), seedsCount: 0 } };
      }),
  };
}

type VerifyTask = Extract<CloneTask, { kind: "verify" }>;

interface Comparing extends ComparisonScope {
  readonly thresholds: CloneThresholds;
  readonly stages: StageClock;
}

async function compareIn(
  pool: Pool,
  context: CompareContext,
  read: readonly ReadFilesResult[],
  { thresholds, stages, ...scope }: Comparing,
): Promise<Comparison> {
  const { signal, progress } = context;
  const files = numberFiles(read);
  const corpus = assembleCorpus(
    read.flatMap((one) => one.shards),
    files.length,
  );
  stages.end("assemble");
  progress.start("Comparing code", 3, "steps");
  const wide = new Uint8Array(new SharedArrayBuffer(corpus.hashes.length));
  const sorting = Array.from({ length: JOIN_PARTS }, (_, part): CloneTask => {
    return { kind: "sort", corpus, part, parts: JOIN_PARTS, wide };
  });
  const sorted = ofKind(await runAll(pool, sorting, signal), "sort");
  stages.end("sort");
  progress.advance(1);
  const sourceOf = Uint32Array.from(files, (file) => file.source);
  const owners = scope.ownerOf === undefined ? sourceOf : numberOwners(files, scope.ownerOf);
  const joining = sorted.map(({ part }): CloneTask => ({ kind: "join", corpus, part, wide }));
  const joined = ofKind(await runAll(pool, joining, signal), "join");
  stages.end("join");
  const seeds = joined.map(({ seeds: found }) =>
    scope.isAcrossOwners === true ? acrossOwners(corpus, found, owners) : found,
  );
  progress.advance(2);
  const cuts = cutFiles(corpus, seeds, pool.width * 4);
  const verifying = cuts.slice(1).map((to, index): VerifyTask => {
    return { kind: "verify", corpus, seeds, from: cuts[index] ?? 0, to, thresholds };
  });
  const lost = new Map<number, string>();
  const verifier = verifierOf(pool, (from, to, text) => {
    for (const source of sourceOf.subarray(from, to)) lost.set(source, text);
  });
  const verified = ofKind(await runAll(verifier, verifying, signal), "verify");
  const seedsCount = verified.reduce((sum, { matches }) => sum + matches.seedsCount, 0);
  stages.end(`verify ${String(seedsCount)} seeds`);
  const matches = verified.map((one) => one.matches);
  const mostCopies = scope.mostCopies ?? Math.floor(heapBytes() / bytesPerCopy);
  const forming = { corpus, matches, thresholds, sourceOf, owners, mostCopies };
  const formed = await formClasses(pool, { kind: "classes", ...forming }, lost, signal);
  const { classes, withinCount, untold, alikeInForm } = formed;
  stages.end(
    `form ${String(formed.acrossCount + withinCount)} classes, keep ${String(classes.length)} of them`,
  );
  progress.advance(3);
  return {
    files,
    classes: withKinds(
      classes,
      files,
      read.map((one) => one.linesCount),
    ),
    withinCount,
    untold: untold === null ? null : { count: untold.count, source: sourceOf[untold.file] ?? -1 },
    comparedCount: read.reduce((sum, one) => sum + one.comparedCount, 0),
    linesCount: read.reduce((sum, one) => sum + one.linesCount, 0),
    leftOut: addUp([...read.flatMap((one) => one.leftOut), ...formOnly(alikeInForm)]),
    unreadable: [
      ...read.flatMap((one, source) => one.unreadable.map((file) => ({ source, ...file }))),
      ...[...lost].map(([source, text]) => ({ source, path: ".", text })),
    ],
    notKept: read.flatMap(({ keepFailure: text }, source) =>
      text === null ? [] : [{ source, text }],
    ),
    corpus,
    kept: read.map((one) => one.kept),
  };
}

/** So many sources are given up before the comparison is. */
const mostGivenUp = 2;

/** Where classes cannot be formed in time, or in memory, what was found of the source with the most matches is given up. */
async function formClasses(
  pool: Pool,
  task: ClassesTask,
  lost: Map<number, string>,
  signal: AbortSignal,
): Promise<ClassesResult> {
  let { matches } = task;
  for (let givenUp = 0; ; givenUp++) {
    try {
      const [formed] = await runAll(pool, [{ ...task, matches }], signal);
      if (formed?.kind === "classes") return formed;
      throw new Error("a task for classes gave something else");
    } catch (error) {
      if (signal.aborted || !isLost(error) || givenUp === mostGivenUp) throw error;
      const source = sourceOfMost(matches, task.sourceOf);
      if (source === null) throw error;
      lost.set(source, messageOf(error));
      matches = matches.map((one) => withoutSource(one, task.sourceOf, source));
    }
  }
}

/** The source with the most ends of matches; null where there are none. */
function sourceOfMost(matches: readonly Matches[], sourceOf: Uint32Array): number | null {
  const counts = new Map<number, number>();
  for (const { fields } of matches)
    for (let at = 0; at < fields.length; at += MATCH_FIELDS)
      for (const end of [FILE_A, FILE_B]) {
        const source = sourceOf[fields[at + end] ?? 0] ?? 0;
        counts.set(source, (counts.get(source) ?? 0) + 1);
      }
  let most: number | null = null;
  for (const [source, count] of counts)
    if (most === null || count > (counts.get(most) ?? 0)) most = source;
  return most;
}

function withoutSource(
  { fields, seedsCount }: Matches,
  sourceOf: Uint32Array,
  source: number,
): Matches {
  const kept = new Uint32Array(fields.length);
  let length = 0;
  for (let at = 0; at < fields.length; at += MATCH_FIELDS) {
    const isOf = [FILE_A, FILE_B].some((end) => sourceOf[fields[at + end] ?? 0] === source);
    if (isOf) continue;
    kept.set(fields.subarray(at, at + MATCH_FIELDS), length);
    length += MATCH_FIELDS;
  }
  return { fields: kept.slice(0, length), seedsCount };
}

function secondsToCompare({ shards }: Corpus): number {
  const count = shards.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return Math.ceil(secondsAlways + (count / 1e6) * secondsPerMillionTokens);
}

/** Equal owners get equal numbers. */
function numberOwners(
  files: readonly ComparedFile[],
  ownerOf: (file: ComparedFile) => string,
): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(files, (file) => {
    const owner = ownerOf(file);
    const known = numbers.get(owner);
    if (known !== undefined) return known;
    numbers.set(owner, numbers.size);
    return numbers.size - 1;
  });
}

/** Numbers files through all sources, in their order, and tells the shards. */
function numberFiles(read: readonly ReadFilesResult[]): ComparedFile[] {
  const files: ComparedFile[] = [];
  read.forEach(({ paths, shards }, source) => {
    const offset = files.length;
    for (const { fileIds } of shards) {
      for (let at = 0; at < fileIds.length; at++) fileIds[at] = (fileIds[at] ?? 0) + offset;
    }
    for (const path of paths) files.push({ source, path });
  });
  return files;
}

function formOnly({
  filesCount: files,
  linesCount: lines,
}: ClassesResult["alikeInForm"]): LeftOut[] {
  return files === 0 ? [] : [{ reason: "alike-in-form", files, lines }];
}

function addUp(counts: readonly LeftOut[]): LeftOut[] {
  const sums = new Map<LeftOut["reason"], { files: number; lines: number }>();
  for (const { reason, files, lines } of counts) {
    const sum = sums.get(reason) ?? { files: 0, lines: 0 };
    sums.set(reason, { files: sum.files + files, lines: sum.lines + lines });
  }
  return [...sums].map(([reason, sum]) => ({ reason, ...sum })).sort((a, b) => b.files - a.files);
}

function ofKind<Kind extends CloneResult["kind"]>(
  results: readonly CloneResult[],
  kind: Kind,
): Extract<CloneResult, { kind: Kind }>[] {
  return results.filter((one): one is Extract<CloneResult, { kind: Kind }> => one.kind === kind);
}
