import { z } from "zod";
import {
  count,
  evidenceIds,
  evidenceItem,
  instant,
  problem,
  section,
} from "#contract/primitives.ts";
import { adoption } from "./adoption/schema.ts";
import { delivery, deliveryRollUp } from "./delivery/schema.ts";
import { documentation } from "./documentation/schema.ts";
import { sharedRisks } from "./shared-risks/schema.ts";
import { cognitiveLoad } from "./cognitive-load/schema.ts";
import { layers } from "./layers/schema.ts";
import { maintainability } from "./maintainability/schema.ts";
import { ownership } from "./ownership/schema.ts";
import { stability } from "./stability/schema.ts";
import { duplication } from "./duplication/schema.ts";
import { experience } from "./experience/schema.ts";
import { lenses } from "./lenses/schema.ts";
import { reliability, reliabilityRollUp } from "./reliability/schema.ts";
import { job, jobProposal } from "./jobs/schema.ts";
import { value } from "./value/schema.ts";
import { signals } from "./signals/schema.ts";
import { sourcing } from "./sourcing/schema.ts";
import { staffing } from "./staffing/schema.ts";
import { changeCauses, sectionNames } from "#vocabulary/report.ts";
import { organisation } from "./organisation/schema.ts";
import { repository } from "./repositories/schema.ts";
import { team } from "./teams/schema.ts";
import { component } from "./components/schema.ts";
import { capability } from "./capabilities/schema.ts";
import { consumption } from "./consumptions/schema.ts";
import { outcome } from "./outcomes/schema.ts";
import { role } from "./roles/schema.ts";
import { statement } from "./interview/schema.ts";
import { maturity } from "./maturity/schema.ts";
import { decisionRecord } from "./decisions/schema.ts";
import { goal } from "./goals/schema.ts";

export const schemaVersion = "1.0";

export const change = z
  .object({
    pointer: z.string(),
    subject: z.string().describe("plain words: what changed"),
    before: z.string().nullable(),
    after: z.string().nullable(),
    because: z.enum(changeCauses),
    evidenceIds: z.array(z.string()),
  })
  .meta({ id: "Change" });
export type ReportChange = z.infer<typeof change>;

export const blindSpot = z
  .object({
    what: z.string(),
    count,
    sharpen: z.string().describe("the single addition that would sharpen most"),
    examples: z.array(z.string()),
    evidenceIds: evidenceIds.optional().describe("where each stands, where that was kept"),
  })
  .meta({ id: "BlindSpot" });
export type ReportBlindSpot = z.infer<typeof blindSpot>;

/** The whole JSON report: `spec`-named sections at the root, their window, n, coverage and unknowns under `sections`. */
export const report = z
  .object({
    schemaVersion: z.literal(schemaVersion),
    generatedAt: instant,
    asOf: instant,
    tool: z.object({ name: z.literal("fulcrum"), version: z.string() }),
    previous: z.object({ generatedAt: instant }).nullable(),
    sections: z.record(z.enum(sectionNames), section),
    organisation,
    repositories: z.array(repository),
    teams: z.array(team),
    components: z.array(component),
    capabilities: z.array(capability),
    consumptions: z.array(consumption),
    adoption: z.array(adoption),
    delivery: z.array(delivery),
    deliveryRollUps: z
      .array(deliveryRollUp)
      .describe("organisation, products, teams by name: never ranked"),
    reliability: z.array(reliability).describe("worst first"),
    reliabilityRollUps: z.array(reliabilityRollUp),
    duplication: duplication.nullable().describe("null: not asked for"),
    signals,
    staffing,
    sourcing,
    jobs: z.array(job),
    jobProposals: z
      .array(jobProposal)
      .describe("substitutes inferred from the data, strongest first"),
    documentation: z.array(documentation).describe("one for each capability, in their order"),
    experience,
    outcomes: z.array(outcome),
    interview: z.array(statement).describe("answered questions only"),
    roles: z.array(role),
    maturity,
    lenses,
    decisions: z.array(decisionRecord).describe("newest first"),
    goals: z.array(goal),
    value,
    stability: z.array(stability).describe("one for each capability, in their order"),
    ownership,
    sharedRisks,
    maintainability,
    cognitiveLoad: z.array(cognitiveLoad).describe("in the order of the teams: never ranked"),
    layers,
    problems: z.array(problem),
    changes: z.array(change),
    blindSpots: z.array(blindSpot),
    evidence: z.array(evidenceItem),
    evidenceOmittedCount: count.describe("the rest through `fulcrum explain`"),
  })
  .meta({ id: "Report" });
export type Report = z.infer<typeof report>;
