import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import { benjaminiHochberg } from "#kernel/stats-summary.ts";
import type { Capability, Component } from "#model/organisation.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import { associationsOf } from "./associations-of.ts";
import type { RawAssociation } from "./association.ts";
import { assumptionsOf } from "./assumptions.ts";
import { reuseOf } from "./avoided.ts";
import { prepare, type Ground, type ValueInput } from "./ground.ts";
import { bothSides, platformOf } from "./ledger.ts";
import { negativesOf } from "./negatives.ts";
import { defaultValueOptions, type ValueOptions } from "./options.ts";
import type { CapabilityValue, ValueResult } from "./result.ts";

/** What the platform costs and saves, and how outcomes moved around its adoption (docs/insights/value.md). Pure; draws are seeded. */
export function assessValue(input: ValueInput, given: Partial<ValueOptions> = {}): ValueResult {
  const options = { ...defaultValueOptions, ...given };
  const ground = prepare(input, options);
  const drafts = input.adoption.flatMap((adoption) => {
    const capability = ground.capabilities.get(adoption.capabilityId);
    return capability === undefined ? [] : [ledgerLine(capability, adoption, ground)];
  });
  // One family: every comparison of the report.
  const raw = drafts.flatMap((draft) => draft.associations);
  const adjusted = new Map(
    benjaminiHochberg(raw.map((one) => one.pValue)).map((p, index) => [raw[index]!, p]),
  );
  const capabilities = drafts.map(({ line, associations }): CapabilityValue => ({
    ...line,
    association: associations.map((one) => ({ ...one, adjustedPValue: adjusted.get(one) ?? 1 })),
  }));
  return {
    capabilities,
    ...platformOf(capabilities),
    assumptions: assumptionsOf(options, ground.typicalShare),
    rate: options.rate,
  };
}

interface Draft {
  readonly line: Omit<CapabilityValue, "association">;
  readonly associations: readonly RawAssociation[];
}

/** Components of other repositories that have used it and whose owner is not known: they saved something, nobody can say who. */
function strangersOf(
  { uses }: AdoptionResult,
  provider: Component | undefined,
  { components }: Ground,
): ReadonlySet<string> {
  const strangers = uses.filter(
    ({ ownerIds, componentId }) =>
      ownerIds.length === 0 && components.get(componentId)?.repositoryId !== provider?.repositoryId,
  );
  return new Set(strangers.map(({ componentId }) => componentId));
}

const ownersUnknown: Unknown = {
  field: "reusingOwnersCount",
  code: "owners-unknown",
  reason: "no component elsewhere that used it has a known owner",
  needs: "CODEOWNERS, catalog-info.yaml or a catalogue",
};

function ledgerLine(capability: Capability, adoption: AdoptionResult, ground: Ground): Draft {
  const { options, input } = ground;
  const provider = ground.components.get(capability.providerComponentId ?? "");
  const reuse = reuseOf(adoption.uses, provider, input.organisation.asOf);
  const strangers = strangersOf(adoption, provider, ground);
  const isOwnerUnknown = reuse.owners.length === 0 && strangers.size > 0;
  const effort = ground.effort.get(provider?.id ?? "");
  const negative = negativesOf(adoption.price, options);
  const associations = associationsOf(capability, adoption, ground);
  const ledger = bothSides(capability, { provider, effort }, reuse, ground);
  const evidence: EvidenceRef[] = [];
  const { repositoryId } = provider ?? {};
  if (repositoryId !== undefined && ledger.investedPersonMonths !== null) {
    // Derived from persons: an aggregate without a commit.
    evidence.push({
      source: "git",
      repositoryId,
      commit: null,
      path: provider?.path ?? null,
      line: null,
      at: null,
      how: "inferred",
      confidence: "medium",
      text: `${ledger.investedPersonMonths.toFixed(1)} active contributor-months, each person's month split over what they worked on`,
    });
  }
  return {
    line: {
      capabilityId: capability.id,
      isPlatform: input.platformIds.has(capability.providerComponentId ?? ""),
      // All of whom nobody knows the owner are not the users of no team.
      reusingOwners: isOwnerUnknown ? null : reuse.owners.length,
      reusingComponents: reuse.components.length + strangers.size,
      ...ledger,
      negatives: negative.negatives,
      unknown: [
        ...(isOwnerUnknown ? [ownersUnknown] : []),
        ...ledger.unknown,
        ...negative.unknown,
        ...associations.unknown,
      ],
      // Without effort its use is what is known of it.
      evidence: evidence.length > 0 ? evidence : adoption.evidence.slice(0, 12),
    },
    associations: associations.found,
  };
}
