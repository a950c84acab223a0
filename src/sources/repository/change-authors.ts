import { FulcrumError } from "#kernel/errors.ts";
import type { ChangeAuthor, FileHistory, ReadProblem } from "#evidence/repository-evidence.ts";
import { diffCommits, type CommitChange } from "../git/commits.ts";
import type { CommitGraph } from "../git/graph.ts";
import type { ObjectBatch } from "../git/object-batch.ts";
import type { GitLocation } from "../git/run.ts";
import { readContent } from "./history-reader.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { PathPlans } from "./revisions.ts";
import type { Mainline } from "./walk.ts";

interface Start {
  readonly commit: string;
  readonly path: string;
  readonly subject: string;
}

export interface AuthorsRequest {
  readonly location: GitLocation;
  readonly mainline: Mainline;
  readonly files: readonly FileHistory[];
  readonly plans: PathPlans;
  readonly problems: ProblemLog;
  readonly signal?: AbortSignal;
}

/** Where a dependency begins: its first span, or one that follows an absence. */
function startsIn(files: readonly FileHistory[], isNew: (commit: string) => boolean): Start[] {
  const starts: Start[] = [];
  for (const file of files) {
    for (const { purl, localPath, spans } of file.dependencies) {
      if (localPath !== null) continue;
      spans.forEach((span, index) => {
        const isContinuation = index > 0 && spans[index - 1]?.to?.commit === span.from.commit;
        if (!isContinuation && isNew(span.from.commit)) {
          starts.push({ commit: span.from.commit, path: file.path, subject: purl });
        }
      });
    }
  }
  return starts;
}

/**
 * Asks who wrote the change by which each dependency began: the author of the introducing commit inside M^1..M, not the
 * merger, unless the merge itself brought it (an evil merge). Reads diffs of candidate commits only, and blobs only where
 * these do not tell.
 */
export async function askForChangeAuthors(
  batch: ObjectBatch,
  { location, mainline, files, plans, problems, signal }: AuthorsRequest,
): Promise<() => ChangeAuthor[]> {
  const starts = startsIn(files, (commit) => mainline.positionOf(commit) >= 0);
  let changes: ReadonlyMap<string, readonly CommitChange[]>;
  try {
    changes = await changesInside(location, mainline, starts, signal);
  } catch (error) {
    if (!(error instanceof FulcrumError) || error.code !== "git-failed") throw error;
    problems.add(authorsUnknown(error));
    return () => starts.map((start) => ({ ...start, person: null, isBot: false }));
  }
  const groups = starts.map(
    (start) => changes.get(keyOf(mainline, start.commit, start.path)) ?? [],
  );
  const isPlain = (index: number): boolean => isWholeChange(mainline, starts[index], groups[index]);
  const unclear = groups.filter((_, index) => !isPlain(index));
  const subjects = askForSubjects(batch, unclear, plans);
  const introductionOf = (start: Start, index: number): CommitChange | undefined =>
    isPlain(index)
      ? groups[index]?.[0]
      : groups[index]?.findLast(
          ({ before, after }) =>
            subjects.get(after ?? "")?.has(start.subject) === true &&
            subjects.get(before ?? "")?.has(start.subject) !== true,
        );
  return () =>
    starts.map((start, index) =>
      authorOf(start, introductionOf(start, index)?.commit ?? start.commit, mainline),
    );
}

/** What the commits of the merges that brought in the starts changed in their files, by merge and path, oldest first. */
async function changesInside(
  location: GitLocation,
  { graph, introduced, positionOf }: Mainline,
  starts: readonly Start[],
  signal: AbortSignal | undefined,
): Promise<Map<string, CommitChange[]>> {
  const wanted = new Set(starts.map((start) => positionOf(start.commit)));
  const members = new Map<number, number[]>();
  for (let commit = graph.ids.length - 1; commit >= 0; commit--) {
    const position = introduced[commit] ?? -1;
    if (!wanted.has(position)) continue;
    const list = members.get(position);
    if (list === undefined) members.set(position, [commit]);
    else list.push(commit);
  }
  const candidates: string[] = [];
  for (const list of members.values()) {
    if (list.length < 2) continue;
    for (const commit of list)
      if (parentsCount(graph, commit) < 2) candidates.push(graph.ids.at(commit));
  }
  const paths = [...new Set(starts.map((start) => start.path))];
  const byMergeAndPath = new Map<string, CommitChange[]>();
  for (const change of await diffCommits(location, candidates, paths, signal)) {
    const position = introduced[graph.ids.indexOf(change.commit)] ?? -1;
    const key = `${String(position)} ${change.path}`;
    const list = byMergeAndPath.get(key);
    if (list === undefined) byMergeAndPath.set(key, [change]);
    else list.push(change);
  }
  return byMergeAndPath;
}

function keyOf({ positionOf }: Mainline, commit: string, path: string): string {
  return `${String(positionOf(commit))} ${path}`;
}

/** One commit alone took the file from what the mainline had to what the merge has: no blob need be read. */
function isWholeChange(
  { revisions, positionOf }: Mainline,
  start: Start | undefined,
  group: readonly CommitChange[] | undefined,
): boolean {
  const [only, ...more] = group ?? [];
  if (start === undefined || only === undefined) return true;
  const { positions = [], objects = [] } = revisions.get(start.path) ?? {};
  const at = positions.indexOf(positionOf(start.commit));
  return (
    more.length === 0 &&
    at >= 0 &&
    objects[at] === only.after &&
    (objects[at - 1] ?? null) === only.before
  );
}

function authorsUnknown(error: FulcrumError): ReadProblem {
  return {
    source: "git",
    path: null,
    commit: null,
    problem: {
      code: "authors-unknown",
      text: `who changed manifests is not known: ${error.message}`,
    },
  };
}

function parentsCount(graph: CommitGraph, commit: number): number {
  return (graph.parentStart[commit + 1] ?? 0) - (graph.parentStart[commit] ?? 0);
}

/** The packages declared by each blob that has to be told from its neighbours. */
function askForSubjects(
  batch: ObjectBatch,
  groups: readonly (readonly CommitChange[])[],
  plans: PathPlans,
): ReadonlyMap<string, ReadonlySet<string>> {
  const pathOf = new Map<string, string>();
  for (const group of groups) {
    for (const { path, before, after } of group) {
      for (const object of [before, after]) if (object !== null) pathOf.set(object, path);
    }
  }
  const objects = [...pathOf.keys()];
  const subjects = new Map<string, ReadonlySet<string>>();
  batch.ask(objects, (index, content) => {
    const object = objects[index] ?? "";
    const path = pathOf.get(object) ?? "";
    const read = plans.of(path).filter((plan) => plan.appetite === "history");
    const facts = read.map(({ source }) => readContent(source, path, { content, reason: null }));
    const declared = facts.flatMap((one) => one?.dependencies ?? []);
    subjects.set(object, new Set(declared.map((one) => one.purl)));
  });
  return subjects;
}

function authorOf(start: Start, commit: string, { graph, people }: Mainline): ChangeAuthor {
  const author = graph.authorIndex[graph.ids.indexOf(commit)];
  return {
    ...start,
    person: author === undefined ? null : (people.pseudonyms[author] ?? null),
    isBot: author !== undefined && people.isBot[author] === true,
  };
}
