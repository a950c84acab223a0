import type { ConfiguredDeployments } from "#contract/configuration-delivery.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import { serviceIncidents } from "#insight/delivery/service-incidents.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { OperationContext } from "#kernel/ports.ts";
import {
  componentFinder,
  gatherDeployments,
  type DeploymentConfiguration,
} from "#model/deployments.ts";
import type { Organisation } from "#model/organisation.ts";
import type { FileCache } from "#store/files/cache.ts";
import type { InspectedRepository, InspectionProblem } from "../inspect-repositories.ts";
import { containedCommits } from "./contained-commits.ts";
import { readDeliveryEvents } from "./read-delivery-events.ts";

export interface DeliveryMaterial {
  readonly organisation: Organisation;
  readonly evidence: readonly RepositoryEvidence[];
  readonly repositories: readonly InspectedRepository[];
  readonly configuration: ConfiguredDeployments;
  /** Where relative paths of the configuration start. */
  readonly configurationFolder: string;
  readonly bots: readonly string[];
  readonly cache: FileCache | null;
}

export interface DeliveryConclusion {
  readonly results: readonly DeliveryResult[];
  readonly problems: readonly InspectionProblem[];
}

/** Deployments from every source, the commits they brought, and what that says of delivery. */
export async function concludeDelivery(
  context: OperationContext,
  material: DeliveryMaterial,
): Promise<DeliveryConclusion> {
  const { organisation, evidence } = material;
  const configuration = modelOf(material.configuration);
  const events = await readDeliveryEvents(
    material.configuration,
    material.configurationFolder,
    context.clock.now(),
    context.signal,
  );
  const series = gatherDeployments({
    asOf: organisation.asOf,
    repositories: evidence,
    components: organisation.components,
    events: events.deployments,
    configuration,
  });
  const { contained, problems } = await containedCommits({
    series,
    components: organisation.components,
    repositories: material.repositories,
    bots: material.bots,
    cache: material.cache,
    signal: context.signal,
  });
  const results = assessDelivery({
    asOf: organisation.asOf,
    series,
    contained,
    incidents: serviceIncidents(
      series,
      events.incidents,
      componentFinder(organisation.components, configuration),
    ),
    incidentsSince: events.incidents[0]?.startedAt ?? null,
  });
  return { results, problems: [...events.problems, ...problems] };
}

function modelOf(configured: ConfiguredDeployments): DeploymentConfiguration {
  return {
    applications: new Map(Object.entries(configured.applications)),
    production: configured.production,
    releaseTags: configured.releaseTags,
  };
}
