import type { Moment } from "#evidence/moment.ts";
import type { OwnersVersion, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { ObjectBatch } from "../git/object-batch.ts";
import { NeedsWholeHistory } from "./continuation.ts";
import { readContent } from "./history-reader.ts";
import { keptOwners } from "./kept-facts.ts";
import type { PathPlans } from "./revisions.ts";
import type { Mainline } from "./walk.ts";
import type { ReadRequest } from "./read-request.ts";

/** Of a file that changes at every commit only the newest versions are read. */
const mostVersions = 200;

type OwnersEvidence = Pick<RepositoryEvidence, "ownersVersions" | "ownersFiles">;

/**
 * Asks for every version of the files that name owners, so that a deployment belongs to the team of its day. Throws
 * `NeedsWholeHistory` where a file has changed more often than a whole reading would look back.
 */
export function askForOwners(
  batch: ObjectBatch,
  { earlier, onBlobs, refs, personKey }: ReadRequest,
  { revisions, momentAt }: Pick<Mainline, "revisions" | "momentAt">,
  plans: PathPlans,
): () => OwnersEvidence {
  // A file that nothing takes in any more names nobody, then and now.
  const before = (earlier?.ownersVersions ?? []).filter(({ path, source }) =>
    plans.of(path).some((plan) => plan.source.id === source),
  );
  const changesCounts = new Map(
    (earlier?.ownersFiles ?? [])
      .filter(({ path }) => plans.of(path).some(({ source }) => source.namesOwners === true))
      .map((one) => [one.path, one.changesCount]),
  );
  /** In the order of the mainline for each path; stays empty where a version cannot be read. */
  const fresh: (readonly OwnersVersion[])[] = [];
  for (const { path, positions, objects } of revisions.values()) {
    const naming = plans.of(path).flatMap(({ source }) => (source.namesOwners ? [source] : []));
    if (naming.length === 0) continue;
    const changesCount = (changesCounts.get(path) ?? 0) + objects.length;
    if (earlier !== null && changesCount > mostVersions) throw new NeedsWholeHistory(path);
    changesCounts.set(path, changesCount);
    const wanted: { readonly object: string; readonly from: Moment; readonly slot: number }[] = [];
    for (let index = Math.max(0, objects.length - mostVersions); index < objects.length; index++) {
      const object = objects[index] ?? null;
      const from = momentAt(positions[index] ?? 0);
      if (object === null)
        fresh.push(naming.map(({ id }) => ({ path, source: id, from, ...nobody })));
      else if (objects[index - 1] !== object)
        wanted.push({ object, from, slot: fresh.push([]) - 1 });
    }
    const ids = wanted.map(({ object }) => object);
    onBlobs?.(ids);
    batch.ask(ids, (index, content, reason) => {
      const one = wanted[index];
      if (one === undefined) return;
      fresh[one.slot] = naming.flatMap((source) => {
        const facts = readContent(source, path, { content, reason });
        // A version that cannot be read changes nothing: what held before goes on.
        const isRead = facts?.problems?.every(({ code }) => code === "unsupported") ?? true;
        if (facts === null || !isRead) return [];
        const { ownerRules = [], entities = [] } = facts;
        const { rules, handles } = keptOwners(ownerRules, refs.remote, personKey);
        const version = { path, source: source.id, from: one.from, ownerRules: rules, entities };
        return [handles.length === 0 ? version : { ...version, handles }];
      });
    });
  }
  return () => {
    const found = [...before, ...fresh.flat()].sort(byTime);
    const ownersFiles = [...changesCounts]
      .map(([path, changesCount]) => ({ path, changesCount }))
      .sort((a, b) => compare(a.path, b.path));
    return {
      ...(found.length === 0 ? {} : { ownersVersions: found }),
      ...(ownersFiles.length === 0 ? {} : { ownersFiles }),
    };
  };
}

const nobody = { ownerRules: [], entities: [] };

function byTime(a: OwnersVersion, b: OwnersVersion): number {
  return a.from.at - b.from.at || compare(a.path, b.path) || compare(a.source, b.source);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
