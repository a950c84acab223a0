import { counted } from "#kernel/phrases.ts";
import { dockerfilePath } from "#evidence/dockerfile-name.ts";
import { isCode } from "#model/offer-kinds.ts";
import type { Capability, Organisation } from "#model/organisation.ts";
import type { SharedRisk } from "./result.ts";

/** Where a package says what it brings; its other files are for those who work on it. */
const declaredFor: readonly (readonly [type: string, path: RegExp])[] = [
  ["pkg:gem/", /\.gemspec$/],
  [
    "pkg:pypi/",
    /(?:^|\/)(?:setup\.(?:py|cfg)|pyproject\.toml|(?:base|core|main|install|requirements)\.(?:in|txt))$/,
  ],
];

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
  const bringers = declaredFor.find(([type]) => subject.startsWith(type))?.[1];
  const bringing = new Set(
    organisation.thirdPartyUses
      .filter(
        (one) =>
          one.purl === subject && one.to === null && one.scope === "runtime" && one.isPeer !== true,
      )
      .filter(
        (one) =>
          bringers === undefined || one.evidence.some((ref) => bringers.test(ref.path ?? "")),
      )
      .map((one) => one.componentId),
  );
  const brings = (one: Capability): boolean =>
    kind === "runtime"
      ? one.packages.some((purl) => purl.startsWith("pkg:docker/"))
      : isCode(one.kind) && bringing.has(one.providerComponentId ?? "");
  const reach = new Map<string, Set<string>>();
  for (const { capabilityId, consumerComponentId, to, evidence } of organisation.consumptions) {
    if (!hit.has(consumerComponentId) || (to !== null && to.at <= organisation.asOf)) continue;
    // An image that a pipeline runs beside it brings it no runtime.
    if (kind === "runtime" && !evidence.some(({ path }) => dockerfilePath.test(path ?? "")))
      continue;
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
  // Nobody moves what nobody works on any more, unless nothing else is hit.
  const live = organisation.components.filter((one) => hit.has(one.id) && one.isLive !== false);
  const moved = counted(live.length === 0 ? hit.size : live.length, "component");
  return {
    text: `No capability brings it to two of them: move ${moved} to ${target}, or give them one place to take it from.`,
    capabilityId: null,
    reach: 0,
  };
}
