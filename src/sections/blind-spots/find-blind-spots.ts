import type { ProblemItem } from "#contract/primitives.ts";
import type { Classification } from "#insight/classification/result.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { ModelFindings } from "#model/build-organisation.ts";
import type { EvidenceList } from "../evidence-list.ts";
import { kindsNotRead } from "./kinds-not-read.ts";
import type { ReportBlindSpot } from "./schema.ts";

interface Spot extends ReportBlindSpot {
  /** How many figures would change if it were lit: decides the order. */
  readonly weight: number;
}

interface Seen {
  readonly classifications: readonly Classification[];
  readonly delivery: readonly DeliveryResult[];
  readonly repositories: readonly RepositoryEvidence[];
}

/** What the evidence does not reach, the spot whose lighting would sharpen most first (insights §13). */
export function findBlindSpots(
  findings: ModelFindings,
  { classifications, delivery, repositories }: Seen,
  problems: readonly ProblemItem[],
  evidence: EvidenceList,
): ReportBlindSpot[] {
  const { components, capabilities, consumptions } = findings.organisation;
  const unowned = components.filter((one) => one.ownerIds.length === 0);
  const nameOf = new Map(components.map((one) => [one.id, one.name]));
  const unclear = classifications.filter((one) => one.class === "unknown");
  const elsewhere = capabilities.filter((one) => one.providerComponentId === null);
  const unread = problems.filter((one) =>
    /^(?:unreadable|outside-folder|other-repository|not-a-repository|missing-object|shallow)/.test(
      one.code,
    ),
  );
  const unreadKinds = kindsNotRead(problems);
  const jobless = capabilities.filter((one) => one.job === null);
  const unversioned = new Set(
    consumptions
      .filter((one) => one.via === "declared" && one.to === null && one.versions.length === 0)
      .map((one) => one.consumerComponentId),
  );
  const spots: Spot[] = [
    spot(
      "components without a known owner",
      unowned.map((one) => one.name),
      "Name a published catalogue in fulcrum.yaml (catalogues), or add CODEOWNERS to these repositories.",
      5,
    ),
    spot(
      "repositories or objects that could not be read",
      unread.map((one) => one.where),
      "Clone them whole, or make them readable.",
      4,
    ),
    spot(
      "kinds of manifest and lock file that are not read",
      unreadKinds,
      "Nothing, unless a use is missing: then add it with `fulcrum correct edge`.",
      1,
    ),
    spot(
      "components whose class is unknown",
      unclear.map((one) => nameOf.get(one.componentId) ?? one.componentId),
      "Settle the most used of them with `fulcrum correct class`.",
      2,
    ),
    spot(
      "capabilities of the organisation whose repository is not among those read",
      elsewhere.map((one) => one.name),
      "Clone their repositories into the folder.",
      3,
    ),
    spot(
      "capabilities whose job is not known, so that chosen cannot be told from captive",
      jobless.map((one) => one.name),
      "Say in fulcrum.yaml (jobs) which packages do the same job.",
      1,
    ),
    spot(
      "components that use capabilities without a version that can be seen",
      [...unversioned].map((id) => nameOf.get(id) ?? id),
      "Commit their lock files.",
      1,
    ),
  ];
  for (const each of deliverySpots(delivery)) spots.push(each);
  for (const each of unreadSpots(repositories)) spots.push(each);
  const { serviceMentions } = findings;
  spots.push({
    ...spot(
      "mentions of a service that nothing shows to be called, kept apart from its uses",
      serviceMentions.map(({ consumer, provider }) => `${provider} in ${consumer}`),
      "Confirm those that are calls with `fulcrum correct edge`, or add consumesApis to catalog-info.yaml.",
      0.5,
    ),
    evidenceIds: evidence.add(serviceMentions.map((one) => one.evidence)),
  });
  return spots
    .filter((one) => one.count > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight: _, ...one }) => one);
}

/** Manifests and lock files that no source reads, once for each kind. */
function unreadSpots(repositories: readonly RepositoryEvidence[]): Spot[] {
  const kinds = new Map<string, { count: number; names: string[] }>();
  for (const { name, folders } of repositories)
    for (const { kind, count } of folders.flatMap((one) => one.unread ?? [])) {
      const known = kinds.get(kind) ?? { count: 0, names: [] };
      kinds.set(kind, { count: known.count + count, names: [...known.names, name] });
    }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { count, names }]) => ({
      ...spot(
        `manifests of a kind that is not read: ${kind}`,
        names,
        "What they use and offer is unknown here: say the uses that matter with `fulcrum correct edge`.",
        0.5,
      ),
      count,
    }));
}

/** Of applications that were deployed to production in the window. */
function deliverySpots(delivery: readonly DeliveryResult[]): Spot[] {
  const deployed = delivery.filter((one) => one.series.isProduction && one.windowCount > 0);
  const names = (rows: readonly DeliveryResult[]): string[] =>
    rows.map(({ series }) => series.application);
  return [
    spot(
      "deployed applications whose repository is not among those read",
      names(deployed.filter(({ series }) => series.componentId === null)),
      "Clone their repositories into the folder, or name their components under deployments.applications in fulcrum.yaml.",
      2,
    ),
    spot(
      "deployed applications of which no failure can be known",
      names(deployed.filter(({ failures }) => failures.changeFailRate === null)),
      "Name files of incidents under deployments.events in fulcrum.yaml: issues, pages or a CSV will do.",
      1,
    ),
    spot(
      "components of which only releases or merges are known",
      names(delivery.filter(({ series: { level } }) => level === "release" || level === "merge")),
      "Clone the repository that holds deployment state, or name event files under deployments.events in fulcrum.yaml.",
      0.5,
    ),
  ];
}

function spot(what: string, examples: readonly string[], sharpen: string, each: number): Spot {
  return {
    what,
    count: examples.length,
    sharpen,
    examples: examples.slice(0, 12),
    weight: each * examples.length,
  };
}
