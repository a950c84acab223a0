import { flattening, observed, plural, type Feature } from "./feature.ts";
import { currentOrPast, evidenceOfUses, ownersOf, type Use } from "./view.ts";

/** Two other owners are enough (insights §2). */
const enoughOwners = 2;
/** A use that ended says half as much. */
const pastShare = 0.5;
/** So many consumers or uses say all that a number can say. */
const manyConsumers = 16;
const manyUses = 5;

export const usedByOthers: Feature = (component, view) => {
  const { uses, isPast } = currentOrPast(view.usesByOthers(component));
  const owners = new Set(uses.flatMap(({ consumer }) => ownersOf(consumer))).size;
  const value = Math.min(1, owners / enoughOwners) * (isPast ? pastShare : 1);
  const when = isPast ? "was used" : "is used";
  return observed(
    value,
    `${when} by components of ${plural(owners, "other owner")}${viaOf(uses)}`,
    evidenceOfUses(uses),
  );
};

export const consumers: Feature = (component, view) => {
  const { uses, isPast } = currentOrPast(view.usesOf(component));
  const count = new Set(uses.map(({ consumer }) => consumer.id)).size;
  const value = flattening(count, manyConsumers) * (isPast ? pastShare : 1);
  const what = isPast ? "had" : "has";
  return observed(value, `${what} ${plural(count, "consuming component")}`, evidenceOfUses(uses));
};

export const usesMuchUnusedItself: Feature = (component, view) => {
  const made = view.usesBy(component).filter(({ consumption }) => consumption.to === null);
  const count = new Set(made.map(({ capability }) => capability.id)).size;
  const isUsed = currentOrPast(view.usesByOthers(component)).uses.length > 0;
  return observed(
    isUsed ? 0 : count / manyUses,
    `builds on ${plural(count, "capability", "capabilities")} of others and is used by none`,
    evidenceOfUses(made),
  );
};

function viaOf(uses: readonly Use[]): string {
  const isCalled = uses.some(({ consumption }) => consumption.via === "service");
  const isDeclared = uses.some(({ consumption }) => consumption.via === "declared");
  if (isCalled && isDeclared) return ", declared and called";
  return isCalled ? ", called as a service" : "";
}
