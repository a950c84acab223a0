import type { Inclusion } from "#evidence/facts.ts";
import { isPathGlob, matchesPathGlob } from "#evidence/path-glob.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { readBlobs } from "../git/blobs.ts";
import type { TreeEntry } from "../git/tree.ts";
import {
  planInclusions,
  planRequests,
  type BlobRequest,
  type HeadRequest,
} from "./blob-requests.ts";
import { NeedsWholeHistory, withGround } from "./continuation.ts";
import { HeadReader } from "./head-reader.ts";
import { HistoryReader } from "./history-reader.ts";
import { keptOwners } from "./kept-facts.ts";
import type { ProblemLog } from "./problem-log.ts";
import { byteCounter, checkVersions, usualBudget } from "./read-budget.ts";
import type { PathPlans } from "./revisions.ts";
import type { Mainline } from "./walk.ts";
import type { Reading } from "./read-request.ts";

/** A file takes in another, that one a third …: chains are short, circles end by themselves. */
const mostRounds = 10;
/** Of one repository: a hostile one may name all its files. */
const mostInclusions = 2_000;
const mostGlobs = 50;

/** Manifests over all of history, files at HEAD, what they take in by name, and then the lock files. */
export async function readFiles(
  reading: Reading,
  mainline: Mainline,
  problems: ProblemLog,
): Promise<{ histories: FileHistory[]; heads: HeadReader }> {
  const { location, tree, plans, earlier, signal, budget = usualBudget } = reading;
  const { manifests, heads, locks, removals } = planRequests(mainline.revisions, tree, plans);
  const continued = (earlier?.files ?? []).filter((file) => isHistory(file, plans));
  const reader = new HistoryReader({
    momentAt: mainline.momentAt,
    positionOf: mainline.positionOf,
    removals,
    earlier: new Map(continued.map((file) => [`${file.path}\n${file.source}`, file])),
    problems,
  });
  const headReader = new HeadReader(
    problems,
    (rules) => keptOwners(rules, reading.refs.remote, reading.personKey).rules,
  );
  const lockRequests = withGround(locks, earlier);
  const read = async (requests: readonly BlobRequest[]): Promise<void> => {
    const firstLock = requests.findIndex((one) => one.kind === "lock");
    const objects = requests.map((one) => one.object);
    checkVersions(requests, mainline.ids, budget);
    const count = byteCounter(requests, mainline.ids, budget);
    reading.onBlobs?.(objects);
    await readBlobs(
      location,
      objects,
      (index, content, reason) => {
        const one = requests[index];
        count(content?.length ?? 0);
        if (index === firstLock) reader.noteDeclared();
        if (one?.kind === "history") reader.takeManifest(one, content, reason);
        else if (one?.kind === "lock") reader.takeLock(one, content, reason);
        else if (one !== undefined) headReader.take(one, content, reason);
      },
      { signal },
    );
  };
  // One git for all: only where files that others take in declare more are the locks read once again.
  await read([...manifests, ...heads, ...lockRequests]);
  let taken = 0;
  for (let round = 0; round < mostRounds && taken < mostInclusions; round++) {
    const named = withoutGlobs([...reader.inclusions(), ...headReader.inclusions], mainline, tree);
    const own = headReader.ownPasts.filter((one) => plans.follow(one.path, one.reader));
    const fresh = [...own, ...named.filter((one) => plans.include(one.path, one.reader))].slice(
      0,
      mostInclusions - taken,
    );
    if (fresh.length === 0) break;
    taken += fresh.length;
    const planned = planInclusions(fresh, mainline.revisions, tree, plans);
    const old = planned.requests.find(
      (one) =>
        (one.kind === "history" || (one.kind === "head" && !hasOwnersOf(one, earlier))) &&
        existedBefore(one.path, mainline),
    );
    // Their past lies before this reading.
    if (earlier !== null && old !== undefined) throw new NeedsWholeHistory(old.path);
    for (const [path, positions] of planned.removals) removals.set(path, positions);
    await read(planned.requests);
  }
  if (taken > 0 && reader.declaresMore()) {
    reader.forgetLocks();
    await read(lockRequests);
  }
  const histories = reader
    .finish()
    .map((file) => (isTakenIn(file, plans) ? { ...file, isTakenIn: true as const } : file));
  return { histories, heads: headReader };
}

/** A file taken in by a glob is one that is or was there, each by its own path. */
function withoutGlobs(
  inclusions: readonly Inclusion[],
  { revisions }: Mainline,
  tree: readonly TreeEntry[],
): Inclusion[] {
  const globs = inclusions.filter(({ path }) => isPathGlob(path));
  if (globs.length === 0) return [...inclusions];
  const paths = [...new Set([...revisions.keys(), ...tree.map((entry) => entry.path)])];
  const plain = inclusions.filter(({ path }) => !isPathGlob(path));
  const distinct = new Map(globs.map((one) => [`${one.path}\n${one.reader}`, one]));
  const found = [...distinct.values()].slice(0, mostGlobs).flatMap(({ path: glob, reader }) => {
    const start = glob.slice(0, glob.indexOf("*"));
    const fitting = paths.filter((path) => path.startsWith(start) && matchesPathGlob(glob, path));
    return fitting.map((path) => ({ path, reader }));
  });
  return [...plain, ...found];
}

function existedBefore(path: string, { revisions }: Mainline): boolean {
  const found = revisions.get(path);
  return found === undefined || found.positions.length === 0 || found.before !== null;
}

function isTakenIn({ path, source }: FileHistory, plans: PathPlans): boolean {
  return plans.of(path).some((plan) => plan.source.id === source && plan.isTakenIn === true);
}

/** Files at HEAD have a past only where they name owners. */
function hasOwnersOf(one: HeadRequest, earlier: Reading["earlier"]): boolean {
  const naming = one.plans.filter(({ source }) => source.namesOwners === true);
  return naming.every(({ source }) =>
    earlier?.ownersVersions?.some(
      (version) => version.path === one.path && version.source === source.id,
    ),
  );
}

/** Of the files of an earlier reading: those read version by version, not those followed because they name services at HEAD. */
function isHistory({ path, source }: FileHistory, plans: PathPlans): boolean {
  return (
    source === "locks" ||
    plans.of(path).some((plan) => plan.source.id === source && plan.appetite === "history")
  );
}
