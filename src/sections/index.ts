import { organisation } from "./organisation/section.ts";
import { repositories } from "./repositories/section.ts";
import { teams } from "./teams/section.ts";
import { components } from "./components/section.ts";
import { capabilities } from "./capabilities/section.ts";
import { jobs } from "./jobs/section.ts";
import { adoption } from "./adoption/section.ts";
import { consumptions } from "./consumptions/section.ts";
import { duplication } from "./duplication/section.ts";
import { delivery } from "./delivery/section.ts";
import { reliability } from "./reliability/section.ts";
import { documentation } from "./documentation/section.ts";
import { stability } from "./stability/section.ts";
import { ownership } from "./ownership/section.ts";
import { sharedRisks } from "./shared-risks/section.ts";
import { maintainability } from "./maintainability/section.ts";
import { cognitiveLoad } from "./cognitive-load/section.ts";
import { layers } from "./layers/section.ts";
import { interview } from "./interview/section.ts";
import { experience } from "./experience/section.ts";
import { outcomes } from "./outcomes/section.ts";
import { partners } from "./partners/section.ts";
import { usability } from "./usability/section.ts";
import { roles } from "./roles/section.ts";
import { decisions } from "./decisions/section.ts";
import { goals } from "./goals/section.ts";
import { staffing } from "./staffing/section.ts";
import { maturity } from "./maturity/section.ts";
import { lenses } from "./lenses/section.ts";
import { value } from "./value/section.ts";
import { signals } from "./signals/section.ts";
import { sourcing } from "./sourcing/section.ts";
import { problems } from "./problems/section.ts";
import { blindSpots } from "./blind-spots/section.ts";
import { evidence } from "./evidence/section.ts";
import { changes } from "./changes/section.ts";

/** The sections of the report, in their order: the only list of them. A section may need those before it. */
export const sections = [
  organisation,
  repositories,
  teams,
  components,
  capabilities,
  jobs,
  adoption,
  consumptions,
  duplication,
  delivery,
  reliability,
  documentation,
  stability,
  ownership,
  sharedRisks,
  maintainability,
  cognitiveLoad,
  layers,
  interview,
  experience,
  outcomes,
  usability,
  partners,
  roles,
  decisions,
  goals,
  staffing,
  maturity,
  lenses,
  value,
  signals,
  sourcing,
  problems,
  blindSpots,
  evidence,
  changes,
] as const;

export type SectionName = (typeof sections)[number]["name"];
