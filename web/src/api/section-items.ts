import type { SectionContent } from "#sections/report-index.ts";
import type { Report } from "#sections/report.ts";
import { oncePer } from "./once-per.ts";
import type { Delivery, Job } from "./report-rows.ts";

/** `shop in production`: names a row of deliveries in addresses. */
export function keyOfDelivery({
  application,
  environment,
}: Pick<Delivery, "application" | "environment">): string {
  return `${application} in ${environment}`;
}

/** `gem:http-client`: ecosystem and job. */
export function keyOfJob({ ecosystem, job }: Pick<Job, "ecosystem" | "job">): string {
  return `${ecosystem}:${job}`;
}

function keyed<Row>(keyOf: (row: Row) => string) {
  return oncePer(
    (rows: readonly Row[]): ReadonlyMap<string, Row> =>
      new Map(rows.map((row) => [keyOf(row), row])),
  );
}

const components = keyed<Report["components"][number]>((one) => one.id);
const capabilities = keyed<Report["capabilities"][number]>((one) => one.id);
const teams = keyed<Report["teams"][number]>((one) => one.id);
const consumptions = keyed<Report["consumptions"][number]>((one) => one.id);
const adoption = keyed<Report["adoption"][number]>((one) => one.capabilityId);
const delivery = keyed<Delivery>(keyOfDelivery);
const jobs = keyed<Job>(keyOfJob);
const reliability = keyed<Report["reliability"][number]>((one) => one.sloId);
const classes = keyed<NonNullable<Report["duplication"]>["classes"][number]>((one) => one.id);
const value = keyed<Report["value"]["capabilities"][number]>((one) => one.capabilityId);

type Of<Key extends keyof Report> = Pick<Report, Key>;

/** The rows of a section by the key that stands in addresses; built once for each section. */
export const itemsOf = {
  components: (shown: Of<"components">) => components(shown.components),
  capabilities: (shown: Of<"capabilities">) => capabilities(shown.capabilities),
  teams: (shown: Of<"teams">) => teams(shown.teams),
  consumptions: (shown: Of<"consumptions">) => consumptions(shown.consumptions),
  adoption: (shown: Of<"adoption">) => adoption(shown.adoption),
  delivery: (shown: Of<"delivery">) => delivery(shown.delivery),
  jobs: (shown: Of<"jobs">) => jobs(shown.jobs),
  reliability: (shown: Of<"reliability">) => reliability(shown.reliability),
  duplication: (shown: Of<"duplication">) => classes(shown.duplication?.classes ?? noClasses),
  value: (shown: Of<"value">) => value(shown.value.capabilities),
};

const noClasses: readonly never[] = [];

export type SectionWithItems = keyof typeof itemsOf;

export type ItemOf<Name extends SectionWithItems> =
  ReturnType<(typeof itemsOf)[Name]> extends ReadonlyMap<string, infer Row> ? Row : never;

/** One row of a section by its key; null: there is none. */
export function itemOf<Name extends SectionWithItems>(
  name: Name,
  shown: SectionContent<Name>["shown"],
  key: string,
): ItemOf<Name> | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- look-up and rows are of one name, which the compiler does not pair
  const rows = itemsOf[name] as unknown as (
    from: typeof shown,
  ) => ReadonlyMap<string, ItemOf<Name>>;
  return rows(shown).get(key) ?? null;
}
