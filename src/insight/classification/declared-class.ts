import type { Component } from "#model/organisation.ts";
import type { WeighedClass } from "./score.ts";
import type { ComponentClass } from "#vocabulary/structure.ts";

/**
 * Types that Backstage's documentation names, as far as they tell a class: a `service` may be a product's or a
 * platform's, so it says nothing.
 */
const wellKnown: ReadonlyMap<string, WeighedClass> = new Map([
  ["website", "product"],
  ["mobile-app", "product"],
  ["library", "platform"],
  ["documentation", "supporting"],
]);

/** Class that the catalogue's type stands for; configured types first. Null: nothing declared, or undecided. */
export function declaredClassOf(
  { catalogued }: Component,
  configured: ReadonlyMap<string, WeighedClass>,
): WeighedClass | null {
  const type = catalogued?.type ?? null;
  if (type === null) return null;
  const plain = type.trim().toLowerCase();
  for (const [written, means] of configured)
    if (written.trim().toLowerCase() === plain) return means;
  return wellKnown.get(plain) ?? null;
}

/** In words, where the catalogue says another class than the answer; silent where either is undecided. */
export function contradictionsOf(
  { catalogued }: Component,
  declared: WeighedClass | null,
  answered: ComponentClass,
): string[] {
  if (declared === null || answered === "unknown" || declared === answered) return [];
  const type = (catalogued?.type ?? "").slice(0, 100);
  return [
    `the catalogue declares it “${type}”, which means ${declared}; evidence says ${answered}`,
  ];
}
