import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { Conversation } from "#insight/conversations/result.ts";
import type { DocumentationResult } from "#insight/documentation/result.ts";
import { cloneId, type DuplicationFindings } from "#insight/duplication/findings.ts";
import type { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { jobId, type JobResult } from "#insight/jobs/result.ts";
import type { SignalsResult } from "#insight/signals/result.ts";
import type { OwnFindings } from "#insight/sourcing/findings.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import { referenceTo } from "#kernel/reference.ts";
import { countedKeepers, isTeam } from "#model/keepers.ts";
import { packageName } from "#model/components.ts";
import type { Organisation } from "#model/organisation.ts";

export interface FindingSources {
  readonly organisation: Organisation;
  readonly adoption: readonly AdoptionResult[];
  readonly jobs: readonly JobResult[];
  /** Null: code was not compared. */
  readonly duplication: DuplicationFindings | null;
  readonly documentation: readonly DocumentationResult[];
  readonly interview: DeclaredFacts;
  readonly signals: SignalsResult;
  readonly staffing: StaffingResult;
  readonly conversations: readonly Conversation[];
  readonly goalsCount: number;
}

/** The findings of this report that a first plan is made of, with where they stand in it. */
export function ownFindings(sources: FindingSources): OwnFindings {
  const { organisation, interview, signals, staffing, conversations, goalsCount } = sources;
  const teamNames = new Map(organisation.teams.map(({ id, name }) => [id, name]));
  const owner = interview.fact("platform-product-owner");
  return {
    signals,
    staffing,
    conversations: conversations.map(({ teamId, why }) => ({
      teamId,
      teamName: teamNames.get(teamId) ?? teamId,
      why: firstSentence(why),
    })),
    job: worstJob(sources),
    copy: largestCopy(sources),
    behind: furthestBehind(sources),
    undocumented: leastDocumented(sources),
    goalsCount,
    hasProductOwner: owner.unknown === null ? owner.value.answer === "product-manager" : null,
  };
}

/** Whom to talk to says it all: a plan says why in a line. */
function firstSentence(why: string): string {
  return why.split(/(?<=\.) (?=It )/, 1)[0] ?? why;
}

function worstJob({ jobs }: FindingSources): OwnFindings["job"] {
  const [worst] = jobs
    .filter((job) => job.isFragmented === true)
    .toSorted(
      (one, other) =>
        Number(other.platformAnswerIds.length > 0) - Number(one.platformAnswerIds.length > 0) ||
        (other.effectiveNumber ?? 0) - (one.effectiveNumber ?? 0),
    );
  if (worst === undefined) return null;
  const { title, ecosystem, solutions, keepers } = worst;
  const names = solutions.map((one) => packageName(one.package));
  return {
    title: `${title} (${ecosystem})`,
    text: `${countedKeepers(keepers)} do it with ${some(names, 4)}.`,
    reference: referenceTo("jobs", { key: jobId(worst) }),
  };
}

function largestCopy({ duplication }: FindingSources): OwnFindings["copy"] {
  const found = duplication?.classes.find(({ kind }) => kind === "code");
  if (found === undefined) return null;
  const owners = found.ownerIds.filter((id) => id.startsWith("team:")).map((id) => id.slice(5));
  return {
    text: `${counted(found.medianLines, "line")} stand in ${counted(found.copies.length, "copy", "copies")}, such as ${found.copies[0]?.path ?? ""}${owners.length === 0 ? "" : `, kept by ${some(owners, 4)}`}.`,
    reference: referenceTo("duplication", { field: `classes/${cloneId(found)}` }),
  };
}

function furthestBehind({ adoption, organisation }: FindingSources): OwnFindings["behind"] {
  const [worst] = adoption
    .map(({ capabilityId, currency }) => {
      const { numerator = 0, denominator = 0, major = "" } = currency.onNewestMajor ?? {};
      return { capabilityId, count: denominator - numerator, denominator, major };
    })
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
  if (worst === undefined) return null;
  return {
    name: nameOf(organisation, worst.capabilityId),
    major: worst.major,
    text: `${String(worst.count)} of ${String(worst.denominator)} uses are a major version or more behind.`,
    reference: referenceTo("adoption", { key: worst.capabilityId, field: "currency" }),
  };
}

function leastDocumented({
  documentation,
  adoption,
  organisation,
}: FindingSources): OwnFindings["undocumented"] {
  const used = new Set(
    adoption.flatMap(({ capabilityId, uses }) => {
      const users = uses.flatMap(({ to, ownerIds }) => (to === null ? ownerIds : []));
      return new Set(users.filter(isTeam)).size > 1 ? capabilityId : [];
    }),
  );
  // A part without a page of its own is told of on another page, or nowhere: that is not seen here.
  const judged = documentation
    .filter(
      (one) => one.score !== null && (one.documentsCount ?? 0) > 0 && used.has(one.capabilityId),
    )
    .toSorted((one, other) => (one.score ?? 1) - (other.score ?? 1));
  const [worst, next] = judged;
  if (worst === undefined || (worst.score ?? 1) >= 0.8) return null;
  const isLeast = next !== undefined && (next.score ?? 1) > (worst.score ?? 1);
  return {
    name: nameOf(organisation, worst.capabilityId),
    text: `Its documentation scores ${percentOf(worst.score ?? 0)}${isLeast ? `, the least of ${String(judged.length)} with documents of their own that several teams use` : ""}.`,
    reference: referenceTo("documentation", { key: worst.capabilityId }),
  };
}

function nameOf({ capabilities }: Organisation, id: string): string {
  return capabilities.find((one) => one.id === id)?.name ?? id;
}
