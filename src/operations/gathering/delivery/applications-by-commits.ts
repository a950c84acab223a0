import type { Problem } from "#evidence/problem.ts";
import { messageOf } from "#kernel/errors.ts";
import { append } from "#kernel/lists-by-key.ts";
import { wholeRepositories } from "#model/deployed-applications.ts";
import { wholeCommits } from "#model/deployed-revision.ts";
import type { DeploymentSeries } from "#model/deployments.ts";
import type { Component } from "#model/organisation.ts";
import { commitsHere } from "#sources/git/commits-here.ts";
import { locationIn, type Shadows } from "#operations/duplication/shadow-location.ts";
import type { InspectedRepository } from "#operations/reading/inspect-repositories.ts";

export interface NamelessInput {
  readonly series: readonly DeploymentSeries[];
  readonly components: readonly Component[];
  readonly repositories: readonly InspectedRepository[];
  readonly shadows: Shadows;
  readonly signal: AbortSignal;
}

/** Of each application, the newest: one that a clone holds is enough. */
const mostCommits = 20;
/** Of all applications together: so many are looked up in every clone. */
const mostAsked = 20_000;

export interface FoundByCommits {
  /** Application → component. */
  readonly components: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * Applications that no component is called like, by the commits that they ran: the component of the only clone that has one
 * of them, at its root or alone in it. What a repository of desired state asks for by a commit of its own is its settings.
 */
export async function applicationsByCommits(input: NamelessInput): Promise<FoundByCommits> {
  const { repositories, shadows, signal } = input;
  const applicationsOf = new Map<string, string[]>();
  const askedBy = askersOf(input.series);
  for (const [application, commits] of commitsOfNameless(input.series))
    for (const commit of commits) append(applicationsOf, commit, application);
  const asked = [...applicationsOf.keys()].slice(0, mostAsked);
  const homes = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  if (asked.length < applicationsOf.size)
    problems.push({
      code: "too-many-commits",
      where: "deployments",
      text: `${String(applicationsOf.size)} deployed commits belong to applications that no component is called like; the first ${String(mostAsked)} were looked for`,
      needs: "Name the applications in fulcrum.yaml (deployments, applications).",
    });
  for (const repository of asked.length === 0 ? [] : repositories) {
    try {
      const found = await commitsHere(locationIn(repository, shadows), asked, signal);
      for (const commit of found)
        for (const application of applicationsOf.get(commit) ?? [])
          if (askedBy.get(application)?.has(repository.id) !== true)
            homes.set(application, (homes.get(application) ?? new Set()).add(repository.id));
    } catch (error) {
      signal.throwIfAborted();
      problems.push({
        code: "unreadable-history",
        where: repository.name,
        text: `deployed commits cannot be looked for: ${messageOf(error)}`,
        needs: "Run `git fsck` in it, or clone it again.",
      });
    }
  }
  return { components: componentsOf(homes, input.components), problems };
}

function componentsOf(
  homes: ReadonlyMap<string, ReadonlySet<string>>,
  components: readonly Component[],
): ReadonlyMap<string, string> {
  const wholes = new Map(wholeRepositories(components).map((one) => [one.repositoryId, one.id]));
  const found = new Map<string, string>();
  for (const [application, [home, further]] of homes) {
    const componentId = wholes.get(home ?? "");
    if (further === undefined && componentId !== undefined) found.set(application, componentId);
  }
  return found;
}

/** The repositories that ask for each application. */
function askersOf(series: readonly DeploymentSeries[]): ReadonlyMap<string, ReadonlySet<string>> {
  const askers = new Map<string, Set<string>>();
  for (const { application, level, deployments } of series) {
    if (level !== "gitops") continue;
    const known = askers.get(application) ?? new Set<string>();
    askers.set(application, known);
    for (const { repositoryId } of deployments) if (repositoryId !== null) known.add(repositoryId);
  }
  return askers;
}

function commitsOfNameless(series: readonly DeploymentSeries[]): Map<string, readonly string[]> {
  const versions = new Map<string, string[]>();
  for (const { application, componentId, deployments } of series)
    if (componentId === null)
      for (const { version } of deployments) append(versions, application, version);
  return new Map(
    [...versions].map(([application, all]) => [
      application,
      wholeCommits(all.reverse()).slice(0, mostCommits),
    ]),
  );
}
