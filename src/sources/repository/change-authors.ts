import type { FileFacts } from "#evidence/facts.ts";
import type { ChangeAuthor, FileHistory } from "#evidence/repository-evidence.ts";
import { readBlobs } from "../git/blobs.ts";
import { diffCommits, type CommitChange } from "../git/commits.ts";
import type { CommitGraph } from "../git/graph.ts";
import type { GitLocation } from "../git/run.ts";
import type { People } from "./activity.ts";

export interface Introduction {
  readonly graph: CommitGraph;
  /** For each commit of the graph the position of the mainline commit that brought it in. */
  readonly introduced: Int32Array;
  readonly mainline: readonly string[];
  readonly people: People;
}

interface Start {
  readonly commit: string;
  readonly path: string;
  readonly subject: string;
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
 * Who wrote the change by which each dependency began: the author of the introducing commit inside M^1..M, not the
 * merger. Reads diffs of candidate commits only, and blobs only where several commits of one merge touched the file.
 */
export async function findChangeAuthors(
  location: GitLocation,
  introduction: Introduction,
  files: readonly FileHistory[],
  readFile: (path: string, content: Buffer) => FileFacts | null,
  signal?: AbortSignal,
): Promise<ChangeAuthor[]> {
  const { graph, mainline, introduced } = introduction;
  const positionOf = new Map(mainline.map((id, position) => [id, position]));
  const starts = startsIn(files, (commit) => positionOf.has(commit));
  const wantedPositions = new Set(starts.map((start) => positionOf.get(start.commit) ?? -1));
  const members = new Map<number, number[]>();
  for (let commit = graph.ids.length - 1; commit >= 0; commit--) {
    const position = introduced[commit] ?? -1;
    if (!wantedPositions.has(position)) continue;
    const list = members.get(position);
    if (list === undefined) members.set(position, [commit]);
    else list.push(commit);
  }
  const candidates: string[] = [];
  for (const list of members.values()) {
    if (list.length < 2) continue;
    for (const commit of list)
      if (parentsCount(graph, commit) < 2) candidates.push(graph.ids[commit] ?? "");
  }
  const paths = [...new Set(starts.map((start) => start.path))];
  const changes = await diffCommits(location, candidates, paths, signal);
  const byMergeAndPath = new Map<string, CommitChange[]>();
  for (const change of changes) {
    const position = introduced[graph.indexOf.get(change.commit) ?? -1] ?? -1;
    const key = `${String(position)} ${change.path}`;
    const list = byMergeAndPath.get(key);
    if (list === undefined) byMergeAndPath.set(key, [change]);
    else list.push(change);
  }
  const changesOf = (start: Start): CommitChange[] =>
    byMergeAndPath.get(`${String(positionOf.get(start.commit))} ${start.path}`) ?? [];
  const subjects = await readSubjects(location, starts.map(changesOf), readFile, signal);
  return starts.map((start) => {
    const among = changesOf(start);
    const introducing =
      among.length < 2
        ? among[0]
        : (among.find(
            ({ before, after }) =>
              subjects.get(after ?? "")?.has(start.subject) === true &&
              subjects.get(before ?? "")?.has(start.subject) !== true,
          ) ?? among[0]);
    return authorOf(start, introducing?.commit ?? start.commit, introduction);
  });
}

function parentsCount(graph: CommitGraph, commit: number): number {
  return (graph.parentStart[commit + 1] ?? 0) - (graph.parentStart[commit] ?? 0);
}

/** The packages declared by each blob that has to be told from its neighbours. */
async function readSubjects(
  location: GitLocation,
  groups: readonly CommitChange[][],
  readFile: (path: string, content: Buffer) => FileFacts | null,
  signal: AbortSignal | undefined,
): Promise<Map<string, ReadonlySet<string>>> {
  const pathOf = new Map<string, string>();
  for (const group of groups) {
    if (group.length < 2) continue;
    for (const { path, before, after } of group) {
      for (const object of [before, after]) if (object !== null) pathOf.set(object, path);
    }
  }
  const objects = [...pathOf.keys()];
  const subjects = new Map<string, ReadonlySet<string>>();
  await readBlobs(
    location,
    objects,
    (index, content) => {
      const object = objects[index] ?? "";
      const facts = content === null ? null : readFile(pathOf.get(object) ?? "", content);
      subjects.set(object, new Set((facts?.dependencies ?? []).map((one) => one.purl)));
    },
    signal,
  );
  return subjects;
}

function authorOf(start: Start, commit: string, { graph, people }: Introduction): ChangeAuthor {
  const index = graph.indexOf.get(commit);
  const author = index === undefined ? undefined : graph.authorIndex[index];
  return {
    ...start,
    person: author === undefined ? null : (people.pseudonyms[author] ?? null),
    isBot: author !== undefined && people.isBot[author] === true,
  };
}
