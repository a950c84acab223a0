import { z } from "zod";

const text = z.string().trim().min(1).max(500);

/** The part `deployments` of `fulcrum.yaml`. */
export const deploymentConfiguration = z
  .strictObject({
    patterns: z
      .array(
        z.strictObject({
          repository: text.nullable().default(null).describe("name or id; absent: every one"),
          path: text.describe(
            "charts/{application}/values-{environment}.yaml; * is any part of a segment",
          ),
          environment: text.nullable().default(null).describe("where the path does not say"),
          application: text.nullable().default(null).describe("where the path does not say"),
          key: text.nullable().default(null).describe("key of the version; absent: the usual ones"),
        }),
      )
      .default([])
      .describe("files that say what is to run where, besides those that are detected"),
    applications: z
      .record(text, text)
      .default({})
      .describe("application as deployed → id or name of the component"),
    production: z
      .array(text)
      .default([])
      .describe("environments that are production, besides the usual names"),
    releaseTags: z
      .union([text, z.array(text)])
      .nullable()
      .default(null)
      .describe("tags that are releases: v{version}, or a list; a repository's first counts"),
    events: z
      .array(text)
      .default([])
      .describe("files or folders of deployment and incident events, relative to fulcrum.yaml"),
    incidentLabels: z
      .array(text)
      .default(["incident"])
      .describe("labels of issues that are incidents"),
    timeZone: text
      .refine(isTimeZone, "no time zone of the IANA database, such as Europe/Berlin")
      .nullable()
      .default(null)
      .describe("zone of times in event files that name none; absent: UTC"),
  })
  .meta({ id: "DeploymentConfiguration" });

export type ConfiguredDeployments = z.infer<typeof deploymentConfiguration>;

export const noDeploymentConfiguration: ConfiguredDeployments = {
  patterns: [],
  applications: {},
  production: [],
  releaseTags: null,
  events: [],
  incidentLabels: ["incident"],
  timeZone: null,
};

/** Whether the machine's database of zones knows the name. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // Intl throws on a name that it does not know
  }
}
