import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { spot, type BlindSpot } from "../blind-spots/blind-spot.ts";

/** Manifests and lock files that no source reads, once for each kind. */
export function manifestsNotRead(repositories: readonly RepositoryEvidence[]): BlindSpot[] {
  const kinds = new Map<string, { count: number; names: string[] }>();
  for (const { name, folders } of repositories)
    for (const { kind, count } of folders.flatMap((one) => one.unread ?? [])) {
      const known = kinds.get(kind) ?? { count: 0, names: [] };
      kinds.set(kind, { count: known.count + count, names: [...known.names, name] });
    }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { count, names }]) => ({
      ...spot({
        what: `manifests of a kind that is not read: ${kind}`,
        where: names,
        sharpen:
          "What they use and offer is unknown here: say the uses that matter with `fulcrum correct edge`.",
        each: 0.5,
      }),
      count,
    }));
}
