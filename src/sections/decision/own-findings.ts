import type { Conversation } from "#insight/conversations/result.ts";
import type { SignalsResult } from "#insight/signals/result.ts";
import type { OwnFindings } from "#insight/sourcing/findings.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import type { DecisionInput } from "./decision-input.ts";

/** The findings of this report that a first plan is made of, with where they stand in it. */
export function ownFindings(
  input: DecisionInput,
  signals: SignalsResult,
  staffing: StaffingResult,
  conversations: readonly Conversation[],
): OwnFindings {
  const teamNames = new Map(input.organisation.teams.map(({ id, name }) => [id, name]));
  const owner = input.declared.facts.fact("platform-product-owner");
  return {
    signals,
    staffing,
    conversations: conversations.map(({ teamId, why }) => ({
      teamName: teamNames.get(teamId) ?? teamId,
      why,
    })),
    job: worstJob(input),
    copy: largestCopy(input),
    behind: furthestBehind(input),
    undocumented: leastDocumented(input),
    goalsCount: input.goalsCount,
    hasProductOwner: owner.unknown === null ? owner.value.answer === "product-manager" : null,
  };
}

function worstJob({ jobs }: DecisionInput): OwnFindings["job"] {
  const [worst] = jobs
    .map((job, index) => ({ job, index }))
    .filter(({ job }) => job.fragmented === true)
    .toSorted(
      (one, other) =>
        Number(other.job.platformAnswerIds.length > 0) -
          Number(one.job.platformAnswerIds.length > 0) ||
        (other.job.effectiveNumber ?? 0) - (one.job.effectiveNumber ?? 0),
    );
  if (worst === undefined) return null;
  const { title, ecosystem, solutions, ownersCount } = worst.job;
  const names = solutions.map((one) => one.package.replace(/^pkg:[^/]+\//, ""));
  return {
    title: `${title} (${ecosystem})`,
    text: `${counted(ownersCount, "owner")} do it with ${some(names, 4)}.`,
    pointer: `/jobs/${String(worst.index)}`,
  };
}

function largestCopy({ duplication }: DecisionInput): OwnFindings["copy"] {
  const index = duplication?.classes.findIndex(({ kind }) => kind === "code") ?? -1;
  const found = duplication?.classes[index];
  if (found === undefined) return null;
  const owners = found.ownerIds.filter((id) => id.startsWith("team:")).map((id) => id.slice(5));
  return {
    text: `${counted(found.medianLines, "line")} stand in ${counted(found.copies.length, "copy", "copies")}, such as ${found.copies[0]?.path ?? ""}${owners.length === 0 ? "" : `, kept by ${some(owners, 4)}`}.`,
    pointer: `/duplication/classes/${String(index)}`,
  };
}

function furthestBehind({ adoption, organisation }: DecisionInput): OwnFindings["behind"] {
  const [worst] = adoption
    .map(({ capabilityId, currency }, index) => {
      const { numerator = 0, denominator = 0 } = currency.onNewestMajor ?? {};
      return { capabilityId, index, count: denominator - numerator, denominator };
    })
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
  if (worst === undefined) return null;
  const name = organisation.capabilities.find((one) => one.id === worst.capabilityId)?.name;
  return {
    name: name ?? worst.capabilityId,
    text: `${String(worst.count)} of ${String(worst.denominator)} uses are a major version or more behind.`,
    pointer: `/adoption/${String(worst.index)}/currency`,
  };
}

function leastDocumented({ measures, adoption, organisation }: DecisionInput) {
  const used = new Set(adoption.flatMap((one) => (one.ownersNow > 1 ? one.capabilityId : [])));
  const [worst] = measures.documentation
    .map((one, index) => ({ ...one, index }))
    .filter((one) => one.score !== null && one.score < 0.8 && used.has(one.capabilityId))
    .toSorted((one, other) => (one.score ?? 1) - (other.score ?? 1));
  if (worst === undefined) return null;
  const name = organisation.capabilities.find((one) => one.id === worst.capabilityId)?.name;
  return {
    name: name ?? worst.capabilityId,
    text: `Its documentation scores ${percentOf(worst.score ?? 0)}, the least of what several teams use.`,
    pointer: `/documentation/${String(worst.index)}`,
  };
}
