import type { Moment } from "#evidence/moment.ts";
import type { ReadProblem } from "#evidence/repository-evidence.ts";
import { askForCommits } from "../git/commits.ts";
import type { CommitGraph } from "../git/graph.ts";
import type { ObjectBatch } from "../git/object-batch.ts";
import type { Refs } from "../git/refs.ts";

const staleDays = 180;
const secondsPerDay = 86_400;

/** Says so, once the batch is read, when another long-lived branch is more than 180 days newer than HEAD: work went on elsewhere. */
export function askForStaleBranch(
  batch: ObjectBatch,
  refs: Refs,
  head: Moment,
  graph: CommitGraph,
): () => ReadProblem | null {
  // What HEAD reaches is no newer work.
  const others = [...refs.branches].filter(([, commit]) => graph.ids.indexOf(commit) < 0);
  const tips = askForCommits(
    batch,
    others.map(([, commit]) => commit),
  );
  return () => {
    let newest: { name: string; commit: string; days: number } | null = null;
    for (const [name, object] of others) {
      const tip = tips.get(object);
      const days = tip === undefined ? 0 : Math.floor((tip.at - head.at) / secondsPerDay);
      if (tip !== undefined && days > (newest?.days ?? staleDays)) newest = { name, ...tip, days };
    }
    return newest === null ? null : problemOf(refs.defaultBranch, newest);
  };
}

function problemOf(
  defaultBranch: string | null,
  { name, commit, days }: { name: string; commit: string; days: number },
): ReadProblem {
  const text = `branch ${name} is ${String(days)} days newer than ${defaultBranch ?? "the detached HEAD"}, which was read`;
  return {
    source: "git",
    path: null,
    commit,
    problem: { code: "stale-default-branch", text },
  };
}
