import { counted, some } from "#kernel/phrases.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { Capability, Component } from "#model/organisation.ts";
import { componentNames, isOthers, isRetired, reachOf, shortName, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";

/** Installed by name, so that who uses it can be seen; who calls a service often cannot. */
export const seenWhenUsed: ReadonlySet<Capability["kind"]> = new Set([
  "library",
  "client-library",
  "ui-components",
  "action",
  "workflow",
  "pipeline-library",
  "infrastructure-module",
  "chart",
  "plugin",
  "tool-configuration",
]);

/** What is given up and still used, and what is kept up though the last user has left. */
export function remove(ground: Ground): Proposal[] {
  return ground.adoption.flatMap((adoption) => {
    const capability = ground.capabilities.get(adoption.capabilityId);
    if (capability === undefined) return [];
    return isRetired(capability, adoption)
      ? finishRetirement(capability, adoption, ground)
      : nobodyLeft(capability, adoption, ground);
  });
}

function finishRetirement(
  capability: Capability,
  adoption: AdoptionResult,
  ground: Ground,
): Proposal[] {
  const { costs } = ground;
  if (!isGivenUp(capability, ground)) return [];
  const last = adoption.uses
    .filter((use) => use.to === null)
    .map((use) => use.componentId)
    .filter((id) => isOthers(ground.components.get(id), capability, ground));
  if (last.length === 0) return [];
  const name = shortName(capability);
  const where = componentNames(last, ground, 4);
  const heirs = (adoption.retirement?.successorIds ?? []).flatMap((id) => {
    const heir = ground.capabilities.get(id);
    return heir === undefined ? [] : [shortName(heir)];
  });
  const kept = changesOf(capability, ground);
  return [
    proposal({
      kind: "remove",
      title: `Move the last ${counted(last.length, "component")} off ${name}${heirs.length === 0 ? "" : ` to ${some(heirs, 2)}`}, then take it away`,
      subjectIds: [capability.id],
      affectedIds: last,
      reach: reachOf(last, ground),
      forWhom: `those that still use it: ${where}`,
      replaces: `${name}, which is ${capability.lifecycle === "archived" ? "archived" : "given up"} and still in use`,
      firstStep: `Open the change in ${componentNames(last.slice(0, 1), ground, 1)} for its team, and give the rest a day`,
      measure: {
        text: "components of others that still use it",
        present: last.length,
        unit: "components",
      },
      against: [
        heirs.length === 0
          ? "No successor is named: whoever uses it has to be told what comes instead"
          : "Those that are left may be those for whom the successor lacks something",
      ],
      reasons: [
        `it is ${capability.lifecycle}, and ${counted(last.length, "component")} of others still ${last.length === 1 ? "uses" : "use"} it: ${where}`,
        ...(adoption.retirement === null
          ? []
          : [
              `${String(adoption.retirement.left)} of ${counted(adoption.retirement.of, "component")} have left it`,
            ]),
      ],
      atStakePersonHours: sum(
        product(exactly(kept), costs.change),
        product(exactly(last.length), { low: 0.2, likely: 0.5, high: 1 }, costs.major),
      ),
      effortPersonHours: product(exactly(last.length), costs.major),
      confidence: confidenceOf(last.length + kept, costs.isMeasured),
      restsOn: [
        `${counted(kept, "change")} by people in the last year × hours of a change, and half of the move (a fifth to all) for each that is left, for a move that is put off grows`,
        costs.words.change,
      ],
      evidence: adoption.uses
        .filter((use) => last.includes(use.componentId))
        .flatMap((use) => use.consumptions.at(-1)?.evidence.slice(-1) ?? []),
    }),
  ];
}

/**
 * Said to be: deprecated by its manifest, its README or a catalogue; or archived with what made it. That its manifest or the script
 * that pushed it is gone, while its component lives on, says so little that nobody should be told to leave it.
 */
function isGivenUp({ lifecycle, providerComponentId }: Capability, ground: Ground): boolean {
  const provider = ground.components.get(providerComponentId ?? "");
  return (
    lifecycle !== "archived" || (provider !== undefined && retiredProvider.has(provider.lifecycle))
  );
}

const retiredProvider: ReadonlySet<Component["lifecycle"]> = new Set(["archived", "deprecated"]);

function nobodyLeft(capability: Capability, adoption: AdoptionResult, ground: Ground): Proposal[] {
  const { costs } = ground;
  const provider = ground.components.get(capability.providerComponentId ?? "");
  const kept = changesOf(capability, ground);
  if (
    provider === undefined ||
    adoption.adoptersNow > 0 ||
    adoption.adoptersEver < 2 ||
    kept === 0 ||
    !seenWhenUsed.has(capability.kind) ||
    isPublic(provider) ||
    offersMore(capability, ground)
  )
    return [];
  const name = shortName(capability);
  return [
    proposal({
      kind: "remove",
      title: `Say whether ${name} is still wanted: its last user has left`,
      subjectIds: [capability.id, provider.id],
      affectedIds: [provider.id],
      reach: reachOf([provider.id], ground),
      forWhom: "those who keep it up",
      replaces: `${counted(kept, "change")} by people in the last year to what nobody here uses`,
      firstStep: `Ask its owners whom it is for; mark it deprecated if they name nobody`,
      measure: { text: "changes by people to what has no user", present: kept, unit: "a year" },
      against: ["Somebody whose repository was not read may use it"],
      reasons: [
        `all ${counted(adoption.adoptersEver, "component")} that used it have stopped`,
        `${counted(kept, "change")} by people in the last year`,
      ],
      atStakePersonHours: product(exactly(kept), { low: 0.2, likely: 0.8, high: 1 }, costs.change),
      effortPersonHours: { low: 1, likely: 4, high: 16 },
      confidence: confidenceOf(kept, costs.isMeasured),
      restsOn: ["changes by people in the last year × hours of a change", costs.words.change],
      evidence: adoption.departures.flatMap(
        ({ use }) => use.consumptions.at(-1)?.evidence.slice(-1) ?? [],
      ),
    }),
  ];
}

/** Of its component, split evenly over what that offers. */
function changesOf({ providerComponentId }: Capability, ground: Ground): number {
  const offers = ground.organisation.capabilities.filter(
    (one) => one.providerComponentId === providerComponentId,
  ).length;
  const all = providerComponentId === null ? 0 : (ground.changes.get(providerComponentId) ?? 0);
  return Math.round(all / Math.max(1, offers));
}

function isPublic({ surface }: Component): boolean {
  return surface.some(({ mark }) => mark === "public-registry");
}

/** The component does something else as well: its changes are not the capability's. */
function offersMore({ id, providerComponentId }: Capability, ground: Ground): boolean {
  return ground.organisation.capabilities.some(
    (one) =>
      one.id !== id &&
      one.providerComponentId === providerComponentId &&
      (ground.adoptionOf.get(one.id)?.adoptersNow ?? 0) > 0,
  );
}
