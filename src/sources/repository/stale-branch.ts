import type { Moment } from "#evidence/moment.ts";
import type { ReadProblem } from "#evidence/repository-evidence.ts";
import { peelToCommits } from "../git/commits.ts";
import type { CommitGraph } from "../git/graph.ts";
import type { Refs } from "../git/refs.ts";
import type { GitLocation } from "../git/run.ts";

const staleDays = 180;
const secondsPerDay = 86_400;

/** Says so when another long-lived branch is more than 180 days newer than HEAD: work went on elsewhere. */
export async function findStaleBranch(
  location: GitLocation,
  refs: Refs,
  head: Moment,
  graph: CommitGraph,
  signal?: AbortSignal,
): Promise<ReadProblem | null> {
  // What HEAD reaches is no newer work.
  const others = [...refs.branches].filter(([, commit]) => !graph.indexOf.has(commit));
  const tips = await peelToCommits(
    location,
    others.map(([, commit]) => commit),
    signal,
  );
  let newest: { name: string; commit: string; days: number } | null = null;
  others.forEach(([name], index) => {
    const tip = tips[index] ?? null;
    const days = tip === null ? 0 : Math.floor((tip.at - head.at) / secondsPerDay);
    if (tip !== null && days > (newest?.days ?? staleDays)) newest = { name, ...tip, days };
  });
  return newest === null ? null : problemOf(refs.defaultBranch, newest);
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
