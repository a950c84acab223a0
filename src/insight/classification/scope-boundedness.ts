import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { ownersOf, type View } from "./view.ts";

/** Ways in which a component can meet whoever uses it. */
const surfaces: Readonly<Partial<Record<SurfaceMark["mark"], string>>> = {
  view: "pages",
  page: "pages",
  route: "pages",
  "api-route": "API",
  "api-contract": "API",
  cli: "command line",
  "mobile-app": "app",
  "ui-component": "components",
  action: "pipelines",
  "reusable-workflow": "pipelines",
  "base-image": "images",
  chart: "deployment",
  "infrastructure-module": "infrastructure",
  "documentation-site": "documentation",
};
const surfaceKinds = new Set(Object.values(surfaces)).size;

/** How many owners and domains the spread is measured against. */
export interface Spread {
  readonly owners: number;
  readonly domains: number;
}

export function spreadOf({ components }: Organisation): Spread {
  return {
    owners: new Set(components.flatMap(ownersOf)).size,
    domains: new Set(components.flatMap((one) => domainOf(one) ?? [])).size,
  };
}

/**
 * 1 − mean of the normalised entropies of its consumers' owners, their domains and its own surfaces: 1 for one kind of
 * each, 0 when spread evenly over all there are. Null when none of the three is known.
 */
export function scopeBoundedness(component: Component, view: View, spread: Spread): number | null {
  const consumers = new Map(
    view
      .usesOf(component)
      .filter(({ consumption }) => consumption.to === null)
      .map(({ consumer }) => [consumer.id, consumer]),
  );
  const known = [
    normalisedEntropy(tally([...consumers.values()].flatMap(ownersOf)), spread.owners),
    normalisedEntropy(
      tally([...consumers.values()].flatMap((one) => domainOf(one) ?? [])),
      spread.domains,
    ),
    normalisedEntropy(
      tally(component.surface.flatMap(({ mark }) => surfaces[mark] ?? [])),
      surfaceKinds,
    ),
  ].filter((entropy) => entropy !== null);
  if (known.length === 0) return null;
  return 1 - known.reduce((sum, entropy) => sum + entropy, 0) / known.length;
}

function domainOf({ catalogued }: Component): string | null {
  return catalogued?.domain ?? catalogued?.system ?? null;
}

function tally(keys: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()];
}

/** Shannon entropy ÷ logarithm of the number of kinds that there are; null without observations or with one kind. */
function normalisedEntropy(counts: readonly number[], kinds: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || kinds < 2) return null;
  const entropy = counts.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0);
  return Math.min(1, entropy / Math.log(kinds));
}
