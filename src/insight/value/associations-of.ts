import type { Unknown } from "#evidence/unknown.ts";
import { seededRandom } from "#kernel/stats-resample.ts";
import type { Capability } from "#model/organisation.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import { firstUses } from "../adoption/uses.ts";
import { associate, type RawAssociation } from "./association.ts";
import type { Ground } from "./ground.ts";
import { panelOf } from "./panel.ts";
import { outcomeMetrics } from "#vocabulary/value.ts";

/** Outcomes of adopters around adoption against those of components that could have adopted and had not. */
export function associationsOf(
  capability: Capability,
  adoption: AdoptionResult,
  ground: Ground,
): { found: RawAssociation[]; unknown: Unknown[] } {
  const { options, components } = ground;
  const { eligible } = adoption;
  const adoptedAt = new Map(
    firstUses(adoption.uses).map((use) => [
      use.componentId,
      { at: use.from, isCensored: use.isFromCensored },
    ]),
  );
  const couldAdopt = (componentId: string): boolean =>
    adoptedAt.has(componentId) || eligible === null || eligible.get(componentId) !== undefined;
  const found: RawAssociation[] = [];
  const unknown: Unknown[] = [];
  if (adoptedAt.size === 0) return { found, unknown };
  for (const metric of outcomeMetrics) {
    const units = panelOf(ground.outcomes.get(metric) ?? new Map(), adoptedAt, components).filter(
      (unit) => unit.componentId !== capability.providerComponentId && couldAdopt(unit.componentId),
    );
    const random = seededRandom(`${capability.id} ${metric}`);
    const answer = associate(units, metric, options, random);
    if (answer.unknown === null) found.push(answer.value);
    else unknown.push(answer.unknown);
  }
  return { found, unknown };
}
