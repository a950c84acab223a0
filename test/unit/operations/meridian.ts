import { configuration as configurationSchema } from "#contract/configuration.ts";
import type { ReportAdoption } from "#sections/adoption/schema.ts";
import type { Report } from "#sections/report.ts";
import * as expected from "#fixtures/expected.ts";
import { organisationName, sampleAsOf } from "#fixtures/sample-organisation.ts";
import { quietContext } from "#fixtures/quiet-context.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import type { AssessResult } from "#operations/gathering/assess-input.ts";
import type { ReportCapability } from "#sections/capabilities/schema.ts";
import type { ReportConsumption } from "#sections/consumptions/schema.ts";

const { publishedCatalogue } = expected;

/** `fulcrum.yaml` of Meridian Railways: its catalogue, the decision on telemetry, and which packages do the same job. */
export const meridianSettings = {
  catalogues: [
    {
      path: publishedCatalogue.path,
      itemsAt: publishedCatalogue.list,
      fields: publishedCatalogue.fields,
    },
  ],
  mandates: [
    {
      capability: expected.telemetry.name,
      at: "2022-02-21",
      text: `${expected.expectedWave.decision.repository}: ${expected.expectedWave.decision.path}`,
    },
  ],
  jobs: [
    { job: "page layout", packages: ["page_shell", "meridian_components"] },
    { job: "base of services", packages: ["@meridian/service-kit", "pkg:npm/fastify"] },
    {
      job: "telemetry",
      packages: ["@meridian/telemetry", "pkg:npm/%40opentelemetry/sdk-node"],
    },
    { job: "settings", packages: ["meridian_config"] },
  ],
};

export interface AssessMeridian {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The last day that counts. */
  readonly asOf?: string;
  readonly cacheFolder?: string;
  /** `generatedAt` */
  readonly now?: string;
  /** A whole `fulcrum.yaml` in place of `meridianSettings`, and the folder that its files lie in. */
  readonly fedIn?: { readonly configuration: unknown; readonly folder: string };
  readonly withDuplication?: boolean;
}

/** Assesses the folders in this process, from source. Without a cache folder nothing is kept. */
export function assessMeridian(
  folders: readonly string[],
  {
    settings = {},
    asOf = sampleAsOf,
    cacheFolder,
    now,
    fedIn,
    withDuplication = false,
  }: AssessMeridian = {},
): Promise<AssessResult> {
  const context = quietContext({ now: now ?? "2026-07-01T09:00:00Z" });
  return assessOrganisation(context, {
    folders,
    name: organisationName,
    configuration: configurationSchema.parse(
      fedIn?.configuration ?? { ...meridianSettings, ...settings },
    ),
    configurationFolder: fedIn?.folder ?? folders[0] ?? ".",
    asOf: Date.parse(`${asOf}T00:00:00Z`) / 1000 + 86_400,
    jobs: 2,
    cacheFolder: cacheFolder ?? "",
    useCache: cacheFolder !== undefined,
    listBlobsTo: null,
    withDuplication,
  });
}

const prefix = "component:github.com/meridian-railways/";

/** `web-kit` or `web-kit#packages/ui`, as `expected.ts` writes them → id. */
export function componentId(name: string): string {
  return `${prefix}${name.includes("#") ? name : `${name}#.`}`;
}

/** The opposite of `componentId`. */
export function shortName(id: string): string {
  return id.slice(prefix.length).replace(/#\.$/, "");
}

/** Names that the report gives to what the plan calls by its address. */
const shownAs: Readonly<Record<string, string>> = {
  [expected.workflows.name]: "ci-workflows",
  [expected.nodeBase.name]: "node-base image",
  [expected.rubyBase.name]: "ruby-base image",
  [expected.queueModule.name]: "infrastructure/queue module",
  [expected.railEvents.name]: "com.meridianrailways/rail-events",
};

export interface Found {
  readonly capability: ReportCapability;
  readonly adoption: ReportAdoption;
  readonly uses: readonly ReportConsumption[];
  /** Position of `adoption` in the report. */
  readonly index: number;
}

export function find(report: Report, name: string): Found {
  const capability = report.capabilities.find((one) => one.name === (shownAs[name] ?? name));
  if (capability === undefined) throw new Error(`The report has no capability ${name}`);
  const index = report.adoption.findIndex((one) => one.capabilityId === capability.id);
  const adoption = report.adoption[index];
  if (adoption === undefined) throw new Error(`The report has no adoption of ${name}`);
  const uses = report.consumptions.filter((one) => one.capabilityId === capability.id);
  return { capability, adoption, uses, index };
}

export function day(instant: string): string {
  return instant.slice(0, 10);
}
