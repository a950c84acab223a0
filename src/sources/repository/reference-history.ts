import type { FileHistory } from "#evidence/repository-evidence.ts";
import type { ObjectBatch } from "../git/object-batch.ts";
import type { HistoryRequest } from "./blob-requests.ts";
import { NeedsWholeHistory } from "./continuation.ts";
import { HistoryReader } from "./history-reader.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { PathPlan } from "./revisions.ts";
import type { Mainline } from "./walk.ts";
import type { ReadRequest } from "./read-request.ts";

/** Code files with more versions than this are read from the newest so many: the start then counts as not seen. */
const mostVersions = 400;

/**
 * Asks since when code names a service: every version of the files that name one at HEAD, since they last came to be. A use that
 * ended in a file that names no service today is not seen; configuration files (appetite "history") show ends too.
 * Throws `NeedsWholeHistory` where a file that was there before began to name services after the earlier reading.
 */
export function askForReferences(
  batch: ObjectBatch,
  request: ReadRequest,
  {
    walk,
    withServices,
  }: {
    readonly walk: Pick<Mainline, "revisions" | "momentAt" | "positionOf">;
    readonly withServices: ReadonlyMap<string, readonly PathPlan[]>;
  },
  problems: ProblemLog,
): () => FileHistory[] {
  const requests: HistoryRequest[] = [];
  const earlier = new Map<string, FileHistory>();
  const known = new Map(
    (request.earlier?.files ?? []).map((file) => [`${file.path}\n${file.source}`, file]),
  );
  for (const [path, atHead] of withServices) {
    const plans = atHead.flatMap(forServices);
    const { positions = [], objects = [] } = walk.revisions.get(path) ?? {};
    const born = objects.lastIndexOf(null) + 1;
    const before = plans.flatMap(({ source }) => known.get(`${path}\n${source.id}`) ?? []);
    if (born === 0) for (const file of before) earlier.set(`${path}\n${file.source}`, file);
    if (born === 0 && before.length === 0 && request.earlier !== null && !isNew(walk, path))
      throw new NeedsWholeHistory(path);
    const versions: HistoryRequest[] = [];
    for (let at = born; at < positions.length; at++) {
      const object = objects[at] ?? null;
      if (object === null || (at > born && objects[at - 1] === object)) continue;
      versions.push({ kind: "history", path, position: positions[at] ?? 0, object, plans });
    }
    // A whole reading would begin later than the earlier one did.
    const earlierCount = before.reduce((most, one) => Math.max(most, one.revisionsCount), 0);
    const goesOn = earlierCount > 0 && versions.length > 0;
    if (born === 0 && goesOn && earlierCount + versions.length > mostVersions)
      throw new NeedsWholeHistory(path);
    for (const each of versions.slice(-mostVersions)) requests.push(each);
  }
  const reader = new HistoryReader({ ...walk, removals: new Map(), earlier, problems });
  request.onBlobs?.(requests.map((one) => one.object));
  batch.ask(
    requests.map((one) => one.object),
    (index, content, reason) => {
      const one = requests[index];
      if (one !== undefined) reader.takeManifest(one, content, reason);
    },
  );
  return () => reader.finish().filter((file) => file.references.length > 0);
}

/** Of what a source tells at HEAD, only the services are followed. */
function forServices(plan: PathPlan): PathPlan[] {
  const read = plan.source.readServices;
  return read === undefined ? [] : [{ ...plan, source: { ...plan.source, read } }];
}

/** Came with the new commits: git is not asked, for whom a path with a line break would be two questions. */
function isNew({ revisions }: Pick<Mainline, "revisions">, path: string): boolean {
  return revisions.get(path)?.before === null;
}
