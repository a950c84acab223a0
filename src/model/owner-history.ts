import type { HeadFile, OwnersVersion, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { entitiesFor, gatherCatalogue, type Catalogue } from "./catalogue.ts";
import type { Component, OwnersSince } from "./organisation.ts";
import { ownershipOf, type OwnedUnit, type OwnerContext } from "./owners.ts";
import type { ListedRepositories } from "./listed-repositories.ts";

/** Owners as they were at an instant; where history says nothing of owners, those of today. */
export function ownersAt(
  { ownerHistory, ownerIds }: Pick<Component, "ownerHistory" | "ownerIds">,
  at: number,
): readonly string[] {
  if (ownerHistory === undefined) return ownerIds;
  return ownerHistory.findLast(({ from }) => from <= at)?.ownerIds ?? [];
}

export interface OwnerHistoryContext extends OwnerContext {
  readonly asOf: number;
  readonly catalogue: Catalogue;
  readonly index: ListedRepositories;
}

/** Older changes of owners are taken together: nothing is asked of a day before. */
const reach = 3 * 365 * 86_400;

/**
 * Who owned a unit since when, as each version of CODEOWNERS and catalogue files in its repository says, by the rules of
 * `ownershipOf`. A published catalogue has no history: it fills the time before the first file. Undefined: it never changed.
 */
export function ownerHistoryOf(
  owned: OwnedUnit,
  context: OwnerHistoryContext,
): readonly OwnersSince[] | undefined {
  const { asOf } = context;
  const { repository } = owned.unit;
  const versions = (repository.ownersVersions ?? []).filter(({ from }) => from.at < asOf);
  if (versions.length === 0) return undefined;
  const starts = [...new Set(versions.map(({ from }) => from.at))].filter(
    (at) => at > asOf - reach,
  );
  // Teams of the past are named as they come up; the list of teams is that of today.
  const register = context.register.fork();
  const history: OwnersSince[] = [];
  for (const from of [asOf - reach, ...starts.sort((a, b) => a - b)]) {
    const past = pastOf(repository, versions, from, context);
    const unit = { ...owned.unit, repository: past.repository };
    const entities = entitiesFor(unit, past.catalogue);
    const { ownerIds } = ownershipOf({ ...owned, unit, entities }, { ...context, register });
    if (history.at(-1)?.ownerIds.join() !== ownerIds.join()) history.push({ from, ownerIds });
  }
  return history.length > 1
    ? [{ from: 0, ownerIds: history[0]?.ownerIds ?? [] }, ...history.slice(1)]
    : undefined;
}

interface Past {
  readonly repository: RepositoryEvidence;
  readonly catalogue: Catalogue;
}

const pasts = new WeakMap<Catalogue, Map<string, Past>>();

/** Made once for all components of a repository. What other repositories say of it is as it is today. */
function pastOf(
  repository: RepositoryEvidence,
  versions: readonly OwnersVersion[],
  at: number,
  { catalogue, index }: OwnerHistoryContext,
): Past {
  const known = pasts.get(catalogue) ?? new Map<string, Past>();
  pasts.set(catalogue, known);
  const key = `${repository.id} ${String(at)}`;
  const past = known.get(key);
  if (past !== undefined) return past;
  const then = asOfThen(repository, versions, at);
  const { described, folders } = gatherCatalogue([then], [], index);
  const made = {
    repository: then,
    catalogue: { described, folders, published: catalogue.published },
  };
  known.set(key, made);
  return made;
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
