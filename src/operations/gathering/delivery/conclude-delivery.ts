import { rm } from "node:fs/promises";
import type { ConfiguredDeployments } from "#contract/configuration-delivery.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import { rollUpDelivery, type DeliveryRollUp } from "#insight/delivery/roll-up.ts";
import { serviceIncidents } from "#insight/delivery/service-incidents.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { OperationContext } from "#ports/context.ts";
import { componentFinder } from "#model/deployed-applications.ts";
import { gatherDeployments, type DeploymentConfiguration } from "#model/deployments.ts";
import { mergeSeries } from "#model/merge-series.ts";
import type { Organisation } from "#model/organisation.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { makeTemporaryFolder } from "#sources/git/temporary-folder.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import type { Shadows } from "#operations/duplication/shadow-location.ts";
import type { InspectedRepository } from "#operations/reading/inspect-repositories.ts";
import { containedCommits } from "./contained-commits.ts";
import { readDeliveryEvents, type DeliveryEvents } from "./read-delivery-events.ts";
import { readMerges } from "./read-merges.ts";
import { scopesOf } from "#sections/delivery/scopes.ts";
import { strangeNames } from "#sections/delivery/strange-names.ts";
import type { Problem } from "#evidence/problem.ts";
import { toldSeries } from "./told-series.ts";

export interface DeliveryMaterial {
  readonly organisation: Organisation;
  readonly evidence: readonly RepositoryEvidence[];
  readonly repositories: readonly InspectedRepository[];
  readonly configuration: ConfiguredDeployments;
  /** Where relative paths of the configuration start. */
  readonly configurationFolder: string;
  readonly bots: readonly string[];
  /** Components classed as products. */
  readonly productIds: ReadonlySet<string>;
  readonly cache: EvidenceStore | null;
}

export interface DeliveryConclusion {
  readonly results: readonly DeliveryResult[];
  readonly rollUps: readonly DeliveryRollUp[];
  readonly problems: readonly Problem[];
}

/** Deployments from every source, the commits they brought, and what that says of delivery. */
export async function concludeDelivery(
  context: OperationContext,
  material: DeliveryMaterial,
): Promise<DeliveryConclusion> {
  const events = await readDeliveryEvents(
    material.configuration,
    material.configurationFolder,
    context.clock.now(),
    context.signal,
  );
  const folder = await makeTemporaryFolder();
  try {
    const shadows = {
      sha1: await createShadow(folder, "sha1"),
      sha256: await createShadow(folder, "sha256"),
    };
    return await concludeFrom(context, material, events, shadows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function concludeFrom(
  { signal }: OperationContext,
  material: DeliveryMaterial,
  events: DeliveryEvents,
  shadows: Shadows,
): Promise<DeliveryConclusion> {
  const { organisation, evidence, repositories, bots, cache } = material;
  const { asOf, components } = organisation;
  const configuration = modelOf(material.configuration);
  const told = toldSeries(
    gatherDeployments({
      asOf,
      repositories: evidence,
      components,
      events: events.deployments,
      configuration,
    }),
  );
  const better = told.series;
  const known = new Set(better.map((one) => one.componentId));
  const others = components.filter((one) => !known.has(one.id) && one.goneAt === null);
  const reading = { repositories, shadows, cache, signal };
  const merges = await readMerges({ ...reading, components: others, evidence });
  const series = [...better, ...mergeSeries(others, evidence, merges.byComponent, asOf)];
  const { contained, problems } = await containedCommits({
    ...reading,
    series,
    components,
    bots,
    withLineIds: [...events.stages.keys()].some((key) => key.startsWith("opened ")),
  });
  const componentOf = componentFinder(components, configuration);
  const results = assessDelivery({
    asOf,
    series,
    contained,
    stages: events.stages,
    incidents: serviceIncidents(series, events.incidents, componentOf),
    incidentsSince: events.incidents[0]?.startedAt ?? null,
  });
  const rollUps = rollUpDelivery({
    asOf,
    results,
    contained: (result) => contained.get(result.series),
    scopesAt: scopesOf(organisation, material.productIds),
  });
  const strange = strangeNames(series, events.incidents, componentOf, configuration);
  return {
    results,
    rollUps,
    problems: [...events.problems, ...told.problems, ...strange, ...merges.problems, ...problems],
  };
}

function modelOf(configured: ConfiguredDeployments): DeploymentConfiguration {
  return {
    applications: new Map(Object.entries(configured.applications)),
    production: configured.production,
    releaseTags: [configured.releaseTags ?? []].flat(),
  };
}
