import { isCode } from "#model/offer-kinds.ts";
import type { Capability, Organisation } from "#model/organisation.ts";
import type { SharedRisk } from "./result.ts";

/**
 * One place from which most of those hit would get the remedy: a base image for a runtime, a capability that itself brings the
 * package for the other kinds. Null where none reaches two of them.
 */
export function remedyFor(
  { kind, subject, target }: Pick<SharedRisk, "kind" | "subject"> & { readonly target: string },
  componentIds: readonly string[],
  organisation: Organisation,
): SharedRisk["remedy"] {
  const hit = new Set(componentIds);
  const isGem = subject.startsWith("pkg:gem/");
  const bringing = new Set(
    organisation.thirdPartyUses
      .filter((one) => one.purl === subject && one.to === null && one.scope === "runtime")
      // What a gem brings stands in its gemspec; its Gemfile is for those who work on it.
      .filter((one) => !isGem || one.evidence.some((ref) => ref.path?.endsWith(".gemspec")))
      .map((one) => one.componentId),
  );
  const brings = (one: Capability): boolean =>
    kind === "runtime"
      ? one.packages.some((purl) => purl.startsWith("pkg:docker/"))
      : isCode(one.kind) && bringing.has(one.providerComponentId ?? "");
  const reach = new Map<string, Set<string>>();
  for (const { capabilityId, consumerComponentId, to } of organisation.consumptions) {
    if (!hit.has(consumerComponentId) || (to !== null && to.at <= organisation.asOf)) continue;
    const users = reach.get(capabilityId) ?? new Set<string>();
    users.add(consumerComponentId);
    reach.set(capabilityId, users);
  }
  const best = organisation.capabilities
    .filter(brings)
    .map((one) => ({ capability: one, reach: reach.get(one.id)?.size ?? 0 }))
    .sort((a, b) => b.reach - a.reach || (a.capability.id < b.capability.id ? -1 : 1))[0];
  if (best !== undefined && best.reach >= 2) {
    return {
      text: `Raise ${best.capability.name} to ${target}: ${String(best.reach)} of ${String(hit.size)} components build on it.`,
      capabilityId: best.capability.id,
      reach: best.reach,
    };
  }
  return {
    text: `No capability brings it to two of them: move ${String(hit.size)} components to ${target}, or give them one place to take it from.`,
    capabilityId: null,
    reach: 0,
  };
}
