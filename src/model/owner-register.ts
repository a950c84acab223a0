import type { CatalogEntity } from "#evidence/facts.ts";
import { normaliseStep, personOwner } from "#evidence/owner-name.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Forge } from "./forges.ts";
import { teamId } from "./identifiers.ts";
import { TeamNames, teamNameOf, type OwnerName, type TeamName } from "./team-names.ts";
import type { OwnerKind, OwnerSource } from "#vocabulary/structure.ts";

interface KnownOwner {
  readonly name: string;
  readonly kind: OwnerKind;
  readonly source: OwnerSource;
}

const individuals = teamId("individual-owned");

/** Everything that names owners, read once before anything is decided: whether two names meet depends on all of them. */
export interface OwnerCensus {
  readonly repositories: readonly RepositoryEvidence[];
  readonly forges: ReadonlyMap<string, Forge | null>;
  /** Names in lists, labels and corrections. */
  readonly further: readonly string[];
  /** Does a name, as `normaliseStep` spells it, mean somebody who wrote code here? */
  readonly isAuthor: (name: string) => boolean;
}

/** Turns names of owners into teams, and remembers those that own something. */
export class OwnerRegister {
  /** Team id → the name to show and whether it stands for individuals. */
  readonly known: Map<string, KnownOwner>;
  private readonly teams: TeamNames;
  private readonly groups: ReadonlySet<string>;
  private readonly persons: ReadonlySet<string>;
  private readonly forges: ReadonlyMap<string, Forge | null>;

  private constructor(
    known: Map<string, KnownOwner>,
    teams: TeamNames,
    groups: ReadonlySet<string>,
    persons: ReadonlySet<string>,
    forges: ReadonlyMap<string, Forge | null>,
  ) {
    this.known = known;
    this.teams = teams;
    this.groups = groups;
    this.persons = persons;
    this.forges = forges;
  }

  static from({ repositories, forges, further, isAuthor }: OwnerCensus): OwnerRegister {
    const groups = groupsOf(repositories);
    const names: TeamName[] = [];
    const handles = new Set<string>();
    const bare = new Set<string>();
    const called = new Set<string>();
    const add = (name: OwnerName | null): void => {
      if (name !== null && name !== "person") names.push(name);
    };
    const described: CatalogEntity[] = [];
    for (const repository of repositories) {
      const forge = forges.get(repository.id) ?? null;
      for (const { ownerRules, entities } of repository.headFiles) {
        const teams = entities.filter(({ kind }) => kind === "Group");
        for (const each of teams) described.push(each);
        for (const { name } of teams) called.add(normaliseStep(name) ?? "");
        for (const owner of new Set(ownerRules.flatMap(({ owners }) => owners))) {
          const name = nameInCodeowners(owner, repository, forge, groups);
          add(name);
          if (name === "person" && owner !== personOwner) handles.add(plainHandle(owner));
        }
        for (const { kind, owner, ownerIsBare } of entities) {
          const isBare = ownerIsBare === true || (kind === "Labels" && isBareName(owner ?? ""));
          const name = owner === null ? null : teamNameOf(owner);
          add(name);
          if (name !== null && name !== "person" && name.path.length === 1)
            (isBare ? bare : called).add(name.path[0] ?? "");
        }
      }
    }
    for (const text of further) {
      const name = teamNameOf(text);
      add(name);
      if (name !== null && name !== "person" && name.path.length === 1 && isBareName(text))
        bare.add(name.path[0] ?? "");
    }
    // What is called a group somewhere is none of its members, whoever signs with its name.
    for (const name of bare) if (!called.has(name) && isAuthor(name)) handles.add(name);
    const { titles, aliases } = readGroups(described, names);
    for (const { path } of names) handles.delete(path.length > 1 ? (path.at(-1) ?? "") : "");
    for (const { path } of titles) handles.delete(path.at(-1) ?? "");
    return new OwnerRegister(
      new Map(),
      new TeamNames(names, titles, aliases),
      groups,
      handles,
      forges,
    );
  }

  /** To name owners of the past: what it learns stays with it, and it knows nothing yet. */
  fork(): OwnerRegister {
    return new OwnerRegister(new Map(), this.teams, this.groups, this.persons, this.forges);
  }

  /** The team's id; null for placeholders. What is known to be a person's handle is never a team. */
  named(text: string, source: OwnerSource): string | null {
    const name = teamNameOf(text);
    if (name === null || name === "person") return this.register(name, source);
    const isHandle = /^@[^/]+$/.test(text.trim()) && !this.groups.has(name.path.join("/"));
    const isPerson = name.path.length === 1 && this.persons.has(name.path[0] ?? "");
    return this.register(isHandle || isPerson ? "person" : name, source);
  }

  /** An owner in the CODEOWNERS of a repository. */
  inCodeowners(owner: string, repository: RepositoryEvidence): string | null {
    const forge = this.forges.get(repository.id) ?? null;
    return this.register(nameInCodeowners(owner, repository, forge, this.groups), "codeowners");
  }

  private register(name: OwnerName | null, source: OwnerSource): string | null {
    if (name === null) return null;
    if (name === "person") {
      if (!this.known.has(individuals))
        this.known.set(individuals, { name: "Individual-owned", kind: "individual-owned", source });
      return individuals;
    }
    const team = this.teams.teamOf(name);
    const id = teamId(team.id);
    if (!this.known.has(id)) this.known.set(id, { name: team.name, kind: "team", source });
    return id;
  }
}

function isBareName(text: string): boolean {
  return !/[:#@]/.test(text);
}

export function isIndividual(ownerId: string): boolean {
  return ownerId === individuals;
}

/**
 * On GitHub and Bitbucket a team is `@org/team` and a bare `@name` a person. On GitLab a team is a group: a bare `@name` is one
 * where repositories lie in it.
 */
function nameInCodeowners(
  owner: string,
  { remote }: RepositoryEvidence,
  forge: Forge | null,
  groups: ReadonlySet<string>,
): OwnerName | null {
  if (owner === personOwner) return "person";
  const name = teamNameOf(owner);
  if (name === null || name === "person") return name;
  const bare = owner.replace(/^@+/, "").toLowerCase();
  if (!bare.includes("/")) {
    const isGroup = forge !== "github" && forge !== "bitbucket" && groups.has(bare);
    return isGroup ? name : "person";
  }
  // GitHub knows no teams of other organisations: the name is one that the organisation had before.
  const isOwn = remote === null || remote.split("/")[1]?.toLowerCase() === bare.split("/")[0];
  return forge === "github" && !isOwn ? { ...name, path: name.path.slice(-1) } : name;
}

/**
 * Namespaces of forges that are groups, lower case: those with groups below them, and those of half of the repositories. The
 * namespace of a person holds repositories too.
 */
function groupsOf(repositories: readonly RepositoryEvidence[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const groups = new Set<string>();
  for (const { remote } of repositories) {
    const path = (remote ?? "").toLowerCase().split("/").slice(1, -1);
    const top = path[0];
    if (top === undefined) continue;
    counts.set(top, (counts.get(top) ?? 0) + 1);
    if (path.length > 1) path.forEach((_, at) => groups.add(path.slice(0, at + 1).join("/")));
  }
  for (const [top, count] of counts) if (count * 2 >= repositories.length) groups.add(top);
  return groups;
}

function plainHandle(owner: string): string {
  return normaliseStep(owner.replace(/^@+/, "")) ?? "";
}

/** Names shown for groups of a catalogue, and what the forge calls them. */
function readGroups(
  groups: readonly CatalogEntity[],
  names: TeamName[],
): {
  titles: { path: readonly string[]; title: string }[];
  aliases: { path: readonly string[]; of: readonly string[] }[];
} {
  const titles: { path: readonly string[]; title: string }[] = [];
  const aliases: { path: readonly string[]; of: readonly string[] }[] = [];
  for (const { name, namespace, title, aliases: others = [] } of groups) {
    const group = teamNameOf(`group:${namespace ?? "default"}/${name}`);
    if (group === null || group === "person") continue;
    names.push(group);
    if (title !== null) titles.push({ path: group.path, title });
    for (const other of others) {
      const alias = teamNameOf(`@${other}`);
      if (alias !== null && alias !== "person") aliases.push({ path: alias.path, of: group.path });
    }
  }
  return { titles, aliases };
}
