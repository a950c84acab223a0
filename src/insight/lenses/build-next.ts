import { requestEvidence } from "#evidence/request-evidence.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import { counted, dayOf } from "#kernel/phrases.ts";
import { audienceOf, isOfAudience } from "#model/audience.ts";
import type { Capability, Component, Team } from "#model/organisation.ts";
import { isEligible } from "../adoption/eligible.ts";
import { stableReleases } from "../adoption/releases.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { Use } from "../adoption/uses.ts";
import { versionScheme } from "../adoption/versions.ts";
import type { OutcomeSeries } from "../outcomes/assess-outcomes.ts";
import type { FindingResult } from "../usability/assess-usability.ts";
import { missedTargets } from "./missed-targets.ts";
import { stumbledOver } from "./stumbled-over.ts";
import { isOthers, isRetired, shortName } from "./ground.ts";
import { productStep, rankedSteps, type ProductStep } from "./product-step.ts";

export interface ProductLensInput {
  readonly component: Component;
  readonly components: ReadonlyMap<string, Component>;
  readonly capabilities: ReadonlyMap<string, Capability>;
  readonly teams: readonly Team[];
  /** Components classed as product. */
  readonly productIds: ReadonlySet<string>;
  readonly adoption: readonly AdoptionResult[];
  readonly outcomes: readonly OutcomeSeries[];
  readonly requests: readonly DemandRequest[] | null;
  /** What users stumbled over, of every component and capability, in the order of the section. */
  readonly findings: readonly FindingResult[];
  /** Requests after this are not there yet, seconds since the epoch. */
  readonly asked: number;
  /** Where the data ends. */
  readonly asOf: number;
  /** Its clone is older than the others: what it locked then it may long have raised. Absent: it is not. */
  readonly isOlderClone?: boolean;
}

const mostSteps = 12;
/** A capability is suggested when so many of those that could use it do. */
const usual = 0.6;
const leastAdopters = 3;
const wholeDemand = 5;

/** "What should we build next to delight users, and what does the platform impose, owe and offer?" for one product. */
export function buildNext(input: ProductLensInput): ProductStep[] {
  return rankedSteps(
    [
      ...missedTargets(input),
      ...asked(input),
      ...stumbledOver(input),
      ...owed(input),
      ...input.adoption.flatMap((one) => ofPlatform(one, input)),
    ],
    mostSteps,
  );
}

function isOpen({ openedAt, closedAt }: DemandRequest, at: number): boolean {
  return openedAt <= at && (closedAt === null || closedAt > at);
}

/** What is asked of the product itself. */
function asked({ component, requests, asked: at }: ProductLensInput): ProductStep[] {
  const names = [component.id, component.name.toLowerCase()];
  const open = (requests ?? []).filter(
    (one) => names.includes(one.about?.toLowerCase() ?? "") && isOpen(one, at),
  );
  if (open.length === 0) return [];
  return [
    productStep({
      kind: "requested",
      title: `Answer what is asked of ${component.name}`,
      subjectIds: [component.id],
      strength: open.length / wholeDemand,
      reasons: [
        counted(open.length, "open request"),
        ...open.slice(0, 3).map((one) => `“${one.title}”`),
      ],
      evidence: open.map(requestEvidence),
    }),
  ];
}

/** What the product's own team asked of the platform and still waits for. */
function owed({ component, teams, requests, asked: at }: ProductLensInput): ProductStep[] {
  const own = new Set(
    teams.flatMap(({ id, name }) =>
      component.ownerIds.includes(id) ? [id, name.toLowerCase()] : [],
    ),
  );
  const open = (requests ?? []).filter(
    (one) =>
      one.kind !== "feature" &&
      own.has(one.team?.toLowerCase() ?? "") &&
      one.about?.toLowerCase() !== component.name.toLowerCase() &&
      one.about !== component.id &&
      isOpen(one, at),
  );
  const [oldest] = open.toSorted((a, b) => a.openedAt - b.openedAt);
  if (oldest === undefined) return [];
  const days = Math.round((at - oldest.openedAt) / 86_400);
  return [
    productStep({
      kind: "owed",
      title: `Ask the platform when ${counted(open.length, "request")} of your team will be answered`,
      subjectIds: [component.id],
      strength: open.length / wholeDemand,
      reasons: [`the oldest, “${oldest.title}”, has been open for ${counted(days, "day")}`],
      evidence: open.map(requestEvidence),
    }),
  ];
}

/** What the platform takes away, has raised, or offers; never to whoever owns the thing itself. */
function ofPlatform(adoption: AdoptionResult, input: ProductLensInput): ProductStep[] {
  const { component, capabilities } = input;
  const capability = capabilities.get(adoption.capabilityId);
  if (capability === undefined || !isOthers(component, capability, input)) return [];
  const use = adoption.uses.find((one) => one.componentId === component.id && one.to === null);
  if (use === undefined) return offered(adoption, capability, input);
  return isRetired(capability, adoption)
    ? [goingAway(capability, use)]
    : upgrade(adoption, capability, use, input);
}

function goingAway(capability: Capability, { consumptions }: Use): ProductStep {
  const why = capability.lifecycle === "production" ? "being retired" : capability.lifecycle;
  return productStep({
    kind: "going-away",
    title: `Move off ${shortName(capability)}`,
    subjectIds: [capability.id],
    strength: 0.7,
    reasons: [`it is ${why}, and used here`],
    evidence: consumptions.flatMap((one) => one.evidence),
  });
}

/**
 * To the newest major version, where the one that users are asked to be on is above the highest that is in use here: whoever
 * moves takes what is out, not what it has followed already.
 */
function upgrade(
  { currency: { newestMajor, onNewestMajor, versionsInUse } }: AdoptionResult,
  capability: Capability,
  { consumptions }: Use,
  { component, asOf, isOlderClone = false }: ProductLensInput,
): ProductStep[] {
  const scheme = versionScheme(capability.packages[0]);
  const own = versionsInUse
    .filter(
      ({ componentIds, version }) => componentIds.includes(component.id) && scheme.isValid(version),
    )
    .map(({ version }) => version)
    .sort((a, b) => scheme.compare(b, a));
  const [version] = own;
  if (onNewestMajor === null || version === undefined || isOlderClone) return [];
  const { major } = onNewestMajor;
  const behind = Number(major) - scheme.major(version);
  if (!(behind > 0)) return [];
  const newest = newestMajor ?? major;
  const firsts = new Map(
    stableReleases(capability, asOf)
      .releases.toSorted((one, other) => other.at - one.at)
      .map(({ version: released, at }) => [String(scheme.major(released)), at]),
  );
  const since = (of: string): string => {
    const at = firsts.get(of);
    return `${of}${at === undefined ? " is out" : ` has been out since ${dayOf(at * 1000)}`}`;
  };
  return [
    productStep({
      kind: "upgrade",
      title: `Upgrade ${shortName(capability)} to ${newest}`,
      subjectIds: [capability.id],
      strength: behind / (behind + 1),
      reasons: [
        `version ${version} is in use here; ${[...new Set([major, newest])].map(since).join(", ")}`,
      ],
      evidence: consumptions.flatMap((one) => one.evidence),
    }),
  ];
}

/** What most of its like use: products for the same people, that could use it as well. */
function offered(
  adoption: AdoptionResult,
  capability: Capability,
  { component, components, productIds, asOf }: ProductLensInput,
): ProductStep[] {
  const { rate, eligible, adoptersNow, uses, audience } = adoption;
  const couldUse = eligible !== null && isEligible(eligible, component.id, asOf - 1);
  if (!couldUse || isRetired(capability, adoption) || rate === null || rate < usual) return [];
  const adopters = uses
    .filter((use) => use.to === null)
    .flatMap((use) => components.get(use.componentId) ?? []);
  const own = audienceOf(component);
  if ((adoption.rateByAudience.get(own) ?? 0) < usual) return [];
  const like = adopters.filter(
    (one) => productIds.has(one.id) && (own === null || audienceOf(one) === own),
  );
  if (
    !isOfAudience(component, audience) ||
    like.length < leastAdopters ||
    like.length * 2 < adopters.length
  )
    return [];
  const wasUsed = uses.some((one) => one.componentId === component.id);
  return [
    productStep({
      kind: "offered",
      title: `Look at ${shortName(capability)}`,
      subjectIds: [capability.id],
      strength: rate / 2,
      reasons: [
        `${String(adoption.rateNumerator ?? adoptersNow)} of ${String(adoption.eligibleCount ?? 0)} components that could use it do, ${String(like.length)} of them products like this one`,
        ...(wasUsed ? ["it was used here before"] : []),
      ],
      evidence: adoption.evidence,
    }),
  ];
}
