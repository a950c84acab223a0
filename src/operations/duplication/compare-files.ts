import { withoutAlikeInForm, type Convincing } from "#insight/duplication/alike-in-form.ts";
import { acrossOwners } from "#insight/duplication/across-owners.ts";
import { assembleCorpus, type Corpus } from "#insight/duplication/corpus.ts";
import { findClassesAcross, type CloneClass } from "#insight/duplication/clones.ts";
import { JOIN_PARTS } from "#insight/duplication/find-clones.ts";
import { withKinds } from "#insight/duplication/kinds.ts";
import { cutFiles } from "#insight/duplication/merge-seeds.ts";
import { defaultThresholds, type CloneThresholds } from "#insight/duplication/judge.ts";
import { totalmem } from "node:os";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import type { CompareContext, OperationContext } from "#ports/context.ts";
import type { TaskRunner } from "#ports/task-runner.ts";
import { createWorkerPool, runAll } from "../reading/worker-pool.ts";
import { runCloneTask, type CloneResult, type CloneTask } from "./clone-task.ts";
import type { KeptRecords } from "./kept-tokens.ts";
import {
  nothingOf,
  tooMuchCode,
  type ReadFilesResult,
  type ReadFilesTask,
} from "./read-clone-files.ts";
import { StageClock } from "./stage-clock.ts";
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
  readonly linesCount: number;
  readonly leftOut: readonly LeftOut[];
  readonly unreadable: readonly {
    readonly source: number;
    readonly path: string;
    readonly text: string;
  }[];
  /** Sources whose tokens could not be kept for the next run, with why. */
  readonly notKept: readonly { readonly source: number; readonly text: string }[];
  /** What was compared, for the index; where each source's tokens are kept. */
  readonly corpus: Corpus;
  readonly kept: readonly (KeptRecords | null)[];
}

export interface ComparisonScope {
  /** Code beyond is not compared, by source. Default: by the machine's memory. */
  readonly mostTokens?: number;
  /** Whose a file is: copies of one owner say nothing between owners. Absent: its source. */
  readonly ownerOf?: (file: ComparedFile) => string;
  /** Nothing within one owner is looked for, which is most of the work. */
  readonly isAcrossOwners?: boolean;
}

export interface ComparisonOptions extends ComparisonScope {
  readonly thresholds?: CloneThresholds;
}

/**
 * Clone classes over all files of all sources, in worker threads: read and fingerprint by source, join by range of hashes,
 * verify by range of seeds. The answer does not depend on the number of threads. Throws `worker-failed` where nothing could be compared.
 */
export async function compareFiles(
  context: CompareContext,
  sources: readonly ReadFilesTask[],
  jobs: number,
  { thresholds = defaultThresholds, ...scope }: ComparisonOptions = {},
): Promise<Comparison> {
  let endsAt = Number.POSITIVE_INFINITY;
  const pool = createWorkerPool<CloneTask, CloneResult>({
    entry: context.threads.compareCode,
    width: jobs,
    inProcess: (task, signal) => runCloneTask(task, context.clones.tokens, signal),
    nameOf: (task) => (task.kind === "files" ? task.name : `clones (${task.kind})`),
    secondsFor: (task) => {
      if (task.kind === "files") return longestReadingSeconds;
      if (endsAt === Number.POSITIVE_INFINITY)
        endsAt = performance.now() / 1000 + secondsToCompare(task.corpus);
      return Math.max(leastSeconds, Math.ceil(endsAt - performance.now() / 1000));
    },
  });
  try {
    return await compareIn(pool, context, sources, thresholds, scope);
  } finally {
    context.progress.finish();
    await pool.close();
  }
}

/** Of one source. Its thread may die of it as well: then its code is not compared, and the others' is. */
const longestReadingSeconds = 900;
const leastSeconds = 1;
/** To compare everything that was read: thirty times what honest code takes; what was written for it would take hours. */
const secondsAlways = 120;
const secondsPerMillionTokens = 2;
/** Measured: code of the shortest tokens takes 40 bytes of memory for each while it is compared. */
const bytesPerToken = 40;
const shareOfMemory = 0.75;

function readerOf(
  pool: TaskRunner<CloneTask, CloneResult>,
  mostTokens: number,
): Pick<TaskRunner<ReadFilesTask, CloneResult>, "width" | "run"> {
  let tokensLeft = mostTokens;
  return {
    width: pool.width,
    run: async (task, signal) => {
      if (tokensLeft < 0) return nothingOf(task.name, tooMuchCode);
      const result = await pool.run({ ...task, mostTokens }, signal).catch((error: unknown) => {
        if (signal.aborted || !isLost(error)) throw error;
        return nothingOf(task.name, messageOf(error));
      });
      if (result.kind === "files")
        tokensLeft -= result.shards.reduce((sum, shard) => sum + shard.tokens.length, 0);
      return result;
    },
  };
}

/** Seeds whose thread had to be ended cost the files that it was at, and no others. */
function verifierOf(
  pool: TaskRunner<CloneTask, CloneResult>,
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

/** Whether an error cost what was being worked on, and nothing else. */
export function isLost(error: unknown): boolean {
  return error instanceof FulcrumError && ["worker-failed", "git-failed"].includes(error.code);
}

async function compareIn(
  pool: TaskRunner<CloneTask, CloneResult>,
  context: OperationContext,
  sources: readonly ReadFilesTask[],
  thresholds: CloneThresholds,
  scope: ComparisonScope,
): Promise<Comparison> {
  const { signal, progress } = context;
  const stages = new StageClock(context.log);
  progress.start("Reading code", sources.length, "repositories");
  let done = 0;
  const read = ofKind(
    await runAll(readerOf(pool, mostTokensOf(scope)), sources, signal, () =>
      progress.advance(++done),
    ),
    "files",
  );
  stages.end("read, tokenize, fingerprint");
  const files = numberFiles(read);
  const corpus = assembleCorpus(
    read.flatMap((one) => one.shards),
    files.length,
  );
  stages.end("assemble");
  progress.finish();
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
  const { classes, withinCount } = findClassesAcross(
    corpus,
    verified.map((one) => one.matches),
    thresholds,
    { repositoryOf: sourceOf, groupings: [sourceOf, owners] },
  );
  stages.end(`form ${String(classes.length + withinCount)} classes`);
  const convincing = withoutAlikeInForm(
    corpus,
    classes,
    ({ copies }) => new Set(copies.map((copy) => owners[copy.file])).size > 1,
  );
  stages.end(`kept ${String(convincing.classes.length)} of them`);
  progress.advance(3);
  return {
    files,
    classes: withKinds(
      convincing.classes,
      files,
      read.map((one) => one.linesCount),
    ),
    withinCount,
    linesCount: read.reduce((sum, one) => sum + one.linesCount, 0),
    leftOut: addUp([...read.flatMap((one) => one.leftOut), ...formOnly(convincing)]),
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

function secondsToCompare({ shards }: Corpus): number {
  const count = shards.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return secondsAlways + (count / 1e6) * secondsPerMillionTokens;
}

function mostTokensOf({ mostTokens }: ComparisonScope): number {
  return mostTokens ?? Math.floor((totalmem() * shareOfMemory) / bytesPerToken);
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

function formOnly({ filesCount: files, linesCount: lines }: Convincing): LeftOut[] {
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
