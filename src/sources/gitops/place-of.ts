import type { AskedVersion } from "./asked-versions.ts";
import type { DeploymentPath } from "./deployment-paths.ts";

/** Parts of one application, which its path names. */
const partName =
  /^(?:web|workers?|app|main|server|cron|cron-?jobs?|jobs?|scheduler|migrations?|side-?cars?|init|defaults?|deployment|service|pod|stateful-?set|controllers?)$/i;

/** Keys that are called like environments speak only where neither path nor content names one. Null: nothing does. */
export function placeOf(
  found: DeploymentPath,
  { application, environment, keyed }: AskedVersion,
): { readonly application: string | null; readonly environment: string } | null {
  const named = environment ?? found.environment;
  const isPart = found.application !== null && application !== null && partName.test(application);
  if (named !== null) return { application: isPart ? null : application, environment: named };
  const byKey = keyed?.environment ?? null;
  return byKey === null ? null : { application: keyed?.application ?? null, environment: byKey };
}
