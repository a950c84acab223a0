import { z } from "zod";
import { count, evidenceIds, fraction } from "#contract/primitives.ts";
import { domainKinds, domainSources, staffingStages, teamBases } from "#vocabulary/decision.ts";
import { levels } from "#vocabulary/evidence.ts";

const domain = z
  .object({
    name: z.string(),
    kind: z.enum(domainKinds).describe("what it is about, told from what it holds"),
    source: z.enum(domainSources),
    isMajor: z.boolean().describe("large enough for a platform product manager of its own"),
    capabilityIds: z.array(z.string()),
    componentIds: z.array(z.string()),
    consumingOwnersCount: count,
    evidenceIds,
  })
  .meta({ id: "PlatformDomain" });

/** No shares of effort: they are derived from persons, and teams are not compared by effort. */
const platformTeam = z
  .object({
    teamId: z.string(),
    basis: z.enum(teamBases),
    isCounted: z.boolean().nullable().describe("null: nothing says; it widens the range"),
    componentIds: z.array(z.string()).describe("its components that other owners use"),
  })
  .meta({ id: "PlatformTeam" });

const range = {
  low: count.nullable().describe("people"),
  high: count.nullable(),
  recommended: count.nullable(),
};

/** How many platform product managers: docs/insights/staffing.md. */
export const staffing = z
  .object({
    stage: z.enum(staffingStages),
    ...range,
    confidence: z.enum(levels),
    domains: z.array(domain),
    domainsSource: z.enum(domainSources).nullable().describe("null: no domains"),
    modularity: z.number().nullable().describe("of the proposal; null: none was needed or found"),
    platformTeams: z.array(platformTeam),
    platformTeamsLow: count.nullable(),
    platformTeamsHigh: count
      .nullable()
      .describe("null: most components have no known owner, or nobody is seen to build on any"),
    withheldTeamsCount: count.describe("fewer than five people: effort is not looked at"),
    reasons: z.array(z.string()),
    assignments: z.array(
      z.object({
        title: z.string(),
        domains: z.array(z.string()),
        capabilityIds: z.array(z.string()),
        consumingOwnersCount: count,
        share: fraction.describe("of all uses by other owners"),
      }),
    ),
    sensitivity: z.array(z.object({ change: z.string(), ...range })),
    contradictions: z.array(z.string()),
  })
  .meta({ id: "Staffing" });
export type ReportStaffing = z.infer<typeof staffing>;
