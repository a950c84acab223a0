import type { FileHistory } from "#evidence/repository-evidence.ts";
import { isOwnCode } from "./code-owners.ts";
import { homeOf } from "./folder-paths.ts";
import { unitEcosystems } from "./places.ts";
import { folderOf, type Unit } from "./units.ts";

/** When a component of a part of a repository ended (seconds since the epoch), and where its code went on. */
export interface Gone {
  readonly at: number;
  /** Folder of the component around it, whose manifest speaks for its code now; null: there is no code of it left. */
  readonly foldedInto: string | null;
}

/**
 * When the last manifest of a sub-package left the mainline; null while there is one, and while code lies there that nothing
 * else speaks for: a list of packages may have moved, or nothing but a file beside the code was deleted. Code that a component
 * around it speaks for now, with a manifest of the same ecosystem, was folded into that one. `units`: those of the repository,
 * by folder; `paths`: see `codePaths`.
 */
export function goneSince(
  unit: Unit,
  paths: readonly string[],
  units: ReadonlyMap<string, Unit>,
  asOf: number,
): Gone | null {
  if (unit.folder === "." || unit.files.length === 0) return null;
  const own = unit.files.filter((file) => isMaking(file) && isAt(homeOf(file), unit.folder));
  let at = 0;
  for (const file of own.length > 0 ? own : unit.files) {
    const end = endOf(file, asOf);
    if (end === null) return null;
    at = Math.max(at, end);
  }
  if (!paths.some(isOwnCode)) return { at, foldedInto: null };
  const isBuilt = unit.repository.headFiles.some(({ builds = [] }) =>
    builds.some(({ folder }) => folder === unit.folder),
  );
  const around = isBuilt ? null : speaksForIt(own, unit.folder, units, asOf);
  return around === null ? null : { at, foldedInto: around };
}

function isMaking({ packages, dependencies }: FileHistory): boolean {
  return packages.length + dependencies.length > 0;
}

/** In the folder, or in its `src`, whose list of packages speaks for it. */
function isAt(home: string, folder: string): boolean {
  return home === folder || home === `${folder}/src`;
}

/** Null: it is there. */
function endOf({ spans }: FileHistory, asOf: number): number | null {
  const end = spans.at(-1)?.to ?? null;
  return end === null || end.at >= asOf ? null : end.at;
}

/** The nearest folder above with a living manifest of an ecosystem that the lost ones were of. */
function speaksForIt(
  lost: readonly FileHistory[],
  folder: string,
  units: ReadonlyMap<string, Unit>,
  asOf: number,
): string | null {
  const wanted = new Set(lost.flatMap(ecosystemsOf));
  for (let above = folder; above !== ".";) {
    above = folderOf(above);
    const speaks = units
      .get(above)
      ?.files.some(
        (file) =>
          isAt(homeOf(file), above) &&
          endOf(file, asOf) === null &&
          ecosystemsOf(file).some((one) => wanted.has(one)),
      );
    if (speaks === true) return above;
  }
  return null;
}

function ecosystemsOf({ packages, dependencies }: FileHistory): string[] {
  return [...packages, ...dependencies].flatMap(({ purl }) => unitEcosystems.exec(purl)?.[0] ?? []);
}
