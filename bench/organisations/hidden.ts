import { configuration as schema } from "#contract/configuration.ts";
import { classifyComponents } from "#insight/classification/classify-components.ts";
import { buildOrganisation } from "#model/build-organisation.ts";
import { gatherEvidence } from "#operations/gathering/gather-evidence.ts";
import { inspectRepositories } from "#operations/reading/inspect-repositories.ts";
import { modelConfiguration } from "#sections/model-configuration.ts";
import { FileCache } from "#store/files/cache.ts";
import type { Organisation } from "#model/organisation.ts";
import { withoutCatalogue } from "../classification/without-catalogue.ts";
import type { ClassedComponent } from "./classes.ts";

/** Classes as if no catalogue stood in any repository: see `organisationWithoutCatalogue`. */
export async function classesWithoutCatalogue(
  folder: string,
  cacheFolder: string,
  asOf: number,
): Promise<ClassedComponent[]> {
  const organisation = await organisationWithoutCatalogue(folder, cacheFolder, asOf);
  const classes = new Map(
    classifyComponents(organisation).map((one) => [one.componentId, one] as const),
  );
  return organisation.components.flatMap(({ id, repositoryId, path }): ClassedComponent[] => {
    const found = classes.get(id);
    if (found === undefined) return [];
    return [{ repositoryId, path, class: found.class, probabilities: found.probabilities }];
  });
}

/**
 * The organisation as if no catalogue stood in any repository: no entity makes a component or names an owner. Takes the
 * evidence that an assessment with nothing configured left in the cache; `asOf` in seconds, exclusive.
 */
export async function organisationWithoutCatalogue(
  folder: string,
  cacheFolder: string,
  asOf: number,
): Promise<Organisation> {
  const cache = new FileCache(cacheFolder);
  const context = {
    clock: { now: () => asOf * 1000 },
    signal: new AbortController().signal,
    progress: { start: nothing, advance: nothing, finish: nothing },
    log: { info: nothing, warn: nothing, debug: nothing },
  };
  const { repositories } = await inspectRepositories([folder], context.signal);
  const { evidence, readCount, problems } = await gatherEvidence(context, {
    repositories,
    cache,
    personKey: await cache.identityKey(),
    bots: [],
    catalogues: [],
    deploymentPatterns: [],
    jobs: 2,
    wantsBlobs: false,
  });
  // Where the assessment lost a repository, so does this; all else must come from what it read.
  if (readCount > problems.length)
    throw new Error(`${String(readCount)} repositories of ${folder} were not in the cache`);
  return buildOrganisation({
    name: "measured",
    asOf,
    repositories: evidence.map(withoutCatalogue),
    catalogues: [],
    configuration: modelConfiguration(schema.parse({})),
  }).organisation;
}

function nothing(): undefined {
  return undefined;
}
