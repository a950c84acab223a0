import type { Component } from "./organisation.ts";
import { isIndividual } from "./owner-register.ts";
import type { KeeperUnit, OwnersKnown } from "#vocabulary/structure.ts";

/** How many keep or use something: the one rule for every sentence and figure that would count teams. */
export interface Keepers {
  readonly count: number;
  readonly unit: KeeperUnit;
}

type Kept = Pick<Component, "ownerIds" | "repositoryId">;

/** Teams where most of the components have one; else repositories, for a number of teams would say nothing about reach. */
export function keepersOf(components: readonly Kept[]): Keepers {
  const { unit, of } = keeperIdsAmong(components);
  return { count: new Set(components.flatMap(of)).size, unit };
}

export interface KeeperIds {
  readonly unit: KeeperUnit;
  readonly of: (component: Kept) => readonly string[];
}

/** Who keeps each, in the unit that `keepersOf` counts all of them in. */
export function keeperIdsAmong(components: readonly Kept[]): KeeperIds {
  return ownersKnownOf(components) === "mostly"
    ? { unit: "team", of: ({ ownerIds }) => ownerIds.filter((id) => !isIndividual(id)) }
    : { unit: "repository", of: ({ repositoryId }) => [repositoryId] };
}

/** Persons are no teams: what one of them owns has no known team. */
export function ownersKnownOf(components: readonly Kept[]): OwnersKnown {
  const owned = components.filter((one) => one.ownerIds.some((id) => !isIndividual(id))).length;
  if (owned === 0) return "not";
  return owned * 2 > components.length ? "mostly" : "partly";
}

/** Is it a team's id, and not a repository's or persons'? */
export function isTeam(ownerId: string): boolean {
  return ownerId.startsWith("team:") && !isIndividual(ownerId);
}

/** Of owners where a repository stands for itself when nobody owns it (copies of code): one word for all of them. */
export function keepersWords(ownerIds: readonly string[]): string {
  const teams = ownerIds.filter(isTeam).length;
  const one = teams === ownerIds.length ? "team" : teams === 0 ? "repository" : "owner";
  const many = one === "repository" ? "repositories" : `${one}s`;
  return `${String(ownerIds.length)} ${ownerIds.length === 1 ? one : many}`;
}

/** Teams that were seen: at least so many where most owners are unknown, and no word of them where all are. */
export function countedTeams(count: number, known: OwnersKnown, word = "team"): string {
  if (known === "not") return `no known ${word}`;
  return `${known === "partly" ? "at least " : ""}${String(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** `3 teams`, `1 repository`. */
export function countedKeepers({ count, unit }: Keepers): string {
  const word = count === 1 ? unit : unit === "team" ? "teams" : "repositories";
  return `${String(count)} ${word}`;
}
