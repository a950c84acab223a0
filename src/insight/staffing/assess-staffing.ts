import { counted } from "#kernel/phrases.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import { ownersKnownOf } from "#model/keepers.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { Organisation } from "#model/organisation.ts";
import { assign } from "./assign.ts";
import { findDomains, type DeclaredDomain } from "./domains.ts";
import { defaultStaffingOptions, type StaffingOptions } from "./options.ts";
import { findPlatformTeams, type TeamEffort } from "./platform-teams.ts";
import { platformUses } from "./platform-uses.ts";
import { middleOf, peopleFor, spanOf, stageOf } from "./range.ts";
import type { StaffingResult } from "./result.ts";
import { sensitivityOf } from "./sensitivity.ts";
import type { OwnersKnown } from "#vocabulary/structure.ts";

export interface StaffingInput {
  readonly organisation: Organisation;
  readonly adoption: readonly AdoptionResult[];
  readonly effort: TeamEffort;
  readonly declaredDomains: readonly DeclaredDomain[];
  readonly declaredTeams: readonly string[];
}

/** Answers: how many platform product managers, and what would each own? */
export function assessStaffing(
  input: StaffingInput,
  given: Partial<StaffingOptions> = {},
): StaffingResult {
  const options = { ...defaultStaffingOptions, ...given };
  const { organisation, adoption } = input;
  const uses = platformUses(organisation, adoption, options.otherOwners);
  if (uses.length === 0) return withoutPlatform(input, options);
  const found = findDomains(organisation, uses, input.declaredDomains, options);
  const { teams, withheldCount, contradictions } = findPlatformTeams(
    organisation,
    uses,
    { effort: input.effort, declared: input.declaredTeams },
    options,
  );
  const major = found.domains.filter((one) => one.isMajor).length;
  const isProposed = found.source === "proposed";
  const domains = { low: isProposed ? 0 : major, high: major };
  const teamCounts = {
    low: teams.filter((one) => one.isCounted === true).length,
    high: teams.filter((one) => one.isCounted !== false).length,
  };
  const likely = peopleFor(domains.low, teamCounts.low, options);
  const range = spanOf([
    likely,
    peopleFor(domains.high, teamCounts.low, options),
    peopleFor(domains.low, teamCounts.high, options),
    peopleFor(domains.high, teamCounts.high, options),
  ]);
  const recommended = middleOf(likely);
  const seen = seenTeams(organisation, teamCounts, input.declaredTeams.length > 0);
  const hasUnread = organisation.capabilities.some((one) => one.providerComponentId === null);
  const nameOf = new Map(organisation.teams.map(({ id, name }) => [id, name]));
  return {
    stage: stageOf(domains.low, teamCounts.low, options),
    ...range,
    recommended,
    confidence: confidenceOf(range, isProposed || found.source === null, withheldCount),
    domains: found.domains,
    domainsSource: found.source,
    modularity: found.modularity,
    platformTeams: teams,
    platformTeamsLow: seen.low,
    platformTeamsHigh: seen.high,
    withheldTeamsCount: withheldCount,
    reasons: [
      `${hasUnread ? "At least " : ""}${counted(uses.length, "capability is", "capabilities are")} built on by components of ${String(options.otherOwners)} or more other owners (persons are none).`,
      domainReason(major, isProposed, found.source === null),
      ...found.notes,
      teamReason(teamCounts, seen, options),
      ...(withheldCount === 0
        ? []
        : [
            `${String(withheldCount)} of the teams that own some of it ${withheldCount === 1 ? "has" : "have"} fewer than ${String(options.suppressBelow)} people to be seen: what they put in is not looked at.`,
          ]),
    ],
    assignments: assign(recommended, uses, found.domains, (id) => nameOf.get(id) ?? id),
    sensitivity: sensitivityOf({ domains, teams: teamCounts, isProposed }, options),
    contradictions: [...found.contradictions, ...contradictions],
    unknown: [
      ...(found.modularity === null ? [noModularity(found.notes)] : []),
      ...domainUnknown(found),
      ...seen.unknown,
    ],
  };
}

function domainReason(major: number, isProposed: boolean, isNone: boolean): string {
  if (isNone) return "No domain is declared: they do not count.";
  const words = `${String(major)} major ${major === 1 ? "domain" : "domains"}`;
  if (isProposed)
    return major === 1
      ? `${words} is only proposed, so it widens the range and changes no recommendation.`
      : `${words} are only proposed, so they widen the range and change no recommendation.`;
  return major >= 2
    ? `${words}: one person for each.`
    : `${words}: fewer than two ask for nobody of their own.`;
}

/** How many teams were seen, and what their number does not tell: of components without an owner none can be seen. */
interface SeenTeams {
  readonly low: number | null;
  readonly high: number | null;
  readonly ownersKnown: OwnersKnown;
  readonly ownerless: string;
  readonly unknown: readonly Unknown[];
}

function seenTeams(
  { components }: Organisation,
  { low, high }: { readonly low: number; readonly high: number },
  isDeclared: boolean,
): SeenTeams {
  const live = components.filter((one) => one.isLive !== false);
  const ownersKnown = ownersKnownOf(live);
  const unowned = live.filter((one) => one.ownerIds.length === 0).length;
  const ownerless = `${String(unowned)} of ${counted(live.length, "live component")} ${unowned === 1 ? "has" : "have"} no known owner`;
  if (isDeclared || ownersKnown === "mostly")
    return { low, high, ownersKnown, ownerless, unknown: [] };
  const fields = [...(low === 0 ? ["platformTeamsLow"] : []), "platformTeamsHigh"];
  return {
    low: low === 0 ? null : low,
    high: null,
    ownersKnown,
    ownerless,
    unknown: fields.map((field) => ({
      field,
      code: "owners-unknown",
      reason: `${ownerless}: a team that is focused on the platform may be among those that are not known.`,
      needs: "CODEOWNERS, a catalogue, or organisation.platformTeams in fulcrum.yaml.",
    })),
  };
}

function teamReason(
  { low, high }: { readonly low: number; readonly high: number },
  { ownersKnown, ownerless, unknown }: SeenTeams,
  { teamsFrom, leastTeams, mostTeams }: StaffingOptions,
): string {
  const count = low === high ? String(low) : `${String(low)} to ${String(high)}`;
  if (high === 0)
    return unknown.length === 0
      ? "No team is seen to be focused on the platform: their number does not count."
      : `No team is seen to be focused on the platform, and ${ownerless}: how many there are cannot be told, and does not count.`;
  const isOne = low === 1 && high === 1;
  const words = `${ownersKnown === "mostly" ? "" : "at least "}${count} ${isOne ? "team is" : "teams are"} focused on the platform`;
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return high >= teamsFrom
    ? `${sentence}: one person for every ${String(leastTeams)} to ${String(mostTeams)} of them.`
    : `${sentence}: below ${String(teamsFrom)} their number does not count.`;
}

function confidenceOf(
  { low, high }: { readonly low: number; readonly high: number },
  isUnconfirmed: boolean,
  withheldCount: number,
): StaffingResult["confidence"] {
  if (!isUnconfirmed && withheldCount === 0 && high - low <= 1) return "high";
  return high - low <= 1 ? "medium" : "low";
}

function noModularity(notes: readonly string[]) {
  return {
    field: "modularity",
    code: "no-proposal",
    reason: notes[0] ?? "Domains are declared, so none were proposed.",
    needs: "Nothing where domains are declared; else more components that build on the platform.",
  };
}

function domainUnknown({
  source,
  notes,
}: {
  readonly source: string | null;
  readonly notes: readonly string[];
}) {
  if (source !== null) return [];
  return [
    {
      field: "domainsSource",
      code: "no-domains",
      reason: notes[0] ?? "No domain is declared.",
      needs:
        "spec.domain or spec.system in catalog-info.yaml, or organisation.domains in fulcrum.yaml.",
    },
  ];
}

/** Nobody builds on anything, or it cannot be seen who does. */
function withoutPlatform(
  { organisation, declaredDomains, declaredTeams }: StaffingInput,
  options: StaffingOptions,
): StaffingResult {
  const live = organisation.components.filter((one) => one.isLive !== false);
  const owned = live.filter((one) => one.ownerIds.length > 0).length;
  const isSeen = live.length > 0 && owned / live.length >= options.minimumCoverage;
  const teams = organisation.teams.filter((one) => one.kind === "team").length;
  const reason = isSeen
    ? `No capability is built on by components of ${String(options.otherOwners)} or more other owners (persons are none)${teams <= 1 ? ": one team is known" : ""}.`
    : `${String(owned)} of ${String(live.length)} live components have a known owner: who builds on whose work cannot be seen.`;
  const people = isSeen ? 0 : null;
  const needs = "Owners of components: a published catalogue named in fulcrum.yaml, or CODEOWNERS.";
  const fields = [
    "modularity",
    "domainsSource",
    ...(isSeen ? [] : ["low", "high", "recommended", "platformTeamsLow", "platformTeamsHigh"]),
  ];
  return {
    stage: isSeen ? "none" : "unknown",
    low: people,
    high: people,
    recommended: people,
    confidence: isSeen && owned / live.length >= 0.8 ? "high" : isSeen ? "medium" : "low",
    domains: [],
    domainsSource: null,
    modularity: null,
    platformTeams: [],
    platformTeamsLow: people,
    platformTeamsHigh: people,
    withheldTeamsCount: 0,
    reasons: [reason],
    assignments: [],
    sensitivity: isSeen
      ? [{ change: "a platform were begun", low: 1, high: 1, recommended: 1 }]
      : [],
    contradictions: [
      ...declaredDomains.map(({ name }) => `Domain ${name} is declared, yet no platform was seen.`),
      ...declaredTeams.map(
        (name) => `${name} is declared as a platform team, yet no platform was seen.`,
      ),
    ],
    unknown: fields.map((field) => ({ field, code: "no-platform", reason, needs })),
  };
}
