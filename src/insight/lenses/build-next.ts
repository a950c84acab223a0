import { requestEvidence } from "#evidence/request-evidence.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import type { Capability, Component } from "#model/organisation.ts";
import { audienceOf, isOfAudience } from "#model/audience.ts";
import { isEligible } from "../adoption/eligible.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { OutcomeSeries } from "../outcomes/assess-outcomes.ts";
import { lensItem, ranked, type LensItem, teamReach } from "./lens-item.ts";

export interface ProductLensInput {
  readonly component: Component;
  readonly capabilities: readonly Capability[];
  readonly adoption: readonly AdoptionResult[];
  readonly outcomes: readonly OutcomeSeries[];
  readonly requests: readonly DemandRequest[] | null;
  readonly asOf: number;
  /** Its clone is older than the others: what it locked then it may long have raised. Absent: it is not. */
  readonly isOlderClone?: boolean;
}

const mostItems = 12;
/** A capability is suggested when so many of those that could use it do. */
const usual = 0.6;
const leastAdopters = 3;
const wholeDemand = 5;

/** "What should we build next, and what does the platform already give me?" for one product. */
export function buildNext(input: ProductLensInput): LensItem[] {
  return ranked(
    [
      ...missedTargets(input),
      ...asked(input),
      ...input.adoption.flatMap((one) => given(one, input)),
    ],
    mostItems,
  );
}

function missedTargets({ component, outcomes }: ProductLensInput): LensItem[] {
  return outcomes
    .filter(
      (one) => one.componentId === component.id && one.isTargetMet === false && one.target !== null,
    )
    .map((one) => {
      const target = one.target ?? 0;
      const gap = Math.abs(target - one.latest.value) / Math.max(1e-9, Math.abs(target));
      const reasons = [`${String(one.latest.value)} ${one.unit}; the target is ${String(target)}`];
      // One whole team feels it fully: its own goal comes before what the platform suggests.
      return lensItem(
        "missed-target",
        `Reach the target of ${one.definition}`,
        [component.id],
        teamReach(),
        Math.max(0.8, gap),
        reasons,
        one.evidence,
      );
    });
}

function asked({ component, requests, asOf }: ProductLensInput): LensItem[] {
  const open = (requests ?? []).filter(
    (one) =>
      one.about !== null &&
      [component.id, component.name.toLowerCase()].includes(one.about.toLowerCase()) &&
      one.openedAt <= asOf &&
      (one.closedAt === null || one.closedAt > asOf),
  );
  return open.length === 0
    ? []
    : [
        lensItem(
          "requested",
          `Answer what is asked of ${component.name}`,
          [component.id],
          teamReach(),
          open.length / wholeDemand,
          [
            `${String(open.length)} open requests`,
            ...open.slice(0, 3).map((one) => `“${one.title}”`),
          ],
          open.map(requestEvidence),
        ),
      ];
}

/** What the platform gives: not used yet, newer than what is used, or going away. */
function given(
  adoption: AdoptionResult,
  { component, capabilities, asOf, isOlderClone = false }: ProductLensInput,
): LensItem[] {
  const capability = capabilities.find((one) => one.id === adoption.capabilityId);
  if (capability === undefined || isOfSameRepository(capability, component)) return [];
  const use = adoption.uses.find((one) => one.componentId === component.id && one.to === null);
  const evidence = use?.consumptions.flatMap((one) => one.evidence) ?? [];
  const ids = [capability.id];
  if (use === undefined) {
    const { rate, eligible, adoptersNow } = adoption;
    const couldUse = eligible !== null && isEligible(eligible, component.id, asOf - 1);
    const isOffered = capability.lifecycle !== "deprecated" && capability.lifecycle !== "archived";
    if (
      !couldUse ||
      !isOffered ||
      !isOfAudience(component, adoption.audience) ||
      (adoption.rateByAudience.get(audienceOf(component)) ?? 0) < usual ||
      rate === null ||
      rate < usual ||
      adoptersNow < leastAdopters
    )
      return [];
    const wasUsed = adoption.uses.some((one) => one.componentId === component.id);
    const reasons = [
      `${String(adoption.rateNumerator ?? adoptersNow)} of ${String(adoption.eligibleCount ?? 0)} components that could use it do`,
      ...(wasUsed ? ["it was used here before"] : []),
    ];
    return [
      lensItem(
        "adopt",
        `Look at ${capability.name}`,
        ids,
        teamReach(),
        rate / 2,
        reasons,
        adoption.evidence,
      ),
    ];
  }
  if (capability.lifecycle === "deprecated" || capability.lifecycle === "archived") {
    const reasons = [`it is ${capability.lifecycle}, and used here`];
    return [
      lensItem(
        "going-away",
        `Move off ${capability.name}`,
        ids,
        teamReach(),
        0.7,
        reasons,
        evidence,
      ),
    ];
  }
  const { newestMajor, versionsInUse } = adoption.currency;
  const version = versionsInUse.find((one) => one.componentIds.includes(component.id))?.version;
  if (newestMajor === null || version === undefined || isOlderClone) return [];
  if (majorOf(version) >= majorOf(newestMajor)) return [];
  const reasons = [`version ${version} is in use here, ${newestMajor} is the newest major version`];
  return [
    lensItem(
      "upgrade",
      `Upgrade ${capability.name} to ${newestMajor}`,
      ids,
      teamReach(),
      0.4,
      reasons,
      evidence,
    ),
  ];
}

function majorOf(version: string): number {
  return Number(/\d{1,9}/.exec(version)?.[0] ?? Number.POSITIVE_INFINITY);
}

/** What a repository makes for itself needs nobody's advice. */
function isOfSameRepository({ providerComponentId }: Capability, component: Component): boolean {
  return providerComponentId?.split("#", 1)[0] === component.id.split("#", 1)[0];
}
