import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { isEnvironmentName, saysItsKind } from "#evidence/environment-name.ts";
import type { DeploymentConfiguration, DeploymentSeries } from "#model/deployments.ts";
import { counted } from "#kernel/phrases.ts";
import type { Problem } from "#evidence/problem.ts";

const mostListed = 50;

/** Names in events that nothing answers to: they count, but where they belong somebody has to say. */
export function strangeNames(
  series: readonly DeploymentSeries[],
  incidents: readonly IncidentEvent[],
  componentOf: (service: string) => string | null,
  { production }: DeploymentConfiguration,
): Problem[] {
  return [
    ...strangeEnvironments(series, production),
    ...strangeServices(series, incidents, componentOf),
  ];
}

function strangeEnvironments(
  series: readonly DeploymentSeries[],
  production: readonly string[],
): Problem[] {
  const names = new Map<string, { source: string; count: number }>();
  for (const { environment, level, isTierKnown } of series) {
    const isKnown =
      isTierKnown === true ||
      isEnvironmentName(environment) ||
      saysItsKind(environment) ||
      production.includes(environment);
    if (isKnown || (level !== "event" && level !== "gitops")) continue;
    const source = level === "event" ? "events" : "gitops";
    const found = names.get(environment);
    if (found === undefined) names.set(environment, { source, count: 1 });
    else found.count++;
  }
  const problems = [...names].slice(0, mostListed).map(([environment, { source, count }]) => ({
    source,
    code: "unknown-environment",
    where: environment,
    text: `not known to be production or not: ${counted(count, "application")} deployed there ${count === 1 ? "counts" : "count"}, but not as production`,
    needs: "Name it under deployments.production in fulcrum.yaml, if it is production.",
  }));
  return [...problems, ...further(names.size, "unknown-environment", "environments", "production")];
}

function strangeServices(
  series: readonly DeploymentSeries[],
  incidents: readonly IncidentEvent[],
  componentOf: (service: string) => string | null,
): Problem[] {
  const known = new Set(series.map((one) => one.application.toLowerCase()));
  const strange = new Map<string, { first: IncidentEvent; count: number }>();
  for (const incident of incidents) {
    const { service } = incident;
    // A forge names a service by its project's path.
    const name = service.slice(service.lastIndexOf("/") + 1);
    if ([service, name].some((one) => known.has(one.toLowerCase()) || componentOf(one) !== null))
      continue;
    const found = strange.get(service);
    if (found === undefined) strange.set(service, { first: incident, count: 1 });
    else found.count++;
  }
  const problems = [...strange].slice(0, mostListed).map(([service, { first, count }]) => ({
    source: "events",
    code: "unknown-service",
    where: `${first.file}:${String(first.line)}`,
    text: `no component and no deployed application is called ${service}: ${counted(count, "incident")} ${count === 1 ? "belongs" : "belong"} to nothing`,
    needs:
      "Name its component under deployments.applications in fulcrum.yaml, or clone its repository.",
  }));
  return [...problems, ...further(strange.size, "unknown-service", "services", "applications")];
}

/** How many there are beyond those that are listed. */
function further(count: number, code: string, what: string, key: string): Problem[] {
  if (count <= mostListed) return [];
  return [
    {
      source: "events",
      code,
      where: what,
      text: `${String(count - mostListed)} more ${what} are not known`,
      needs: `Name those that are listed under deployments.${key} first: then the others are listed.`,
    },
  ];
}
