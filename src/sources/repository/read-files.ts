import type { FileHistory } from "#evidence/repository-evidence.ts";
import { readBlobs } from "../git/blobs.ts";
import { planInclusions, planRequests, type BlobRequest } from "./blob-requests.ts";
import { NeedsWholeHistory, withGround } from "./continuation.ts";
import { HeadReader } from "./head-reader.ts";
import { HistoryReader } from "./history-reader.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { Reading } from "./read-repository.ts";
import type { PathPlans } from "./revisions.ts";
import type { Mainline } from "./walk.ts";

/** A file takes in another, that one a third …: chains are short, circles end by themselves. */
const mostRounds = 10;
/** Of one repository: a hostile one may name all its files. */
const mostInclusions = 2_000;

/** Manifests over all of history, files at HEAD, what they take in by name, and then the lock files. */
export async function readFiles(
  reading: Reading,
  mainline: Mainline,
  problems: ProblemLog,
): Promise<{ histories: FileHistory[]; heads: HeadReader }> {
  const { location, tree, plans, earlier, signal } = reading;
  const { manifests, heads, locks, removals } = planRequests(mainline.revisions, tree, plans);
  const continued = (earlier?.files ?? []).filter((file) => isHistory(file, plans));
  const reader = new HistoryReader({
    momentAt: mainline.momentAt,
    positionOf: mainline.positionOf,
    removals,
    earlier: new Map(continued.map((file) => [`${file.path}\n${file.source}`, file])),
    problems,
  });
  const headReader = new HeadReader(problems);
  const read = async (requests: readonly BlobRequest[]): Promise<void> => {
    const objects = requests.map((one) => one.object);
    reading.onBlobs?.(objects);
    await readBlobs(
      location,
      objects,
      (index, content, reason) => {
        const one = requests[index];
        if (one?.kind === "history") reader.takeManifest(one, content, reason);
        else if (one?.kind === "lock") reader.takeLock(one, content, reason);
        else if (one !== undefined) headReader.take(one, content, reason);
      },
      signal,
    );
  };
  await read([...manifests, ...heads]);
  let taken = 0;
  for (let round = 0; round < mostRounds && taken < mostInclusions; round++) {
    const named = [...reader.inclusions(), ...headReader.inclusions];
    const fresh = named
      .filter((one) => plans.include(one.path, one.reader))
      .slice(0, mostInclusions - taken);
    if (fresh.length === 0) break;
    taken += fresh.length;
    const planned = planInclusions(fresh, mainline.revisions, tree, plans);
    const old = planned.requests.find(
      (one) => one.kind === "history" && existedBefore(one.path, mainline),
    );
    // Their past lies before this reading.
    if (earlier !== null && old !== undefined) throw new NeedsWholeHistory(old.path);
    for (const [path, positions] of planned.removals) removals.set(path, positions);
    await read(planned.requests);
  }
  reader.noteDeclared();
  await read(withGround(locks, earlier));
  const histories = reader
    .finish()
    .map((file) => (isTakenIn(file, plans) ? { ...file, isTakenIn: true as const } : file));
  return { histories, heads: headReader };
}

function existedBefore(path: string, { revisions }: Mainline): boolean {
  const found = revisions.get(path);
  return found === undefined || found.positions.length === 0 || found.before !== null;
}

function isTakenIn({ path, source }: FileHistory, plans: PathPlans): boolean {
  return plans.of(path).some((plan) => plan.source.id === source && plan.isTakenIn === true);
}

/** Of the files of an earlier reading: those read version by version, not those followed because they name services at HEAD. */
function isHistory({ path, source }: FileHistory, plans: PathPlans): boolean {
  return (
    source === "locks" ||
    plans.of(path).some((plan) => plan.source.id === source && plan.appetite === "history")
  );
}
