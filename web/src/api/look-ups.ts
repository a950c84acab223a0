import { oncePer } from "./once-per.ts";
import { placeOf } from "./places.ts";
import type { Adoption, Capability, Component, Consumption } from "./report-rows.ts";

/** Uses that count as adoption, present and past: reverse-test is left out. */
export const countedUses = oncePer((uses: readonly Consumption[]) =>
  uses.filter((use) => use.scope !== "reverse-test"),
);

export const usesNow = oncePer((uses: readonly Consumption[]) =>
  countedUses(uses).filter((use) => use.to === null),
);

/** Components that are not archived. */
export const standing = oncePer((components: readonly Component[]) =>
  components.filter((one) => one.lifecycle !== "archived"),
);

/** Those of which a share may be taken that builds on the platform: what stands, and what is archived and still uses it. */
export function possibleBuilders(
  components: readonly Component[],
  uses: readonly Consumption[],
): readonly Component[] {
  const builders = new Set(usesNow(uses).map((use) => use.consumerComponentId));
  return components.filter((one) => one.lifecycle !== "archived" || builders.has(one.id));
}

const byCapability = oncePer((uses: readonly Consumption[]) =>
  groupBy(countedUses(uses), (use) => use.capabilityId),
);
const byConsumer = oncePer((uses: readonly Consumption[]) =>
  groupBy(countedUses(uses), (use) => use.consumerComponentId),
);
const byProvider = oncePer((capabilities: readonly Capability[]) =>
  groupBy(capabilities, (one) => one.providerComponentId ?? ""),
);

const none: readonly never[] = [];

/** Uses of a capability that count as adoption, present and past. */
export function usersOf(
  uses: readonly Consumption[],
  capabilityId: string,
): readonly Consumption[] {
  return byCapability(uses).get(capabilityId) ?? none;
}

/** Uses that a component makes and that count as adoption, present and past. */
export function usesOf(uses: readonly Consumption[], componentId: string): readonly Consumption[] {
  return byConsumer(uses).get(componentId) ?? none;
}

export function providedBy(
  capabilities: readonly Capability[],
  componentId: string,
): readonly Capability[] {
  return byProvider(capabilities).get(componentId) ?? none;
}

export interface PlacedAdoption {
  readonly adoption: Adoption;
  readonly pointer: string;
}

/** By capability, with curves that end on the day looked at: one for each report, so that either names the other. */
const placed = oncePer((rows: readonly Adoption[]) => {
  const byDay = new Map<string, ReadonlyMap<string, PlacedAdoption>>();
  return (asOf: string) => {
    const known = byDay.get(asOf) ?? placedAdoption(rows, asOf);
    byDay.set(asOf, known);
    return known;
  };
});

export function adoptionByCapability(
  rows: readonly Adoption[],
  asOf: string,
): ReadonlyMap<string, PlacedAdoption> {
  return placed(rows)(asOf);
}

function placedAdoption(
  rows: readonly Adoption[],
  asOf: string,
): ReadonlyMap<string, PlacedAdoption> {
  return new Map(
    rows.map((adoption) => [
      adoption.capabilityId,
      {
        adoption: { ...adoption, curve: untilAsOf(adoption.curve, asOf) },
        pointer: placeOf("adoption", adoption.capabilityId),
      },
    ]),
  );
}

/** The last point is taken at the end of the day, which is already the next one: it belongs to the day it closes. */
export function untilAsOf<Point extends { readonly date: string }>(
  points: readonly Point[],
  asOf: string,
): Point[] {
  const last = points.at(-1);
  if (last === undefined || last.date <= asOf) return [...points];
  const before = points.slice(0, -1);
  return before.at(-1)?.date === asOf ? before : [...before, { ...last, date: asOf }];
}

export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
