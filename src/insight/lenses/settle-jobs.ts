import { counted, some } from "#kernel/phrases.ts";
import { countedKeepers } from "#model/keepers.ts";
import type { JobResult, SolutionResult } from "../jobs/result.ts";
import { packageName } from "#model/components.ts";
import type { Capability } from "#model/organisation.ts";
import { componentNames, isOthers, isRetired, reachOf, shortName, type Ground } from "./ground.ts";
import { isOfAudience } from "#model/audience.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";
import { weightOf } from "./taken-versions.ts";

/** Jobs that teams do in different ways: take up what the platform has for it, else agree on one way. */
export function settleJobs(ground: Ground): Proposal[] {
  return ground.jobs.flatMap((job) => {
    if (job.isFragmented !== true) return [];
    const answer = answerOf(job, ground);
    return answer === null ? agree(job, ground) : takeUp(job, answer, ground);
  });
}

/** What the platform has for the job and does not give up; what most use already, first. */
function answerOf({ platformAnswerIds }: JobResult, ground: Ground): Capability | null {
  const [best] = platformAnswerIds
    .flatMap((id) => ground.capabilities.get(id) ?? [])
    .filter((one) => !isRetired(one, ground.adoptionOf.get(one.id)))
    .sort(
      (a, b) =>
        (ground.adoptionOf.get(b.id)?.adoptersNow ?? 0) -
          (ground.adoptionOf.get(a.id)?.adoptersNow ?? 0) || (a.id < b.id ? -1 : 1),
    );
  return best ?? null;
}

function takeUp(job: JobResult, answer: Capability, ground: Ground): Proposal[] {
  const { costs } = ground;
  const users = new Set(
    (ground.adoptionOf.get(answer.id)?.uses ?? [])
      .filter((use) => use.to === null)
      .map((use) => use.componentId),
  );
  const audience = ground.adoptionOf.get(answer.id)?.audience ?? null;
  const others = job.solutions.filter(({ capabilityId }) => capabilityId !== answer.id);
  const ids = [...new Set(others.flatMap((one) => one.componentIds))].sort().filter((id) => {
    const component = ground.components.get(id);
    return (
      !users.has(id) &&
      isOthers(component, answer, ground) &&
      component.isLive !== false &&
      isOfAudience(component, audience)
    );
  });
  if (ids.length === 0) return [];
  const kept = versionsTaken(others, new Set(ids), ground);
  const name = shortName(answer);
  const reach = reachOf(ids, ground);
  const instead = some(others.map(nameOf), 3);
  return [
    proposal({
      kind: "adopt",
      title: `Win ${counted(ids.length, "component")} that use ${instead} for ${name} (${job.title})`,
      subjectIds: [answer.id],
      affectedIds: ids,
      reach,
      forWhom: `those that do it with ${instead}`,
      replaces: `${counted(others.length, "other solution")} to the same job: ${instead}`,
      firstStep: `Ask the owners of ${componentNames(ids, ground, 2)} what ${name} lacks for them, before anything is asked of them`,
      measure: {
        text: `components that do it without ${name}`,
        present: ids.length,
        unit: "components",
      },
      against: [
        "Whoever chose another way may have had a reason that nobody wrote down",
        "What is counted is the upkeep of the other packages; moving may cost more than it saves",
      ],
      reasons: [
        waysOf(job),
        `${counted(users.size, "component")} use ${name}, ${counted(ids.length, "component")} of others do not`,
      ],
      atStakePersonHours: product(
        upkeepOf(kept, ids.length, ground),
        exactly(weightOfJob(others, ground)),
      ),
      effortPersonHours: product(exactly(ids.length), costs.major),
      confidence: confidenceOf(kept, costs.isMeasured),
      restsOn: upkeepWords(kept, ground),
      evidence: others.flatMap((one) => one.evidence.slice(0, 2)),
    }),
  ];
}

function agree(job: JobResult, ground: Ground): Proposal[] {
  const { costs } = ground;
  const [leading, ...others] = job.solutions;
  const ids = [...new Set(others.flatMap((one) => one.componentIds))].sort();
  if (leading === undefined || ids.length === 0) return [];
  const kept = versionsTaken(others, new Set(ids), ground);
  const reach = reachOf(
    job.solutions.flatMap((one) => one.componentIds),
    ground,
  );
  const instead = some(others.map(nameOf), 3);
  return [
    proposal({
      kind: "consolidate",
      title: `Agree on one way: ${job.title} (${nameOf(leading)} or ${instead})`,
      subjectIds: [],
      affectedIds: [...new Set(job.solutions.flatMap((one) => one.componentIds))],
      reach,
      forWhom: `${countedKeepers(job.keepers)} that do it in ${String(job.solutions.length)} ways`,
      replaces: instead,
      firstStep: `Write down in one decision which of ${some(job.solutions.map(nameOf), 4)} new work starts with, and leave what exists alone`,
      measure: {
        text: "ways in use, as many as would be of equal share",
        present: job.effectiveNumber ?? job.solutions.length,
        unit: "ways",
      },
      against: [
        "The ways may serve different needs: a difference that costs nothing needs no rule",
        "Moving what exists costs more than keeping it: a rule for new work is enough",
      ],
      reasons: [waysOf(job), "the platform offers none"],
      atStakePersonHours: product(
        upkeepOf(kept, ids.length, ground),
        exactly(weightOfJob(job.solutions, ground)),
      ),
      effortPersonHours: sum(
        exactly(4),
        product({ low: 0, likely: ids.length / 4, high: ids.length }, costs.major),
      ),
      confidence: confidenceOf(kept, costs.isMeasured),
      restsOn: upkeepWords(kept, ground),
      evidence: job.solutions.flatMap((one) => one.evidence.slice(0, 2)),
    }),
  ];
}

function waysOf({ solutions, keepers, effectiveNumber }: JobResult): string {
  return `${countedKeepers(keepers)} do it in ${String(solutions.length)} ways, as many as ${(effectiveNumber ?? 1).toFixed(1)} of equal share`;
}

/** Newer versions of these packages that people took for these components in the last year, each day once. */
function versionsTaken(
  solutions: readonly SolutionResult[],
  componentIds: ReadonlySet<string>,
  { locked, changeOf, yearAgo, until }: Ground,
): number {
  const packages = new Set(solutions.flatMap((one) => one.packages));
  const first = new Map<string, number>();
  const own = locked.filter((one) => packages.has(one.purl) && componentIds.has(one.componentId));
  for (const { componentId, purl, from } of own) {
    const key = `${componentId}\n${purl}`;
    first.set(key, Math.min(first.get(key) ?? from, from));
  }
  const taken = new Set(
    own
      .filter(
        ({ componentId, purl, from }) => from > (first.get(`${componentId}\n${purl}`) ?? from),
      )
      .filter(
        ({ repositoryId, from }) =>
          from > yearAgo && from <= until && changeOf(repositoryId, from)?.isBot !== true,
      )
      .map(
        ({ componentId, purl, from }) =>
          `${componentId}\n${purl}\n${String(Math.floor(from / 86_400))}`,
      ),
  );
  return taken.size;
}

/** A job of development and tests alone: which debugger somebody uses is felt by that person. */
function weightOfJob(solutions: readonly SolutionResult[], { organisation }: Ground): number {
  const packages = new Set(solutions.flatMap((one) => one.packages));
  return weightOf(
    organisation.thirdPartyUses.filter(({ purl, to }) => to === null && packages.has(purl)),
  );
}

/** Besides versions taken: a person who knows one way and meets the other, up to one change a year for each component. */
function upkeepOf(kept: number, components: number, { costs }: Ground) {
  return sum(
    product(exactly(kept), costs.version),
    product({ low: 0, likely: 0.1 * components, high: components }, costs.change),
  );
}

function upkeepWords(kept: number, { costs }: Ground): string[] {
  return [
    `${counted(kept, "newer version")} of the other packages taken by people in the last year × a tenth of a change (3 to 30 %), and for each component up to one change a year for knowing another way (likely a tenth)`,
    costs.words.change,
  ];
}

function nameOf(one: SolutionResult): string {
  return packageName(one.package);
}
