import type { ConfiguredDeployments } from "#contract/configuration-delivery.ts";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import { rollUpDelivery, type DeliveryRollUp } from "#insight/delivery/roll-up.ts";
import { serviceIncidents } from "#insight/delivery/service-incidents.ts";
import { componentFinder } from "#model/deployed-applications.ts";
import { endOfDay, seenUntil } from "#model/data-end.ts";
import type { DeploymentConfiguration, DeploymentSeries } from "#model/deployments.ts";
import type { Organisation } from "#model/organisation.ts";
import type { Gathered } from "../gathered.ts";
import { scopesOf } from "./scopes.ts";

export interface Delivery {
  readonly results: readonly DeliveryResult[];
  readonly rollUps: readonly DeliveryRollUp[];
}

/** What deployments say of delivery, by application and rolled up to teams, products and the organisation. */
export function concludeDelivery(
  { asked, deployments, configuration }: Pick<Gathered, "asked" | "deployments" | "configuration">,
  organisation: Organisation,
  productIds: ReadonlySet<string>,
): Delivery {
  const { components } = organisation;
  const { series, contained, stages, incidents, reportedUntil } = deployments;
  const repositoryOf = new Map(components.map((one) => [one.id, one.repositoryId]));
  /** Git as far as the clone goes that it stands in; what systems report as far as anything was. */
  const untilOf = (one: DeploymentSeries): number => {
    if (one.level === "event")
      return Math.max(organisation.asOf, reportedUntil === null ? 0 : endOfDay(reportedUntil));
    const recorded = one.level === "gitops" ? one.deployments.at(-1)?.repositoryId : null;
    return seenUntil(organisation, recorded ?? repositoryOf.get(one.componentId ?? ""));
  };
  const results = assessDelivery({
    asOf: asked,
    untilOf,
    series,
    contained,
    stages,
    incidents: serviceIncidents(
      series,
      incidents,
      componentFinder(components, deploymentConfiguration(configuration.deployments)),
    ),
    incidentsSince: incidents[0]?.startedAt ?? null,
  });
  return {
    results,
    rollUps: rollUpDelivery({
      asOf: results.reduce((last, one) => Math.max(last, one.window.to), organisation.asOf),
      results,
      contained: (result) => contained.get(result.series),
      scopesAt: scopesOf(organisation, productIds),
    }),
  };
}

/** `deployments` of fulcrum.yaml in the words of the model. */
export function deploymentConfiguration(
  configured: ConfiguredDeployments,
): DeploymentConfiguration {
  return {
    applications: new Map(Object.entries(configured.applications)),
    production: configured.production,
    releaseTags: [configured.releaseTags ?? []].flat(),
  };
}
