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
  const known = new Set(series.map((one) => one.componentId ?? one.application.toLowerCase()));
  for (const incident of incidents) {
    const key = keyOf(incident.service, known, componentOf);
    const those = byService.get(key);
    if (those === undefined) byService.set(key, [incident]);
    else those.push(incident);
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

/** A forge names a service by its project's path, whose last part may be what the application is called. */
function keyOf(
  service: string,
  known: ReadonlySet<string>,
  componentOf: (service: string) => string | null,
): string {
  const whole = componentOf(service) ?? service.toLowerCase();
  if (known.has(whole) || !service.includes("/")) return whole;
  const name = service.slice(service.lastIndexOf("/") + 1);
  const short = componentOf(name) ?? name.toLowerCase();
  return known.has(short) ? short : whole;
}
