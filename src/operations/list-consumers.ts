import { FulcrumError } from "#kernel/errors.ts";
import { majorOf } from "#evidence/version-names.ts";
import { some } from "#kernel/phrases.ts";
import type { AnswerContext } from "#ports/context.ts";
import type { ReportAdoption } from "#sections/adoption/schema.ts";
import type { ReportCapability } from "#sections/capabilities/schema.ts";
import type { ReportConsumption } from "#sections/consumptions/schema.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";
import { placedEvidence, type PlacedEvidence } from "./answering/placed-evidence.ts";
import { readParts, type Parts } from "./answering/read-parts.ts";

export interface ListConsumersInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Name or id of a capability, or of the component that offers it. */
  readonly capability: string;
  /** Also those that used it and do not now. */
  readonly withFormer: boolean;
  /** Only those below the major version that is asked for. */
  readonly onlyBehind: boolean;
}

/** One use: a component may have several, one for each way and scope. */
export interface ConsumerRow {
  readonly consumptionId: string;
  readonly componentId: string;
  readonly component: string;
  readonly owners: readonly string[];
  readonly via: ReportConsumption["via"];
  readonly scope: ReportConsumption["scope"];
  /** UTC, ISO 8601. */
  readonly since: string;
  /** It was in use already when its history begins, or its start was not seen. */
  readonly isOlder: boolean;
  /** Null: in use now. */
  readonly until: string | null;
  readonly endReason: ReportConsumption["endReason"];
  readonly constraint: string | null;
  /** The last that was seen. */
  readonly version: string | null;
  /** Below the newest major version past its days of grace; null: not known, no longer in use, or its clone is older. */
  readonly isBehind: boolean | null;
  /** Oldest first. */
  readonly evidence: readonly PlacedEvidence[];
}

export interface ListedConsumers {
  readonly capability: Pick<
    ReportCapability,
    "id" | "name" | "kind" | "lifecycle" | "latestVersion"
  > & { readonly owners: readonly string[] };
  readonly adoption: Pick<
    ReportAdoption,
    "adoptersNow" | "adoptersEver" | "olderClonesCount" | "rate" | "eligibleCount"
  > | null;
  readonly onNewestMajor: ReportAdoption["currency"]["onNewestMajor"];
  /** Those in use first, then by name. */
  readonly rows: readonly ConsumerRow[];
}

const parts = ["capabilities", "components", "teams", "repositories", "adoption"] as const;

/** Who uses a capability, since when, in which version, and who is behind, with the facts that show it. Throws `unknown-id`. */
export async function listConsumers(
  { assessments }: AnswerContext,
  { assessment, capability: text, withFormer, onlyBehind }: ListConsumersInput,
): Promise<ListedConsumers> {
  const report = await readParts(assessments, assessment, parts);
  const capability = capabilityMeant(report, text);
  const adoption = report.adoption.find((one) => one.capabilityId === capability.id);
  const onNewestMajor = adoption?.currency.onNewestMajor ?? null;
  const uses = await assessments.items(
    assessment,
    "consumptions",
    "capabilityId",
    new Set([capability.id]),
  );
  const wanted = uses
    .map((use) => ({ use, isBehind: isBehind(report, use, onNewestMajor) }))
    .filter(({ use, isBehind: late }) => (withFormer || use.to === null) && (!onlyBehind || late));
  const facts = await placedEvidence(
    assessments,
    assessment,
    wanted.flatMap(({ use }) => use.evidenceIds),
  );
  const rows = wanted
    .map(({ use, isBehind: late }) => rowOf(report, use, late, facts))
    .toSorted(
      (a, b) =>
        Number(a.until !== null) - Number(b.until !== null) ||
        (a.component === b.component ? (a.since < b.since ? -1 : 1) : 0) ||
        (a.component < b.component ? -1 : 1),
    );
  const { id, name, kind, lifecycle, latestVersion, ownerIds } = capability;
  return {
    capability: { id, name, kind, lifecycle, latestVersion, owners: namesOf(report, ownerIds) },
    adoption: adoption ?? null,
    onNewestMajor,
    rows,
  };
}

function capabilityMeant(
  report: Parts<(typeof parts)[number]>,
  text: string,
): Parts<"capabilities">["capabilities"][number] {
  const { capabilities, components } = report;
  const subject = findSubject({ capabilities, components }, text, ["capability", "component"]);
  const offered = capabilities.filter((one) =>
    subject.kind === "component" ? one.providerComponentId === subject.id : one.id === subject.id,
  );
  const [first] = offered;
  if (first !== undefined && offered.length === 1) return first;
  if (first === undefined)
    throw new FulcrumError(
      "unknown-id",
      `${subject.name} offers nothing that others could use.`,
      "Name a capability: fulcrum capabilities --all lists them.",
    );
  throw new FulcrumError(
    "unknown-id",
    `${subject.name} offers ${String(offered.length)} capabilities.`,
    `Name the one you mean: ${some(
      offered.map(({ name }) => name),
      5,
    )}`,
  );
}

function isBehind(
  { components, repositories }: Parts<"components" | "repositories">,
  use: ReportConsumption,
  onNewestMajor: ReportAdoption["currency"]["onNewestMajor"],
): boolean | null {
  const major = majorOf(use.versions.at(-1)?.version ?? "");
  const asked = majorOf(onNewestMajor?.major ?? "");
  if (use.to !== null || major === null || asked === null) return null;
  if (major >= asked) return false;
  const component = components.find(({ id }) => id === use.consumerComponentId);
  const home = repositories.find(({ id }) => id === component?.repositoryId);
  // What it has used since its clone was fetched is not known.
  return home?.seenUntilAt === null ? true : null;
}

function rowOf(
  report: Parts<"components" | "teams">,
  use: ReportConsumption,
  late: boolean | null,
  facts: ReadonlyMap<string, PlacedEvidence>,
): ConsumerRow {
  const component = report.components.find(({ id }) => id === use.consumerComponentId);
  return {
    consumptionId: use.id,
    componentId: use.consumerComponentId,
    component: component?.name ?? use.consumerComponentId,
    owners: namesOf(report, component?.ownerIds ?? []),
    via: use.via,
    scope: use.scope,
    since: use.from,
    isOlder: use.fromCensored,
    until: use.to,
    endReason: use.endReason,
    constraint: use.constraint,
    version: use.versions.at(-1)?.version ?? null,
    isBehind: late,
    evidence: use.evidenceIds
      .flatMap((id) => facts.get(id) ?? [])
      .toSorted((a, b) => ((a.at ?? "9") < (b.at ?? "9") ? -1 : 1)),
  };
}

function namesOf({ teams }: Parts<"teams">, ids: readonly string[]): string[] {
  return ids.map((id) => teams.find((one) => one.id === id)?.name ?? id);
}
