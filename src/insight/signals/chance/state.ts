import type { SignalState } from "#vocabulary/decision.ts";
import type { JudgedSignal } from "./signal-chance.ts";

const enoughOfFacet = 0.5;

/** Present from ⅔, likely from ½, possible from ⅓; below, unlikely only where more than half of its facets were looked at. */
export function stateOf({ chance, facets }: Pick<JudgedSignal, "chance" | "facets">): SignalState {
  if (chance >= 2 / 3) return "present";
  if (chance >= 1 / 2) return "likely";
  if (chance >= 1 / 3) return "possible";
  const seen = facets.filter(({ mass }) => mass >= enoughOfFacet).length;
  return seen * 2 > facets.length ? "unlikely" : "not-looked-at";
}
