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
        ...inWords(kind, count),
        where: names,
        sharpen:
          "What they use and offer is unknown here: say the uses that matter with `fulcrum correct edge`.",
        each: 0.5,
      }),
      count,
    }));
}

/** By manifests: of a repository there may be several. */
function inWords(kind: string, count: number): Pick<Parameters<typeof spot>[0], "what" | "one"> {
  const what = `${count === 1 ? "manifest" : "manifests"} of a kind that is not read: ${kind}`;
  return { what, one: what };
}
