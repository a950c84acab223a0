import type { ReportAdoption } from "../adoption/schema.ts";
import type { Report } from "../report.ts";
import type { ReportComponent } from "../components/schema.ts";
import type { ReportCapability } from "../capabilities/schema.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";

/** Look-ups that every explanation needs. */
export interface ReportIndex {
  readonly report: Report;
  readonly components: ReadonlyMap<string, ReportComponent>;
  readonly capabilities: ReadonlyMap<string, ReportCapability>;
  readonly adoptionOf: ReadonlyMap<string, ReportAdoption>;
  /** Those still in use first, then by start. */
  readonly usesOf: (capabilityId: string) => readonly ReportConsumption[];
  readonly usesBy: (componentId: string) => readonly ReportConsumption[];
  /** Name of a component, capability or team; the id where the report has none. */
  readonly nameOf: (id: string) => string;
}

export function indexReport(report: Report): ReportIndex {
  const components = new Map(report.components.map((one) => [one.id, one]));
  const capabilities = new Map(report.capabilities.map((one) => [one.id, one]));
  const teams = new Map(report.teams.map((one) => [one.id, one]));
  const ordered = report.consumptions.toSorted(
    (one, other) =>
      Number(one.to !== null) - Number(other.to !== null) || (one.from < other.from ? -1 : 1),
  );
  return {
    report,
    components,
    capabilities,
    adoptionOf: new Map(report.adoption.map((one) => [one.capabilityId, one])),
    usesOf: (id) => ordered.filter((one) => one.capabilityId === id),
    usesBy: (id) => ordered.filter((one) => one.consumerComponentId === id),
    nameOf: (id) => (components.get(id) ?? capabilities.get(id) ?? teams.get(id))?.name ?? id,
  };
}
