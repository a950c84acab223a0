import type { FileHistory } from "#evidence/repository-evidence.ts";
import type { Moment } from "#evidence/moment.ts";
import { readBlobs } from "../git/blobs.ts";
import type { HistoryRequest } from "./blob-requests.ts";
import { HistoryReader } from "./history-reader.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { ReadRequest } from "./read-repository.ts";
import type { PathPlan, PathRevisions } from "./revisions.ts";

interface Walk {
  readonly revisions: ReadonlyMap<string, PathRevisions>;
  momentAt(position: number): Moment;
}

/** Code files with more versions than this are read from the newest so many: the start then counts as not seen. */
const mostVersions = 400;

/** Thrown where a file began to name services after the earlier reading: only the whole history can tell since when. */
export class NeedsWholeHistory extends Error {}

/**
 * Since when code names a service: every version of the files that name one at HEAD. A use that ended in a file that
 * names no service today is not seen; configuration files (appetite "history") show ends too.
 */
export async function readReferenceHistories(
  request: ReadRequest,
  walk: Walk,
  withServices: ReadonlyMap<string, readonly PathPlan[]>,
  problems: ProblemLog,
  isContinuation: boolean,
): Promise<FileHistory[]> {
  const requests: HistoryRequest[] = [];
  const removals = new Map<string, number[]>();
  const earlier = new Map<string, FileHistory>();
  const headSources = new Set([...withServices.values()].flat().map((plan) => plan.source.id));
  for (const file of request.earlier?.files ?? []) {
    if (headSources.has(file.source)) earlier.set(`${file.path}\n${file.source}`, file);
  }
  for (const [path, plans] of withServices) {
    const revisions = walk.revisions.get(path);
    if (revisions === undefined) continue;
    if (isContinuation && !plans.some((plan) => earlier.has(`${path}\n${plan.source.id}`))) {
      throw new NeedsWholeHistory(path);
    }
    const { positions, objects } = revisions;
    for (let at = Math.max(0, positions.length - mostVersions); at < positions.length; at++) {
      const position = positions[at] ?? 0;
      const object = objects[at] ?? null;
      if (object !== null) requests.push({ kind: "history", path, position, object, plans });
      else removals.set(path, [...(removals.get(path) ?? []), position]);
    }
  }
  const reader = new HistoryReader({
    momentAt: walk.momentAt,
    removals,
    earlier: isContinuation ? earlier : new Map(),
    problems,
  });
  request.onBlobs?.(requests.map((one) => one.object));
  await readBlobs(
    request.location,
    requests.map((one) => one.object),
    (index, content, reason) => {
      const one = requests[index];
      if (one !== undefined) reader.takeManifest(one, content, reason);
    },
    request.signal,
  );
  return reader.finish().filter((file) => file.references.length > 0);
}
