import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import { report as reportSchema, type Report } from "#sections/report.ts";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { classifyComponents } from "#insight/classification/classify-components.ts";
import { defaultClassificationOptions } from "#insight/classification/options.ts";
import { assessJobs } from "#insight/jobs/assess-jobs.ts";
import { cataloguedNames, jobIndex, nameJobs } from "#insight/jobs/job-index.ts";
import { inferSubstitutes } from "#insight/jobs/substitutes.ts";
import { assessValue } from "#insight/value/assess-value.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext } from "#kernel/ports.ts";
import { buildOrganisation } from "#model/build-organisation.ts";
import { effortOf } from "#model/effort.ts";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { requireGit } from "#sources/git/shadow.ts";
import { writeAtomically } from "#store/files/atomic-write.ts";
import type { FileCache } from "#store/files/cache.ts";
import type { AssessInput, AssessResult } from "./assess-types.ts";
import { assessDuplication } from "./duplication/assess-duplication.ts";
import { codeNotCompared } from "./duplication/not-compared-problems.ts";
import { authorsOf } from "./known-authors.ts";
import { evidenceConfigurationKey, gatherEvidence, type Gathered } from "./gather-evidence.ts";
import {
  inspectRepositories,
  type InspectedRepository,
  type Inspection,
} from "./inspect-repositories.ts";
import { concludeDecision } from "#sections/decision/conclude.ts";
import { concludeDelivery } from "./delivery/conclude-delivery.ts";
import { concludeDeclared, unmatchedOutcomes } from "#sections/declared/conclude.ts";
import { concludeStaffing } from "#sections/staffing/conclude.ts";
import { concludeMeasures } from "#sections/measures/conclude.ts";
import { advisoriesState, readAdvisories, type Advisories } from "./decision/read-advisories.ts";
import { declaredState, readDeclared } from "./decision/read-declared.ts";
import { valueOptions } from "#sections/value/options.ts";
import { eventsState } from "./delivery/read-delivery-events.ts";
import { adoptionOptions, modelConfiguration } from "./model-configuration.ts";
import { concludeReliability, reliabilityState } from "./objectives/conclude-reliability.ts";
import { openCache } from "./open-cache.ts";
import { readCatalogues, type Catalogues } from "./read-catalogues.ts";
import { buildReport } from "#sections/build-report.ts";
import { toolVersion } from "./tool-version.ts";
import type { Declared } from "#evidence/declared.ts";

const secondsPerDay = 86_400;

interface StoredReport {
  readonly resultKey: string;
  readonly json: string;
}

/**
 * From folders of clones to the report. Reads what changed since the last time, concludes, and validates the report against
 * its schema. Throws `no-folder`, `no-repositories`, `git-missing`, `git-too-old`, `report-invalid`, `write-failed`.
 */
export async function assessOrganisation(
  context: OperationContext,
  input: AssessInput,
): Promise<AssessResult> {
  await requireGit();
  const { configuration } = input;
  const inspection = await inspectRepositories(input.folders, context.signal);
  const catalogues = await readCatalogues(configuration.catalogues, input.configurationFolder);
  const { cache, personKey } = await openCache(context, input.useCache ? input.cacheFolder : null);
  const reading = {
    personKey,
    bots: botsOf(input),
    catalogues: catalogues.inRepositories,
    deploymentPatterns: configuration.deployments.patterns,
  };
  const asOf = input.asOf ?? endOfDay(context.clock.now());
  const name = input.name ?? configuration.name ?? basename(resolve(input.folders[0] ?? "."));
  const resultKey = resultKeyOf(
    input,
    inspection,
    evidenceConfigurationKey(reading),
    catalogues,
    asOf,
    name,
    await eventsState(configuration.deployments.events, input.configurationFolder),
    await reliabilityState(
      configuration.reliability,
      input.configurationFolder,
      context.clock.now(),
    ),
    [
      await declaredState(configuration, input.configurationFolder),
      await advisoriesState(configuration.advisories, input.configurationFolder),
    ].join("\n"),
  );
  const stored = await readStored(cache, name);
  if (stored?.resultKey === resultKey && input.listBlobsTo === null) {
    context.log.info("Nothing changed since the last assessment.");
    return { report: parsedReport(stored.json), json: stored.json, fromCache: true };
  }
  const gathered = await gatherEvidence(context, {
    ...reading,
    repositories: inspection.repositories,
    cache,
    jobs: input.jobs ?? availableParallelism(),
    wantsBlobs: input.listBlobsTo !== null,
  });
  if (input.listBlobsTo !== null) await writeBlobList(input.listBlobsTo, gathered);
  context.signal.throwIfAborted();
  const report = await conclude(context, input, {
    inspection,
    gathered: { ...gathered, evidence: linkRepositories(gathered.evidence) },
    catalogues,
    asOf,
    name,
    declared: await readDeclared(configuration, input.configurationFolder),
    advisories: await readAdvisories(configuration.advisories, input.configurationFolder),
    previous: previousOf(stored),
    cache,
    personKey,
  });
  const json = JSON.stringify(validated(report));
  const isCompared = !report.problems.some(({ code }) => code === codeNotCompared);
  if (gathered.isWhole && isCompared)
    await cache?.write("results", name, "report", { resultKey, json });
  return { report, json, fromCache: false };
}

interface Material {
  readonly inspection: Inspection;
  readonly gathered: Gathered;
  readonly catalogues: Catalogues;
  readonly asOf: number;
  readonly name: string;
  readonly declared: Declared;
  readonly advisories: Advisories;
  readonly previous: Report | null;
  readonly cache: FileCache | null;
  readonly personKey: string;
}

/** Model, insights and report. */
async function conclude(
  context: OperationContext,
  input: AssessInput,
  material: Material,
): Promise<Report> {
  const { inspection, gathered, catalogues, asOf, name, previous } = material;
  const configuration = modelConfiguration(input.configuration);
  const publicNames = cataloguedNames();
  const findings = buildOrganisation({
    name,
    asOf,
    isPublicName: (one) => publicNames.has(one),
    isAuthor: authorsOf(gathered.evidence, material.personKey),
    repositories: gathered.evidence,
    catalogues: catalogues.files,
    configuration,
  });
  const { organisation } = findings;
  const classifications = classifyComponents(organisation, {
    ...defaultClassificationOptions,
    declaredClasses: configuration.declaredClasses,
    corrections: configuration.corrections,
  });
  const index = jobIndex(configuration.jobs);
  const adoption = assessAdoption(
    nameJobs(organisation, index),
    adoptionOptions(input.configuration, organisation, material.declared.requests),
  );
  const { findings: duplication, problems: notCompared } = input.withDuplication
    ? await assessDuplication(context, {
        repositories: readAmong(inspection, gathered),
        evidence: gathered.evidence,
        components: organisation.components,
        organisation: name,
        asOf,
        withTrend: input.withDuplicationTrend === true,
        jobs: input.jobs ?? availableParallelism(),
        cache: material.cache,
      })
    : { findings: null, problems: [] };
  const delivery = await concludeDelivery(context, {
    organisation: organisation,
    evidence: gathered.evidence,
    repositories: readAmong(inspection, gathered),
    configuration: input.configuration.deployments,
    configurationFolder: input.configurationFolder,
    bots: botsOf(input),
    productIds: new Set(
      classifications.filter((one) => one.class === "product").map((one) => one.componentId),
    ),
    cache: material.cache,
  });
  const reliability = await concludeReliability(context, {
    organisation: organisation,
    evidence: gathered.evidence,
    configuration: input.configuration.reliability,
    configurationFolder: input.configurationFolder,
    cache: material.cache,
  });
  const jobs = assessJobs(organisation, { index });
  const measures = concludeMeasures({
    organisation,
    repositories: gathered.evidence,
    configuration: input.configuration,
    advisories: material.advisories.advisories,
    jobs: index,
  });
  const effort = effortOf(gathered.evidence, organisation.components, asOf);
  const suppressBelow = input.configuration.thresholds.suppressBelow ?? 5;
  const staffing = concludeStaffing({
    organisation,
    repositories: gathered.evidence,
    adoption,
    effort,
    configuration: input.configuration,
    suppressBelow,
  });
  const declared = concludeDeclared({
    organisation,
    repositories: gathered.evidence,
    classifications,
    adoption,
    jobs,
    documentation: measures.documentation,
    clones: duplication?.classes ?? null,
    delivery: delivery.results,
    reliability: reliability.statuses,
    declared: material.declared,
    configuration: input.configuration,
    suppressBelow,
    published: previous?.experience ?? null,
    platformTeamsCount: staffing.platformTeamsLow,
  });
  const decision = concludeDecision({
    organisation,
    repositories: gathered.evidence,
    classifications,
    adoption,
    jobs,
    duplication,
    reliability: reliability.statuses,
    measures,
    declared,
    staffing,
    goalsCount: input.configuration.goals.length,
    configuration: input.configuration,
  });
  return buildReport({
    version: toolVersion,
    now: context.clock.now(),
    repositories: gathered.evidence,
    foundRepositories: inspection.foundCount,
    inspectionProblems: [
      ...inspection.problems,
      ...catalogues.problems,
      ...gathered.problems,
      ...notCompared,
      ...delivery.problems,
      ...reliability.problems,
      ...measures.problems,
      ...material.advisories.problems,
      ...material.declared.problems,
      ...unmatchedOutcomes(declared.outcomes),
    ],
    findings,
    classifications,
    adoption,
    delivery: delivery.results,
    deliveryRollUps: delivery.rollUps,
    reliability: reliability.statuses,
    duplication,
    jobs,
    jobProposals: inferSubstitutes(organisation, index),
    measures,
    declared,
    value: assessValue(
      {
        organisation,
        effort,
        adoption,
        delivery: delivery.results,
        platformIds: new Set(
          classifications.filter((one) => one.class === "platform").map((one) => one.componentId),
        ),
      },
      valueOptions(input.configuration),
    ),
    goals: input.configuration.goals,
    decision,
    previous,
  });
}

/** A repository that could not be read is not tried again for what else its objects may tell. */
function readAmong(inspection: Inspection, { evidence }: Gathered): InspectedRepository[] {
  const read = new Set(evidence.map(({ id }) => id));
  return inspection.repositories.filter(({ id }) => read.has(id));
}

function validated(report: Report): Report {
  const checked = reportSchema.safeParse(report);
  if (checked.success) return checked.data;
  const first = checked.error.issues[0];
  throw new FulcrumError(
    "report-invalid",
    `The report does not match its own schema at /${first?.path.join("/") ?? ""}: ${first?.message ?? "unknown"}.`,
    "This is a fault of fulcrum: please report it with the output of --debug.",
    { cause: checked.error },
  );
}

/** Everything that a report depends on. */
function resultKeyOf(
  input: AssessInput,
  inspection: Inspection,
  readingKey: string,
  catalogues: Catalogues,
  asOf: number,
  name: string,
  events: string,
  reliability: string,
  declared: string,
): string {
  const states = inspection.repositories.map((one) => `${one.id} ${one.stateKey}`);
  const hash = createHash("sha256");
  hash.update(
    JSON.stringify([
      toolVersion,
      readingKey,
      events,
      reliability,
      declared,
      states,
      inspection.problems,
      input.configuration,
    ]),
  );
  hash.update(
    JSON.stringify([
      catalogues.files,
      catalogues.problems,
      asOf,
      name,
      input.withDuplication,
      input.withDuplicationTrend === true,
    ]),
  );
  return hash.digest("hex");
}

function parsedReport(json: string): Report {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- validated when it was written
  return JSON.parse(json) as Report;
}

async function readStored(cache: FileCache | null, name: string): Promise<StoredReport | null> {
  return (await cache?.read<StoredReport>("results", name, "report"))?.value ?? null;
}

function previousOf(stored: StoredReport | null): Report | null {
  if (stored === null) return null;
  const parsed = reportSchema.safeParse(JSON.parse(stored.json));
  return parsed.success ? parsed.data : null;
}

function botsOf(input: AssessInput): string[] {
  const corrected = input.configuration.corrections.flatMap((one) =>
    one.kind === "bot" ? [one.address] : [],
  );
  return [
    ...new Set([...input.configuration.bots, ...corrected].map((bot) => bot.toLowerCase())),
  ].sort();
}

function endOfDay(milliseconds: number): number {
  return (Math.floor(milliseconds / 1000 / secondsPerDay) + 1) * secondsPerDay;
}

async function writeBlobList(path: string, gathered: Gathered): Promise<void> {
  const lines = [...gathered.blobs].flatMap(([folder, ids]) =>
    ids.map((id) => `${folder} ${id}\n`),
  );
  await writeAtomically(path, lines.join(""));
}
