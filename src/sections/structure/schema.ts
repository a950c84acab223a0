import { z } from "zod";
import { count, evidenceIds, fraction, identifier, instant } from "#contract/primitives.ts";
import { consumptionVias, endReasons, scopes } from "#vocabulary/adoption.ts";
import { confidences } from "#vocabulary/evidence.ts";
import {
  capabilityKinds,
  componentClasses,
  customerKinds,
  lifecycles,
  ownerKinds,
  ownerSources,
  ownersKnown,
} from "#vocabulary/structure.ts";

export const organisation = z
  .object({
    name: z.string(),
    repositoryCount: count,
    componentCount: count,
    teamCount: count.describe("teams that own something; persons are none"),
    ownersKnown: z
      .enum(ownersKnown)
      .describe("of most components, of some (there are at least so many teams), of none"),
    commitCount: count.describe("reachable from default branches"),
    mainlineCommitCount: count.describe("first parent only"),
    from: instant.nullable(),
    to: instant.nullable(),
  })
  .meta({ id: "Organisation" });

export const repository = z
  .object({
    id: z.string().startsWith("repository:"),
    name: z.string(),
    defaultBranch: z.string().nullable(),
    head: z.string().nullable(),
    shallow: z.boolean(),
    commitCount: count.describe("in tens where one person alone works there"),
    lastCommit: instant.nullable().describe("its month where one person alone works there"),
    botShare: fraction.nullable().describe("share of commits made by bots"),
    unreadable: z.array(z.string()),
  })
  .meta({ id: "Repository" });

export const team = z
  .object({
    id: z.string().startsWith("team:"),
    name: z.string(),
    source: z.enum(ownerSources),
    kind: z.enum(ownerKinds),
    componentIds: z.array(identifier),
    evidenceIds,
  })
  .meta({ id: "Team" });

export const reason = z
  .object({ text: z.string(), weight: z.number().describe("log-odds"), evidenceIds })
  .meta({ id: "Reason" });

export const component = z
  .object({
    id: z.string().startsWith("component:"),
    name: z.string(),
    repositoryId: z.string(),
    path: z.string().describe("POSIX, from the root of the repository; . for the root"),
    description: z.string().nullable(),
    languages: z.array(z.string()),
    ownerIds: z.array(z.string()),
    ownerSource: z.enum(ownerSources),
    lifecycle: z.enum(lifecycles),
    live: z.boolean().nullable(),
    born: instant.nullable(),
    lastHumanCommit: instant.nullable().describe("its month where one person alone works there"),
    class: z.enum(componentClasses),
    classSource: z.enum(["computed", "correction"]),
    probabilities: z.object({ product: fraction, platform: fraction, supporting: fraction }),
    reasonsFor: z.array(reason),
    reasonsAgainst: z.array(reason),
    customers: z.array(z.enum(customerKinds)),
    scopeBoundedness: fraction.nullable(),
    declaredClass: z.enum(componentClasses).nullable(),
    contradictions: z.array(z.string()),
    correction: z
      .object({ overrode: z.string(), since: instant, reason: z.string().nullable() })
      .nullable(),
    evidenceIds,
  })
  .meta({ id: "Component" });
export type ReportComponent = z.infer<typeof component>;

export const capability = z
  .object({
    id: z.string().startsWith("capability:"),
    name: z.string(),
    kind: z.enum(capabilityKinds),
    providerComponentId: z.string().nullable(),
    ownerIds: z.array(z.string()),
    packages: z.array(z.string()).describe("purl, without version"),
    formerNames: z.array(z.string()),
    description: z.string().nullable(),
    documentation: z
      .array(z.object({ path: z.string(), title: z.string().nullable() }))
      .describe(
        "README first, at most 12; `documentation[].documentsCount` says how many there are",
      ),
    firstRelease: instant.nullable(),
    latestVersion: z.string().nullable(),
    versionsCount: count.nullable(),
    releases: z
      .array(z.object({ version: z.string(), at: instant }))
      .describe("majors and the newest, at most 40 of `versionsCount`"),
    lifecycle: z.enum(lifecycles),
    evidenceIds,
  })
  .meta({ id: "Capability" });
export type ReportCapability = z.infer<typeof capability>;

export const consumption = z
  .object({
    id: z.string().startsWith("consumption:"),
    consumerComponentId: z.string(),
    capabilityId: z.string(),
    via: z.enum(consumptionVias),
    scope: z.enum(scopes),
    from: instant,
    fromCensored: z.boolean().describe("already in use when history begins, or start not seen"),
    to: instant.nullable().describe("null: in use at asOf"),
    endReason: z
      .enum(endReasons)
      .nullable()
      .describe(
        "archived: ended with its component; carried: goes on in another component; returned: began again later; taken-in: keeps a copy of its own; retired: left what its provider retires",
      ),
    continuesIn: z
      .string()
      .nullable()
      .describe("component of the same repository or name in which the use goes on"),
    constraint: z.string().nullable(),
    versions: z.array(z.object({ version: z.string(), from: instant, to: instant.nullable() })),
    confidence: z.enum(confidences),
    evidenceIds,
  })
  .meta({ id: "Consumption" });
export type ReportConsumption = z.infer<typeof consumption>;
