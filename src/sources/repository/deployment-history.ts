import { noDeployments, type DeploymentColumns } from "#evidence/deployments.ts";
import type { Moment } from "#evidence/moment.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { readBlobs } from "../git/blobs.ts";
import type { GitLocation } from "../git/run.ts";
import { DeploymentLog, type Asked, type FileChange } from "../gitops/deployment-log.ts";
import { type DeploymentPath } from "../gitops/deployment-paths.ts";
import { readOneValue } from "../gitops/one-value.ts";
import { placeOf } from "../gitops/place-of.ts";
import type { AskedVersion } from "../gitops/asked-versions.ts";
import { holdsWorkload } from "../gitops/workloads.ts";
import { scanImages } from "../gitops/scan-images.ts";
import { decodeText } from "./decode-text.ts";
import { NeedsWholeHistory } from "./continuation.ts";
import { watched } from "./file-watch.ts";
import type { PathRevisions } from "./revisions.ts";
import type { DeploymentPaths } from "./deployment-paths.ts";

export interface DeploymentRequest {
  readonly name: string;
  readonly location: GitLocation;
  readonly earlier: RepositoryEvidence | null;
  readonly revisions: ReadonlyMap<string, PathRevisions>;
  readonly paths: DeploymentPaths;
  readonly momentAt: (position: number) => Moment;
  readonly signal?: AbortSignal;
  readonly onBlobs?: (objects: readonly string[]) => void;
}

const largestFile = 1024 * 1024;

/** One content and how it was read: the same tag goes from environment to environment, so contents repeat. */
type Read = readonly AskedVersion[] | null;

/**
 * What the repository asked to run, over its whole mainline. Files of one value are read in every version; other files only
 * when their last version names an image. Throws `NeedsWholeHistory` where a continuation cannot tell.
 */
export async function readDeployments(request: DeploymentRequest): Promise<DeploymentColumns> {
  const log = new DeploymentLog(request.earlier?.deployments ?? noDeployments);
  const candidates = [...request.revisions.values()].flatMap((revisions) => {
    const found = request.paths.of(revisions.path);
    return found === null ? [] : [{ revisions, found }];
  });
  if (candidates.length === 0) return request.earlier?.deployments ?? noDeployments;
  const read = new Map<string, Read>();
  const firstObjects = candidates.flatMap(({ revisions, found }) =>
    (found.format === "one-value" ? revisions.objects : [lastPresent(revisions)]).map((object) => ({
      object,
      found,
      path: revisions.path,
    })),
  );
  await readContents(request, firstObjects, read);
  const before = log.paths();
  const followed = candidates.filter(({ revisions, found }) => {
    if (found.format === "one-value") return true;
    const last = lastPresent(revisions);
    const isFollowed = before.has(revisions.path);
    if (last === null) return isFollowed;
    const says = (read.get(keyOf(found, last)) ?? []).some((one) => placeOf(found, one) !== null);
    if (request.earlier !== null && says !== isFollowed)
      throw new NeedsWholeHistory(revisions.path);
    return says;
  });
  await readContents(
    request,
    followed.flatMap(({ revisions, found }) =>
      revisions.objects.map((object) => ({ object, found, path: revisions.path })),
    ),
    read,
  );
  fold(request, followed, read, log);
  return log.columns();
}

function lastPresent({ objects }: PathRevisions): string | null {
  return objects.findLast((object) => object !== null) ?? null;
}

function keyOf(found: DeploymentPath, object: string): string {
  return found.format === "images" ? object : `${found.format} ${found.key ?? ""} ${object}`;
}

interface Wanted {
  readonly object: string | null;
  readonly found: DeploymentPath;
  readonly path: string;
}

async function readContents(
  request: DeploymentRequest,
  wanted: readonly Wanted[],
  read: Map<string, Read>,
): Promise<void> {
  const objects: string[] = [];
  const asking: Wanted[] = [];
  const asked = new Set<string>();
  for (const one of wanted) {
    const { object, found } = one;
    if (object === null) continue;
    const key = keyOf(found, object);
    if (read.has(key) || asked.has(key)) continue;
    asked.add(key);
    objects.push(object);
    asking.push(one);
  }
  request.onBlobs?.(objects);
  await readBlobs(
    request.location,
    objects,
    (index, content) => {
      const one = asking[index];
      if (one === undefined) return;
      const { found, path } = one;
      read.set(
        keyOf(found, objects[index] ?? ""),
        content === null ? null : watched(path, () => readContent(found, content)),
      );
    },
    { signal: request.signal },
  );
}

function readContent(found: DeploymentPath, content: Buffer): Read {
  const text = content.length > largestFile ? null : decodeText(content);
  if (text === null) return null;
  if (found.format === "images") return scanImages(text);
  if (found.format === "manifests") return holdsWorkload(text) ? scanImages(text) : [];
  const version = readOneValue(text, found.key);
  return version === null ? [] : [{ application: null, environment: null, slot: "", version }];
}

function fold(
  request: DeploymentRequest,
  followed: readonly { readonly revisions: PathRevisions; readonly found: DeploymentPath }[],
  read: ReadonlyMap<string, Read>,
  log: DeploymentLog,
): void {
  const changesAt = new Map<number, FileChange[]>();
  for (const { revisions, found } of followed) {
    revisions.positions.forEach((position, index) => {
      const object = revisions.objects[index] ?? null;
      const said = object === null ? [] : read.get(keyOf(found, object));
      // A version that is missing or cannot be read has not stopped anything.
      if (said == null) return;
      const asked = object === null ? null : askedBy(found, said, request.name);
      const change = { path: revisions.path, position, asked };
      const list = changesAt.get(position);
      if (list === undefined) changesAt.set(position, [change]);
      else list.push(change);
    });
  }
  for (const position of [...changesAt.keys()].sort((a, b) => a - b)) {
    const { commit, at } = request.momentAt(position);
    // In the order of paths, whatever was met first: a continued reading then tells the same.
    log.commit(commit, at, (changesAt.get(position) ?? []).sort(byPath));
  }
}

/** What the content says of application and environment comes before what the path says; a workload's own name, before the repository's. */
function askedBy(
  found: DeploymentPath,
  said: readonly AskedVersion[],
  repository: string,
): Asked[] {
  return said.flatMap((one) => {
    const place = placeOf(found, one);
    if (place === null) return [];
    const application = place.application ?? found.application ?? one.workload ?? repository;
    return [{ ...place, application, slot: one.slot, version: one.version }];
  });
}

function byPath(a: FileChange, b: FileChange): number {
  return a.path < b.path ? -1 : 1;
}
