import type { HeadFile, OwnersVersion, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { entitiesFor, gatherCatalogue, type Catalogue } from "./catalogue.ts";
import type { ModelConfiguration } from "./configuration.ts";
import type { Component, OwnersSince } from "./organisation.ts";
import { ownershipOf, type OwnerNames } from "./owners.ts";
import type { Unit } from "./units.ts";

/** Owners as they were at an instant; where history says nothing of owners, those of today. */
export function ownersAt(
  { ownerHistory, ownerIds }: Pick<Component, "ownerHistory" | "ownerIds">,
  at: number,
): readonly string[] {
  if (ownerHistory === undefined) return ownerIds;
  return ownerHistory.findLast(({ from }) => from <= at)?.ownerIds ?? [];
}

export interface OwnerHistoryContext {
  readonly asOf: number;
  readonly catalogue: Catalogue;
  readonly configuration: ModelConfiguration;
  readonly names: OwnerNames;
}

/** Older changes of owners are taken together: nothing is asked of a day before. */
const reach = 3 * 365 * 86_400;

/**
 * Who owned a unit since when, as each version of CODEOWNERS and catalogue files in its repository says, by the rules of
 * `ownershipOf`. A published catalogue has no history: it fills the time before the first file. Undefined: it never changed.
 */
export function ownerHistoryOf(
  unit: Unit,
  id: string,
  name: string,
  { asOf, catalogue, configuration, names }: OwnerHistoryContext,
): readonly OwnersSince[] | undefined {
  const { repository } = unit;
  const versions = (repository.ownersVersions ?? []).filter(({ from }) => from.at < asOf);
  if (versions.length === 0) return undefined;
  const starts = [...new Set(versions.map(({ from }) => from.at))].filter(
    (at) => at > asOf - reach,
  );
  const history: OwnersSince[] = [];
  for (const from of [asOf - reach, ...starts.sort((a, b) => a - b)]) {
    const then = asOfThen(repository, versions, from);
    const own = gatherCatalogue([then], []).own;
    const { ownerIds } = ownershipOf(
      { ...unit, repository: then },
      id,
      name,
      entitiesFor({ ...unit, repository: then }, { own, published: catalogue.published }),
      configuration,
      // Teams of the past are named as they come up; the list of teams is that of today.
      { known: new Map(names.known) },
    );
    if (history.at(-1)?.ownerIds.join() !== ownerIds.join()) history.push({ from, ownerIds });
  }
  return history.length > 1
    ? [{ from: 0, ownerIds: history[0]?.ownerIds ?? [] }, ...history.slice(1)]
    : undefined;
}

/** The repository with the files that name owners as they stood at an instant. */
function asOfThen(
  repository: RepositoryEvidence,
  versions: readonly OwnersVersion[],
  at: number,
): RepositoryEvidence {
  const latest = new Map<string, OwnersVersion>();
  for (const version of versions)
    if (version.from.at <= at) latest.set(`${version.path}\n${version.source}`, version);
  const kinds = new Set(versions.map((one) => one.source));
  const others = repository.headFiles.filter((file) => !kinds.has(file.source));
  const files = [...latest.values()].sort((a, b) => (a.path < b.path ? -1 : 1)).map(headFileOf);
  return { ...repository, headFiles: [...others, ...files] };
}

function headFileOf({ path, source, ownerRules, entities }: OwnersVersion): HeadFile {
  return {
    path,
    source,
    workspaces: [],
    ownerRules,
    entities,
    services: [],
    document: null,
    surface: [],
  };
}
