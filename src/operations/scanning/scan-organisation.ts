import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { slug } from "#contract/primitives.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import type { VerbContext } from "#ports/context.ts";
import type { RunningJob, WatchedRepository } from "#ports/jobs.ts";
import { updateMirror } from "#sources/git/mirror.ts";
import { folderOf, readConfiguration } from "../configuration/read-configuration.ts";
import { statedFacts } from "../declaring/stated-facts.ts";
import type { WorkContext } from "./scan-context.ts";
import { allowedFolder, mirrorSource } from "./watch-rules.ts";

type ScanContext = Omit<WorkContext, "jobs" | "onJob">;

/**
 * One scan of an organisation, as `assess` does it: its copies are brought up to date where that is wanted, all is read and
 * concluded, and saving the assessment completes the job. What cannot be read is told, and the rest is scanned. Throws as
 * `assessOrganisation`, and `place-refused`, `git-failed` where nothing is left.
 */
export async function scanOrganisation(context: ScanContext, job: RunningJob): Promise<void> {
  const own = join(context.dataFolder, "organisations", slug.parse(job.organisation));
  const mirrors = join(own, "mirrors");
  await removeUnwatched(mirrors, job.repositories);
  const { folders, failures } = await foldersToRead(context, job, mirrors);
  const [failure] = failures;
  if (folders.length === 0) throw failure ?? nothingWatched(job.organisation);
  const watched = job.repositories.filter(({ kind }) => kind === "folder");
  const configuration = await readConfiguration(context, {
    path: null,
    lookIn: [own, ...watched.map(({ address }) => address).filter((one) => folders.includes(one))],
    read: folders,
  });
  const assessments = await job.assessments(() => ({ foldersNotRead: failures.length }));
  const evidence = join(own, "evidence");
  const verbContext: VerbContext = {
    ...context,
    assessments,
    openEvidence: (_place, onFailure) => context.openEvidence(evidence, onFailure),
  };
  const stated = statedFacts(job.declared);
  const { name, corrections } = configuration.configuration;
  await context.assess(verbContext, {
    folders,
    name: name ?? job.organisation,
    configuration: {
      ...configuration.configuration,
      corrections: [...corrections, ...stated.corrections],
    },
    stated: stated.texts,
    configurationFolder: folderOf(configuration, own),
    ...(context.inbox === undefined ? {} : { pushed: context.inbox.pushed(job.organisation) }),
    asOf: null,
    jobs: context.readers,
    cacheFolder: placeOf(job.organisation),
    useCache: true,
    keep: { configurationPath: configuration.path, isLatest: false },
    withDuplication: true,
    withDuplicationTrend: false,
    listBlobsTo: null,
  });
}

/** Where assessments of an organisation of the service are kept. */
function placeOf(organisation: string): string {
  return `organisation:${organisation}`;
}

interface ToRead {
  readonly folders: readonly string[];
  /** Of what is watched and cannot be read, in no way. */
  readonly failures: readonly FulcrumError[];
}

async function foldersToRead(
  context: ScanContext,
  job: RunningJob,
  mirrors: string,
): Promise<ToRead> {
  const folders: string[] = [];
  const failures: FulcrumError[] = [];
  const { progress, log } = context;
  const addresses = job.repositories.filter(isToBeFetched);
  if (addresses.length > 0) progress.start("Fetching", addresses.length, "repositories");
  let done = 0;
  for (const repository of job.repositories) {
    context.signal.throwIfAborted();
    try {
      folders.push(await folderToRead(context, job, mirrors, repository));
    } catch (error) {
      if (!(error instanceof FulcrumError) || error.code === "job-lost") throw error;
      failures.push(error);
      log.warn(`${repository.address} was not read: ${error.message}`);
    }
    if (addresses.includes(repository)) progress.advance(++done);
  }
  if (addresses.length > 0) progress.finish();
  return { folders, failures };
}

function isToBeFetched({ kind, wantedAt, fetchedAt }: WatchedRepository): boolean {
  return kind === "address" && (wantedAt !== null || fetchedAt === null);
}

async function folderToRead(
  context: ScanContext,
  job: RunningJob,
  mirrors: string,
  repository: WatchedRepository,
): Promise<string> {
  if (repository.kind === "folder")
    return (await allowedFolder(repository.address, context.rules)).address;
  const folder = join(mirrors, repository.id);
  // A worker on another machine has no copy yet.
  const hasCopy = (await readdir(folder).catch(() => [])).length > 0;
  if (hasCopy && !isToBeFetched(repository)) return folder;
  try {
    const source = await mirrorSource(repository, context.rules, context.resolve);
    const update = context.updateMirror ?? updateMirror;
    await update(join(folder, mirrorName(repository)), source, context.signal);
  } catch (error) {
    context.signal.throwIfAborted();
    await job.fetched(repository.id, messageOf(error));
    // What may not be fetched any more is not read either; of what is out of reach the copy of before is.
    if (!hasCopy || (error instanceof FulcrumError && error.code === "place-refused")) throw error;
    context.log.warn(`${repository.address} was read as it was before: ${messageOf(error)}`);
    return folder;
  }
  await job.fetched(repository.id, null);
  return folder;
}

/** As a clone of it would be called. */
function mirrorName({ address }: WatchedRepository): string {
  const [name = ""] = /[^/:]+$/.exec(address.replace(/\/$/, "")) ?? [];
  return `${name.replace(/\.git$/, "")}.git`;
}

async function removeUnwatched(
  mirrors: string,
  repositories: readonly WatchedRepository[],
): Promise<void> {
  const watched = new Set(repositories.map(({ id }) => id));
  for (const name of await readdir(mirrors).catch(() => []))
    if (!watched.has(name)) await rm(join(mirrors, name), { recursive: true, force: true });
}

function nothingWatched(organisation: string): FulcrumError {
  return new FulcrumError(
    "not-watched",
    `Nothing of ${organisation} is watched any more.`,
    "Name a folder of clones or the address of a repository to watch.",
  );
}
