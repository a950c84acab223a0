import { sampleReport } from "#fixtures/sample-report.ts";
import type { Report } from "#sections/report.ts";
import type {
  Adoption,
  Capability,
  Component,
  Consumption,
  Delivery,
  Job,
  Objective,
  Team,
} from "#web/api/report-rows.ts";

export const sample = sampleReport();

/** A row of the sample with what a test is about. */
function like<Row>(row: Row | undefined, changes: Partial<Row>): Row {
  if (row === undefined) throw new Error("The sample has no such row");
  return { ...row, ...changes };
}

export const use = (changes: Partial<Consumption>): Consumption =>
  like(sample.consumptions[0], { scope: "runtime", to: null, ...changes });

export const component = (id: string, changes: Partial<Component> = {}): Component =>
  like(sample.components[0], { id, name: id.replace("component:", ""), ...changes });

export const capability = (id: string, changes: Partial<Capability> = {}): Capability =>
  like(sample.capabilities[0], { id, name: id.replace("capability:", ""), ...changes });

export const team = (id: string, changes: Partial<Team> = {}): Team =>
  like(sample.teams[0], { id, name: id.replace("team:", ""), ...changes });

export const adoption = (changes: Partial<Adoption>): Adoption => like(sample.adoption[0], changes);

export const delivery = (changes: Partial<Delivery>): Delivery => like(sample.delivery[0], changes);

export const job = (changes: Partial<Job>): Job => like(sample.jobs[0], changes);

export const objective = (changes: Partial<Objective>): Objective =>
  like(sample.reliability[0], changes);

export const byId = <Row extends { readonly id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]));

export const namesOf = ({
  components,
  capabilities,
  teams,
}: Pick<Report, "components" | "capabilities" | "teams">) => ({
  components: byId(components),
  capabilities: byId(capabilities),
  teams: byId(teams),
});

/** Blanks that do not break read like blanks. */
export const plain = (text: string): string => text.replaceAll("\u00a0", " ");
