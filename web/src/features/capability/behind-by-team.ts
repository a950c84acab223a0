import type { Adoption, Component } from "#web/api/report-rows.ts";

/** What a team still has on an older major than the one that most could be on. */
export interface TeamBehind {
  /** Null: components whose owner is not known. */
  readonly teamId: string | null;
  readonly uses: readonly { readonly componentId: string; readonly version: string }[];
  /** How many majors lie between the oldest of them and the newest; null where majors are no whole numbers. */
  readonly majors: number | null;
}

/** By team, those with most components first; a component of two teams stands with both. */
export function behindByTeam(
  { currency }: Pick<Adoption, "currency">,
  components: ReadonlyMap<string, Pick<Component, "ownerIds">>,
): readonly TeamBehind[] {
  const newest = currency.onNewestMajor?.major ?? null;
  if (newest === null) return [];
  const found = new Map<string | null, TeamBehind["uses"][number][]>();
  for (const { version, componentIds } of currency.versionsInUse) {
    if (!isOlderMajor(version, newest)) continue;
    for (const componentId of componentIds) {
      const owners = components.get(componentId)?.ownerIds ?? [];
      for (const teamId of owners.length === 0 ? [null] : owners)
        found.set(teamId, [...(found.get(teamId) ?? []), { componentId, version }]);
    }
  }
  return Array.from(found, ([teamId, uses]) => ({
    teamId,
    uses,
    majors: majorsOf(uses, newest),
  })).toSorted((a, b) => b.uses.length - a.uses.length || compare(a.teamId, b.teamId));
}

/** "7.1.0" has major 7, "0.4.2" has 0.4: below 1.0 the second number promises. */
function partsOf(version: string): readonly number[] {
  const [first = Number.NaN, second = 0] = version
    .replace(/^v/, "")
    .split(".")
    .map((part) => Number.parseInt(part, 10));
  return first === 0 ? [0, second] : [first, 0];
}

/** Whether a version is of an older major than one that is asked for. */
export function isOlderMajor(version: string, major: string): boolean {
  const [one = 0, oneSecond = 0] = partsOf(version);
  const [other = 0, otherSecond = 0] = partsOf(major);
  return one < other || (one === other && oneSecond < otherSecond);
}

function majorsOf(uses: TeamBehind["uses"], newest: string): number | null {
  const [top = Number.NaN] = partsOf(newest);
  const firsts = uses.map(({ version }) => partsOf(version)[0] ?? Number.NaN);
  const behind = top - Math.min(...firsts);
  return Number.isInteger(behind) && behind > 0 ? behind : null;
}

const compare = (a: string | null, b: string | null): number =>
  (a ?? "\uffff") < (b ?? "\uffff") ? -1 : 1;
