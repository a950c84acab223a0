import { weighedClasses, type FeatureValues, type Probabilities } from "./score.ts";
import type { SupportingRuleId } from "./supporting-rules.ts";
import { highest } from "#kernel/extremes.ts";

/** What is known of a component or of a part of it when the two are compared. */
export interface Weighed {
  readonly values: FeatureValues;
  readonly rule: { readonly id: SupportingRuleId } | null;
  readonly probabilities: Probabilities;
}

/** More than this of either, and the root is something itself. */
const ownSurface = 0.5;
const ownOffer = 0.5;
/** One other owner, now. */
const oneOwner = 0.5;

/**
 * The part that a root stands for: what people meet makes it a product; else, unless the root runs itself, what others
 * build on makes it a platform, else it is what the surest of its parts is. Null where it has no parts or offers, shows or
 * runs something itself.
 */
export function standIn<One extends Weighed>(
  own: Weighed,
  parts: readonly One[],
  threshold: number,
): One | null {
  if (parts.length === 0 || isSomethingItself(own)) return null;
  const met = parts.filter(({ values }) => values["end-user-surface"] > ownSurface);
  for (const one of weighedClasses) {
    const part = surest(one === "product" ? met : parts, ({ probabilities }) => probabilities[one]);
    if (part !== null && part.probabilities[one] >= threshold) return part;
    if (own.values["runs-by-itself"] === 1) return null;
  }
  return surest(parts, ({ probabilities }) => highest(Object.values(probabilities)));
}

const ownTools =
  /^(?:tools?|scripts?|eng|hack|ci|builds?|dev|bench(?:marks?)?|monitoring|\.[^/]{1,100})(?:\/|$)/i;

/** Tools and scripts of the repository's own: what they are says nothing of it. */
export function isForItself(path: string): boolean {
  return ownTools.test(path);
}

/** A package that others could take, or anything that people meet: then its parts are only parts. */
export function isSomethingItself({ values, rule }: Omit<Weighed, "probabilities">): boolean {
  if (rule !== null && rule.id !== "nothing-runs-or-ships") return true;
  return (
    values["end-user-surface"] > ownSurface ||
    values["offers-something"] > ownOffer ||
    values["used-by-others"] >= oneOwner
  );
}

function surest<One extends Weighed>(parts: readonly One[], of: (part: One) => number): One | null {
  return parts.reduce<One | null>(
    (best, part) => (best === null || of(part) > of(best) ? part : best),
    null,
  );
}
