import type { ReportCapability } from "../capabilities/schema.ts";
import type { ReportComponent } from "../components/schema.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";
import type { ReportTeam } from "../teams/schema.ts";
import type { Lookups } from "./explaining.ts";

export interface LookedThrough {
  readonly components: readonly ReportComponent[];
  readonly capabilities: readonly ReportCapability[];
  readonly teams: readonly ReportTeam[];
  /** As many as were read. */
  readonly consumptions: readonly ReportConsumption[];
}

export function lookupsOf({
  components,
  capabilities,
  teams,
  consumptions,
}: LookedThrough): Lookups {
  const names = new Map(
    [...teams, ...capabilities, ...components].map(({ id, name }) => [id, name] as const),
  );
  const ordered = consumptions.toSorted(
    (one, other) =>
      Number(one.to !== null) - Number(other.to !== null) || (one.from < other.from ? -1 : 1),
  );
  return {
    capabilities,
    components,
    uses: consumptions,
    usesOf: (id) => ordered.filter((one) => one.capabilityId === id),
    usesBy: (id) => ordered.filter((one) => one.consumerComponentId === id),
    nameOf: (id) => names.get(id) ?? id,
  };
}
