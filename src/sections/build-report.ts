import type { ConfiguredDeclared } from "#contract/configuration-declared.ts";
import type { Report } from "./report.ts";
import { schemaVersion } from "./report.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { Classification } from "#insight/classification/result.ts";
import type { DeliveryRollUp } from "#insight/delivery/roll-up.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { InferredSubstitute, JobResult } from "#insight/jobs/result.ts";
import type { ValueResult } from "#insight/value/result.ts";
import type { ModelFindings } from "#model/build-organisation.ts";
import type { Decision } from "./decision/conclude.ts";
import type { Measures } from "./measures/conclude.ts";
import type { DeclaredConclusions } from "./declared/conclude.ts";
import { compareReports } from "./changes/compare-reports.ts";
import { documentationOf } from "./capabilities/documents-of.ts";
import { EvidenceList, isoTime } from "./evidence-list.ts";
import { findBlindSpots } from "./blind-spots/find-blind-spots.ts";
import { findProblems } from "./problems/find-problems.ts";
import { isOfOnePerson } from "./single-persons.ts";
import { findUnknowns } from "./find-unknowns.ts";
import { mapAdoption } from "./adoption/present.ts";
import { mapDeclared } from "./declared/present.ts";
import { mapDecision } from "./decision/present.ts";
import { mapDelivery, mapDeliveryRollUp } from "./delivery/present.ts";
import { duplicationUnknowns, mapDuplication } from "./duplication/present.ts";
import { mapMeasures } from "./measures/present.ts";
import { mapReliability, rollUpObjectives } from "./reliability/present.ts";
import { mapJob, mapJobProposal } from "./jobs/present.ts";
import { describeSections } from "./describe-sections.ts";
import type { Problem } from "#evidence/problem.ts";
import type { PlacedStatus } from "#insight/reliability/result.ts";
import type { DuplicationFindings } from "#insight/duplication/findings.ts";
import { mapOrganisation } from "./organisation/present.ts";
import { mapRepository } from "./repositories/present.ts";
import { mapTeam } from "./teams/present.ts";
import { mapComponent } from "./components/present.ts";
import { mapCapability, versionsInUse } from "./capabilities/present.ts";
import { mapConsumption } from "./consumptions/present.ts";

export interface ReportInput {
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly repositories: readonly RepositoryEvidence[];
  readonly foundRepositories: number;
  readonly inspectionProblems: readonly Problem[];
  readonly findings: ModelFindings;
  readonly classifications: readonly Classification[];
  readonly adoption: readonly AdoptionResult[];
  readonly delivery: readonly DeliveryResult[];
  readonly deliveryRollUps: readonly DeliveryRollUp[];
  readonly reliability: readonly PlacedStatus[];
  readonly duplication: DuplicationFindings | null;
  readonly jobs: readonly JobResult[];
  readonly jobProposals: readonly InferredSubstitute[];
  readonly measures: Measures;
  readonly declared: DeclaredConclusions;
  readonly value: ValueResult;
  readonly goals: ConfiguredDeclared["goals"];
  readonly decision: Decision;
  readonly previous: Report | null;
}

/** Puts model and insights into the words of the contract. */
export function buildReport(input: ReportInput): Report {
  const { findings, repositories, adoption } = input;
  const { organisation } = findings;
  const evidence = new EvidenceList();
  const classOf = new Map(input.classifications.map((one) => [one.componentId, one]));
  const ended = new Map(
    adoption.flatMap((one) => one.ended.map((end) => [end.consumptionId, end] as const)),
  );
  const ofOne = new Set(repositories.filter(isOfOnePerson).map((one) => one.id));
  const components = organisation.components.map((one) =>
    mapComponent(one, classOf.get(one.id), ofOne.has(one.repositoryId), evidence),
  );
  const used = versionsInUse(organisation.consumptions);
  const capabilities = organisation.capabilities.map((one) =>
    mapCapability(
      one,
      documentationOf(one, organisation.components, repositories),
      used.get(one.id) ?? [],
      evidence,
    ),
  );
  const consumptions = organisation.consumptions.map((one) =>
    mapConsumption(one, ended.get(one.id), evidence),
  );
  const problems = findProblems(repositories, input.inspectionProblems, findings);
  const blindSpots = findBlindSpots(findings, input, problems, evidence);
  const teams = organisation.teams.map((one) => mapTeam(one, evidence));
  const mappedAdoption = adoption.map((one) => mapAdoption(one, evidence));
  const delivery = input.delivery.map((one) => mapDelivery(one, evidence));
  const reliability = input.reliability.map((one) =>
    mapReliability(one.status, one.componentId, evidence),
  );
  const jobs = input.jobs.map((one) => mapJob(one, evidence));
  const measured = mapMeasures(input.measures, evidence);
  const declared = mapDeclared(
    input.declared,
    input.value,
    input.goals,
    organisation.capabilities,
    evidence,
  );
  const decided = mapDecision(input.decision, evidence);
  const facts = mapOrganisation(organisation, repositories);
  const items = evidence.list();
  const draft: Omit<Report, "sections"> = {
    schemaVersion,
    generatedAt: new Date(input.now).toISOString(),
    // The last second that counts: an exclusive midnight would read as the day after.
    asOf: isoTime(organisation.asOf - 1),
    tool: { name: "fulcrum", version: input.version },
    previous: input.previous === null ? null : { generatedAt: input.previous.generatedAt },
    organisation: facts,
    repositories: repositories.map(mapRepository),
    teams,
    components,
    capabilities,
    consumptions,
    adoption: mappedAdoption,
    delivery,
    deliveryRollUps: input.deliveryRollUps.map(mapDeliveryRollUp),
    reliability,
    reliabilityRollUps: rollUpObjectives(input.reliability, organisation),
    duplication:
      input.duplication === null
        ? null
        : mapDuplication(input.duplication, organisation.capabilities),
    jobs,
    jobProposals: input.jobProposals.map(mapJobProposal),
    ...measured.report,
    ...declared.report,
    ...decided.report,
    problems,
    changes: [],
    blindSpots,
    evidence: items,
    evidenceOmittedCount: 0,
  };
  const sections = describeSections({
    organisation,
    adoption,
    delivery: input.delivery,
    from: facts.from === null ? null : Date.parse(facts.from) / 1000,
    foundRepositories: input.foundRepositories,
    counts: {
      organisation: repositories.length,
      repositories: repositories.length,
      teams: teams.length,
      components: components.length,
      capabilities: capabilities.length,
      consumptions: consumptions.length,
      adoption: adoption.reduce((sum, one) => sum + one.uses.length, 0),
      delivery: delivery.reduce((sum, one) => sum + one.deploymentsTotal, 0),
      reliability: reliability.length,
      duplication: input.duplication?.filesCount ?? 0,
      jobs: input.jobs.reduce((sum, one) => sum + one.solutions.length, 0),
      ...measured.counts,
      ...declared.counts,
      ...decided.counts,
      problems: problems.length,
      changes: 0,
      blindSpots: blindSpots.length,
      evidence: items.length,
    },
    coverage: { ...measured.coverage, ...declared.coverage, ...decided.coverage },
    unknown: {
      ...findUnknowns(
        draft,
        adoption,
        { results: input.delivery, rollUps: input.deliveryRollUps },
        input.reliability,
        input.jobs,
      ),
      ...measured.unknown,
      ...declared.unknown,
      ...decided.unknown,
      duplication: duplicationUnknowns(draft.duplication),
    },
  });
  const report: Report = { ...draft, sections };
  if (input.previous === null) return report;
  const changes = compareReports(input.previous, report);
  return {
    ...report,
    changes,
    sections: { ...sections, changes: { ...sections.changes, n: changes.length } },
  };
}
