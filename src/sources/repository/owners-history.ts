import type { OwnersVersion } from "#evidence/repository-evidence.ts";
import type { ObjectBatch } from "../git/object-batch.ts";
import { readContent } from "./history-reader.ts";
import type { ReadRequest } from "./read-repository.ts";
import type { PathPlans } from "./revisions.ts";
import type { Mainline } from "./walk.ts";

/** Of a file that changes at every commit only the newest versions are read. */
const mostVersions = 200;

/** Asks for every version of the files that name owners, so that a deployment belongs to the team of its day. */
export function askForOwners(
  batch: ObjectBatch,
  { earlier, onBlobs }: ReadRequest,
  { revisions, momentAt }: Pick<Mainline, "revisions" | "momentAt">,
  plans: PathPlans,
): () => { readonly ownersVersions?: readonly OwnersVersion[] } {
  // A file that nothing takes in any more names nobody, then and now.
  const found: OwnersVersion[] = (earlier?.ownersVersions ?? []).filter(({ path, source }) =>
    plans.of(path).some((plan) => plan.source.id === source),
  );
  for (const { path, positions, objects } of revisions.values()) {
    const sources = plans.of(path).map(({ source }) => source);
    const naming = sources.filter((source) => source.namesOwners === true);
    if (naming.length === 0) continue;
    const wanted: string[] = [];
    const at: number[] = [];
    for (let index = Math.max(0, objects.length - mostVersions); index < objects.length; index++) {
      const object = objects[index] ?? null;
      const from = momentAt(positions[index] ?? 0);
      if (object === null) {
        for (const { id } of naming)
          found.push({ path, source: id, from, ownerRules: [], entities: [] });
      } else if (objects[index - 1] !== object) {
        wanted.push(object);
        at.push(positions[index] ?? 0);
      }
    }
    onBlobs?.(wanted);
    batch.ask(wanted, (index, content, reason) => {
      for (const source of naming) {
        const facts = readContent(source, path, content, reason);
        // A version that cannot be read changes nothing: what held before goes on.
        if (facts === null || (facts.problems ?? []).some(({ code }) => code !== "unsupported"))
          continue;
        const { ownerRules = [], entities = [] } = facts;
        const from = momentAt(at[index] ?? 0);
        found.push({ path, source: source.id, from, ownerRules, entities });
      }
    });
  }
  return () => (found.length === 0 ? {} : { ownersVersions: found.sort(byTime) });
}

function byTime(a: OwnersVersion, b: OwnersVersion): number {
  return a.from.at - b.from.at || compare(a.path, b.path) || compare(a.source, b.source);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
