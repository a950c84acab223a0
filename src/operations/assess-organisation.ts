import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import { givenUpCode } from "#evidence/reading-codes.ts";
import { report as reportSchema, type Report } from "#sections/report.ts";
import { cataloguedNames } from "#insight/jobs/job-index.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { CompareContext, VerbContext } from "#ports/context.ts";
import { buildOrganisation } from "#model/build-organisation.ts";
import { dataEnd, endOfDay } from "#model/data-end.ts";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { requireGit } from "#sources/git/shadow.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import type { AssessInput, AssessResult } from "./gathering/assess-input.ts";
import { assessDuplication } from "./duplication/assess-duplication.ts";
import { codeNotCompared } from "./duplication/not-compared-problems.ts";
import { authorsOf } from "./gathering/known-authors.ts";
import {
  evidenceConfigurationKey,
  gatherEvidence,
  type Gathered,
} from "./gathering/gather-evidence.ts";
import {
  inspectRepositories,
  type InspectedRepository,
  type Inspection,
} from "./reading/inspect-repositories.ts";
import { advisoriesState, readAdvisories, type Advisories } from "./gathering/read-advisories.ts";
import { declaredState, readDeclared } from "./gathering/read-declared.ts";
import { eventsState } from "./gathering/delivery/read-delivery-events.ts";
import { keepAgain, keepReport, previousReport, sameReport } from "./answering/keep-report.ts";
import { openCache } from "./reading/open-cache.ts";
import { readCatalogues, type Catalogues } from "./gathering/read-catalogues.ts";
import { buildReport } from "#sections/build-report.ts";
import { modelConfiguration } from "#sections/model-configuration.ts";
import { gatherDeployments } from "./gathering/delivery/gather-deployments.ts";
import { gatherObjectives, reliabilityState } from "./gathering/objectives/gather-objectives.ts";
import { toolVersion } from "#kernel/tool-version.ts";
import type { Declared } from "#evidence/declared.ts";

/**
 * From folders of clones to the report. Reads what changed since the last time, concludes, and validates the report against
 * its schema. Throws `no-folder`, `no-repositories`, `git-missing`, `git-too-old`, `report-invalid`, `write-failed`.
 */
export async function assessOrganisation(
  context: CompareContext & Pick<VerbContext, "assessments" | "openEvidence" | "outputs">,
  input: AssessInput,
): Promise<AssessResult> {
  await requireGit();
  const { configuration, pushed = null } = input;
  const inspection = await inspectRepositories(input.folders, context.signal);
  const catalogues = await readCatalogues(configuration.catalogues, input.configurationFolder);
  const { cache, personKey } = await openCache(context, input.useCache ? input.cacheFolder : null);
  const reading = {
    personKey,
    bots: botsOf(input),
    catalogues: catalogues.inRepositories,
    deploymentPatterns: configuration.deployments.patterns,
  };
  const asked = input.asOf ?? endOfDay(context.clock.now() / 1000);
  const name = input.name ?? configuration.name ?? basename(resolve(input.folders[0] ?? "."));
  const resultKey = resultKeyOf(
    input,
    inspection,
    evidenceConfigurationKey(reading),
    catalogues,
    asked,
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
      (await input.pushed?.state()) ?? "",
      ...(input.stated === undefined ? [] : [JSON.stringify(input.stated)]),
    ].join("\n"),
  );
  const last = cache === null ? null : await context.assessments.reusable(input.cacheFolder, name);
  const same = input.listBlobsTo === null ? await sameReport(context, last, resultKey) : null;
  if (same !== null) {
    context.log.info("Nothing changed since the last assessment.");
    await keepAgain(context, input, same);
    return { report: same.report, fromCache: true };
  }
  const gathered = await gatherEvidence(context, {
    ...reading,
    repositories: inspection.repositories,
    cache,
    jobs: input.jobs ?? availableParallelism(),
    wantsBlobs: input.listBlobsTo !== null,
  });
  if (input.listBlobsTo !== null) await writeBlobList(context, input.listBlobsTo, gathered);
  context.signal.throwIfAborted();
  const concluded = await conclude(context, input, {
    inspection,
    gathered: { ...gathered, evidence: linkRepositories(gathered.evidence) },
    catalogues,
    asked,
    name,
    declared: await readDeclared(configuration, input.configurationFolder, {
      pushed,
      stated: input.stated,
    }),
    advisories: await readAdvisories(configuration.advisories, input.configurationFolder),
    previous: await previousReport(context, last),
    cache,
    personKey,
  });
  const report = validated(concluded);
  // What was given up may have been the machine's fault: the next run tries again.
  const isCompared = !report.problems.some(
    ({ code }) => code === codeNotCompared || code === givenUpCode,
  );
  const isWhole = cache !== null && gathered.isWhole && isCompared;
  await keepReport(context, input, report, isWhole ? resultKey : null);
  return { report, fromCache: false };
}

interface Material {
  readonly inspection: Inspection;
  readonly gathered: Gathered;
  readonly catalogues: Catalogues;
  /** The end of the day asked for; what was read may end before. */
  readonly asked: number;
  readonly name: string;
  readonly declared: Declared;
  readonly advisories: Advisories;
  readonly previous: Report | null;
  readonly cache: EvidenceStore | null;
  readonly personKey: string;
}

/** From what was read to the report: the model, what has to be gathered with it in hand, and the sections. */
async function conclude(
  context: CompareContext,
  input: AssessInput,
  material: Material,
): Promise<Report> {
  const { inspection, gathered, catalogues, asked, name, previous, cache } = material;
  const { configuration, configurationFolder, pushed = null } = input;
  const { evidence } = gathered;
  const publicNames = cataloguedNames();
  const { asOf, olderClones } = dataEnd(
    evidence,
    asked,
    context.clock.now() / 1000,
    fetchTimes(inspection),
  );
  const model = buildOrganisation({
    name,
    asOf,
    olderClones,
    isPublicName: (one) => publicNames.has(one),
    isAuthor: authorsOf(evidence, material.personKey),
    repositories: evidence,
    catalogues: catalogues.files,
    configuration: modelConfiguration(configuration),
  });
  const { organisation } = model;
  const readable = readAmong(inspection, gathered);
  const { findings: comparison, problems: notCompared } = input.withDuplication
    ? await assessDuplication(context, {
        repositories: readable,
        evidence,
        components: organisation.components,
        organisation: name,
        asOf,
        withTrend: input.withDuplicationTrend === true,
        jobs: input.jobs ?? availableParallelism(),
        cache,
      })
    : { findings: null, problems: [] };
  const { deployments, problems: deploymentProblems } = await gatherDeployments(context, {
    organisation,
    asked,
    evidence,
    repositories: readable,
    configured: configuration.deployments,
    configurationFolder,
    pushed,
    stated: input.stated?.events ?? [],
    bots: botsOf(input),
    cache,
  });
  const { objectives, problems: objectiveProblems } = await gatherObjectives(context, {
    asOf: asked,
    evidence,
    configuration: configuration.reliability,
    configurationFolder,
    pushed,
    cache,
  });
  return buildReport({
    version: toolVersion,
    now: context.clock.now(),
    previous,
    gathered: {
      repositories: evidence,
      foundRepositoriesCount: inspection.foundCount,
      asked,
      configuration,
      model,
      comparison,
      deployments,
      objectives,
      declared: material.declared,
      advisories: material.advisories.advisories,
      published: previous?.experience ?? null,
      readingProblems: [
        ...inspection.problems,
        ...catalogues.problems,
        ...gathered.problems,
        ...notCompared,
        ...deploymentProblems,
        ...objectiveProblems,
        ...material.advisories.problems,
        ...material.declared.problems,
      ],
    },
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

function fetchTimes({ repositories }: Inspection): ReadonlyMap<string, number> {
  return new Map(
    repositories.flatMap(({ id, fetchedAt }) => (fetchedAt === null ? [] : [[id, fetchedAt]])),
  );
}

/** Everything that a report depends on. */
function resultKeyOf(
  input: AssessInput,
  inspection: Inspection,
  readingKey: string,
  catalogues: Catalogues,
  asked: number,
  name: string,
  events: string,
  reliability: string,
  declared: string,
): string {
  // Fetched after the day asked for is fetched late enough.
  const states = inspection.repositories.map(
    (one) => `${one.id} ${one.stateKey} ${String(Math.min(one.fetchedAt ?? asked, asked))}`,
  );
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
      asked,
      name,
      input.withDuplication,
      input.withDuplicationTrend === true,
    ]),
  );
  return hash.digest("hex");
}

function botsOf(input: AssessInput): string[] {
  const corrected = input.configuration.corrections.flatMap((one) =>
    one.kind === "bot" ? [one.address] : [],
  );
  return [
    ...new Set([...input.configuration.bots, ...corrected].map((bot) => bot.toLowerCase())),
  ].sort();
}

async function writeBlobList(
  { outputs }: Pick<VerbContext, "outputs">,
  path: string,
  gathered: Gathered,
): Promise<void> {
  const lines = [...gathered.blobs].flatMap(([folder, ids]) =>
    ids.map((id) => `${folder} ${id}\n`),
  );
  await outputs.write(path, lines.join(""));
}
