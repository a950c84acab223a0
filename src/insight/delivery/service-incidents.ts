import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { isProductionName } from "#evidence/environment-name.ts";
import type { DeploymentSeries } from "#model/deployments.ts";

/**
 * Incidents of each series: those of its component (or, unknown, of its name) in its environment. An incident without an
 * environment is of production, and so is one whose environment has another production name.
 */
export function serviceIncidents(
  series: readonly DeploymentSeries[],
  incidents: readonly IncidentEvent[],
  componentOf: (service: string) => string | null,
): Map<DeploymentSeries, IncidentEvent[]> {
  const byService = new Map<string, IncidentEvent[]>();
  for (const incident of incidents) {
    const key = componentOf(incident.service) ?? incident.service.toLowerCase();
    const known = byService.get(key);
    if (known === undefined) byService.set(key, [incident]);
    else known.push(incident);
  }
  return new Map(
    series.map((one) => [
      one,
      (byService.get(one.componentId ?? one.application.toLowerCase()) ?? []).filter(
        ({ environment }) =>
          environment === one.environment ||
          (one.isProduction && (environment === null || isProductionName(environment))),
      ),
    ]),
  );
}
