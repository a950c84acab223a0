import { rm } from "node:fs/promises";
import type { ConfiguredDeployments } from "#contract/configuration-delivery.ts";
import type { Problem } from "#evidence/problem.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { OperationContext } from "#ports/context.ts";
import type { Pushed } from "#ports/inbox.ts";
import { deploymentsFrom } from "#model/find-deployments.ts";
import { mergeSeries } from "#model/merge-series.ts";
import type { Organisation } from "#model/organisation.ts";
import { deploymentConfiguration } from "#sections/delivery/conclude.ts";
import type { GatheredDeployments } from "#sections/gathered.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { makeTemporaryFolder } from "#sources/git/temporary-folder.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import type { Shadows } from "#operations/duplication/shadow-location.ts";
import type { InspectedRepository } from "#operations/reading/inspect-repositories.ts";
import type { StatedText } from "../stated-texts.ts";
import { applicationsByCommits } from "./applications-by-commits.ts";
import { containedCommits } from "./contained-commits.ts";
import { readDeliveryEvents, type DeliveryEvents } from "./read-delivery-events.ts";
import { readMerges } from "./read-merges.ts";
import { toldSeries } from "./told-series.ts";

export interface DeploymentSources {
  readonly organisation: Organisation;
  /** Events may reach further than the clones: up to the day asked for they count. */
  readonly asked: number;
  readonly evidence: readonly RepositoryEvidence[];
  readonly repositories: readonly InspectedRepository[];
  readonly configured: ConfiguredDeployments;
  /** Where relative paths of the configuration start. */
  readonly configurationFolder: string;
  /** Null: nothing is pushed here. */
  readonly pushed: Pushed | null;
  /** Events that are stated elsewhere than in files. */
  readonly stated: readonly StatedText[];
  readonly bots: readonly string[];
  readonly cache: EvidenceStore | null;
}

export interface DeploymentsFound {
  readonly deployments: GatheredDeployments;
  readonly problems: readonly Problem[];
}

/** Deployments from every source, and the commits they brought. */
export async function gatherDeployments(
  context: OperationContext,
  sources: DeploymentSources,
): Promise<DeploymentsFound> {
  const events = await readDeliveryEvents(
    sources.configured,
    sources.configurationFolder,
    { now: context.clock.now(), signal: context.signal },
    { pushed: sources.pushed, stated: sources.stated },
  );
  const folder = await makeTemporaryFolder();
  try {
    const shadows = {
      sha1: await createShadow(folder, "sha1"),
      sha256: await createShadow(folder, "sha256"),
    };
    return await gatherFrom(context, sources, events, shadows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function gatherFrom(
  { signal }: OperationContext,
  sources: DeploymentSources,
  events: DeliveryEvents,
  shadows: Shadows,
): Promise<DeploymentsFound> {
  const { organisation, asked, evidence, repositories, bots, cache } = sources;
  const configuration = deploymentConfiguration(sources.configured);
  const { components } = organisation;
  const input = {
    asOf: asked,
    repositories: evidence,
    components,
    events: events.deployments,
    configuration,
  };
  const byName = deploymentsFrom(input);
  const nameless = { series: byName, components, repositories, shadows, signal };
  const byCommits = await applicationsByCommits(nameless);
  const told = toldSeries(
    byCommits.components.size === 0
      ? byName
      : deploymentsFrom({ ...input, byCommits: byCommits.components }),
  );
  const better = told.series;
  const known = new Set(better.map((one) => one.componentId));
  const others = components.filter((one) => !known.has(one.id) && one.goneAt === null);
  const reading = { repositories, shadows, cache, signal };
  const merges = await readMerges({ ...reading, components: others, evidence });
  const series = [...better, ...mergeSeries(others, evidence, merges.byComponent, asked)];
  const { contained, problems } = await containedCommits({
    ...reading,
    series,
    components,
    bots,
    withLineIds: [...events.stages.keys()].some((key) => key.startsWith("opened ")),
  });
  return {
    deployments: {
      series,
      contained,
      stages: events.stages,
      incidents: events.incidents,
      reportedUntil: newestReport(events),
    },
    problems: [
      ...events.problems,
      ...byCommits.problems,
      ...told.problems,
      ...merges.problems,
      ...problems,
    ],
  };
}

/** The last thing that events tell of. */
function newestReport({ deployments, incidents }: DeliveryEvents): number | null {
  let newest = -Infinity;
  const look = (at: number | null): void => {
    if (at !== null && at > newest) newest = at;
  };
  for (const { columns, rows } of deployments) for (const row of rows) look(columns.at(row));
  for (const { startedAt, resolvedAt } of incidents) {
    look(startedAt);
    look(resolvedAt);
  }
  return newest === -Infinity ? null : newest;
}
