import { append } from "#kernel/lists-by-key.ts";
import type { Capability, Component, Consumption } from "#model/organisation.ts";
import type { AdoptionOptions } from "./options.ts";
import { compareText, goneAt, type Use } from "./uses.ts";

/** Uses by component, and where those went on that another component took over. */
export interface CarriedUses {
  readonly uses: readonly Use[];
  /** Id of a consumption that ended → component in which the use goes on. */
  readonly continuesIn: ReadonlyMap<string, string>;
}

/** Components of the same repository whose packages a component goes on using after a time, directly or through others. */
export type BuildsOn = (component: Component, at: number) => ReadonlySet<string>;

/** Who builds on whom inside each repository, from the uses that are known of it. */
export function siblingsBuiltOn(
  capabilities: readonly Capability[],
  consumptions: readonly Consumption[],
  components: ReadonlyMap<string, Component>,
): BuildsOn {
  const provider = new Map(capabilities.map((one) => [one.id, one.providerComponentId]));
  const edges = new Map<string, { readonly to: string; readonly until: number }[]>();
  for (const { consumerComponentId, capabilityId, scope, to } of consumptions) {
    const other = components.get(provider.get(capabilityId) ?? "");
    const own = components.get(consumerComponentId);
    if (other === undefined || own === undefined || scope === "reverse-test") continue;
    if (other.repositoryId !== own.repositoryId || other.id === own.id) continue;
    const edge = { to: other.id, until: to?.at ?? Infinity };
    append(edges, own.id, edge);
  }
  return ({ id }, at) => {
    const reached = new Set<string>();
    const next = [id];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      for (const { to, until } of edges.get(one) ?? []) {
        if (until <= at || to === id || reached.has(to)) continue;
        reached.add(to);
        next.push(to);
      }
    }
    return reached;
  };
}

interface User {
  readonly component: Component;
  readonly spells: readonly Use[];
}

/**
 * A use that moves goes on: to a component of the same repository that took it up in the commit that ended it; to a folder
 * above or below that has it; to one of the same build that has it and on which the first builds; to another repository that
 * has the same history of it; and, within `sameUseGap`, to one of the same name, in another repository only where the first
 * ended. The use then counts once, for the component that has it last, from the day on which the first began.
 */
export function carryOn(
  uses: readonly Use[],
  components: ReadonlyMap<string, Component>,
  asOf: number,
  { sameUseGap, buildsOn }: Pick<AdoptionOptions, "sameUseGap"> & { readonly buildsOn: BuildsOn },
): CarriedUses {
  const users = new Map<string, User>();
  for (const use of uses) {
    const component = components.get(use.componentId);
    if (component === undefined) continue;
    users.set(component.id, {
      component,
      spells: [...(users.get(component.id)?.spells ?? []), use],
    });
  }
  const heirs = new Map<string, string>();
  const all = [...users.values()];
  for (const [id, user] of users) {
    const heir = heirOf(user, all, asOf, sameUseGap, buildsOn);
    if (heir !== null) heirs.set(id, heir);
  }
  if (heirs.size === 0) return { uses, continuesIn: new Map() };
  const continuesIn = new Map<string, string>();
  const merged = new Map<string, Use[]>();
  for (const use of uses) {
    const heir = lastHeir(use.componentId, heirs);
    append(merged, heir, use);
    if (heir !== use.componentId) for (const { id } of use.consumptions) continuesIn.set(id, heir);
  }
  return {
    uses: [...merged]
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([id, spells]) => {
        const owned = users.get(id)?.spells[0]?.ownerIds ?? [];
        return joinSpells(spells).map((use) => ({ ...use, componentId: id, ownerIds: owned }));
      }),
    continuesIn,
  };
}

/** Whoever has it last lasts longer than whom it comes from: the chain cannot close. */
function lastHeir(id: string, heirs: ReadonlyMap<string, string>): string {
  let last = id;
  for (let next = heirs.get(last); next !== undefined; next = heirs.get(last)) last = next;
  return last;
}

function heirOf(
  { component, spells }: User,
  users: readonly User[],
  asOf: number,
  gap: number,
  buildsOn: BuildsOn,
): string | null {
  const last = spells.at(-1);
  if (last === undefined || last.to === null) return null;
  const end = last.to;
  const endCommits = new Set(last.consumptions.flatMap(({ to }) => to?.commit ?? []));
  const beginnings = new Set(spells.flatMap(({ consumptions }) => commitsOf(consumptions)));
  const reached = buildsOn(component, end);
  const gone = goneAt(component);
  const isGone = gone !== null && gone <= asOf && gone - end <= gap;
  const found = users.flatMap(({ component: other, spells: theirs }) => {
    if (other.id === component.id) return [];
    const isNear = other.repositoryId === component.repositoryId;
    const isAround = !isGone && isNear && isAboveOrBelow(component.path, other.path);
    const isSuccessor = isNamesake(component, other) && (isNear || isGone);
    const spell = theirs.find(({ from, to }) => (to === null || to > end) && from <= end + gap);
    if (spell === undefined) return [];
    const isSameCommit =
      isNear && spell.consumptions.some(({ from }) => endCommits.has(from.commit));
    const isTakenUp = isSuccessor && spell.from >= end - gap;
    const isReached = isNear && !isGone && reached.has(other.id);
    // A commit is in two repositories only where one has the history of the other.
    const isInherited =
      !isNear && commitsOf(spell.consumptions).some((commit) => beginnings.has(commit));
    if (!isSameCommit && !isAround && !isTakenUp && !isReached && !isInherited) return [];
    return [{ id: other.id, isSameCommit, isAround, away: Math.abs(spell.from - end) }];
  });
  const [nearest] = found.sort(
    (a, b) =>
      Number(b.isSameCommit) - Number(a.isSameCommit) ||
      Number(b.isAround) - Number(a.isAround) ||
      a.away - b.away ||
      compareText(a.id, b.id),
  );
  return nearest?.id ?? null;
}

function commitsOf(consumptions: readonly Consumption[]): string[] {
  return consumptions.flatMap(({ from }) => (from.commit === "" ? [] : from.commit));
}

/** Taken in by another repository under its own name. */
function isNamesake(one: Component, other: Component): boolean {
  return bare(one.name) === bare(other.name);
}

function bare(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).toLowerCase();
}

function isAboveOrBelow(one: string, other: string): boolean {
  const isBelow = (folder: string, above: string): boolean =>
    above === "." || folder.startsWith(`${above}/`);
  return isBelow(one, other) || isBelow(other, one);
}

/** Spells of one use, oldest first: those that overlap or that one component handed to the next are one. */
function joinSpells(spells: readonly Use[]): Use[] {
  const joined: Use[] = [];
  for (const use of spells.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && use.from > last.to && !isHandedOn(last, use))) {
      joined.push(use);
      continue;
    }
    const isLonger = last.to !== null && (use.to === null || use.to > last.to);
    joined[joined.length - 1] = {
      ...last,
      to: isLonger ? use.to : last.to,
      isConsumerGone: isLonger ? use.isConsumerGone : last.isConsumerGone,
      consumptions: [...last.consumptions, ...use.consumptions],
    };
  }
  return joined;
}

function isHandedOn(one: Use, next: Use): boolean {
  return one.componentId !== next.componentId;
}
