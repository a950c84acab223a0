import { counted, some } from "#kernel/phrases.ts";
import { append } from "#kernel/lists-by-key.ts";
import type { PipelineJob } from "#evidence/automation.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { botFor, forgeOwnerOf, type Workflow } from "#model/automation.ts";
import type { Component } from "#model/organisation.ts";
import { lastPart, reachOf, type Ground } from "./ground.ts";
import { proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";

const action = "pkg:githubactions/";
const fewestRepositories = 2;
const fewestUses = 6;
/** Of those that put out what others install: one is a matter of everybody who installs it (uncalibrated). */
const fewestPublishing = 2;
const mostNamed = 4;

/** One action of another maker that follows a tag or branch, once for each workflow, with the most that its jobs could do. */
interface Loose {
  readonly repositoryId: string;
  readonly workflow: Workflow;
  readonly action: string;
  readonly ref: string;
  readonly line: number;
  readonly reach: PipelineJob["reach"];
}

/** Pipelines that call what strangers can replace under the same name: those that publish first, then those with secrets at hand. */
export function pinActions(ground: Ground): Proposal[] {
  const { automation, costs } = ground;
  const homeOf = homesOf(ground);
  const all = automation.workflows.filter(({ repositoryId }) => homeOf.has(repositoryId));
  const loose = all.flatMap(looseIn);
  const publishing = loose.filter(({ reach }) => reach === "publishes");
  const secrets = loose.filter(({ reach }) => reach === "secrets");
  const homes = byRepository(loose);
  const atRisk = byRepository([...publishing, ...secrets]);
  const putOut = byRepository(publishing);
  const isPublished = putOut.length >= fewestPublishing;
  const isMeant =
    isPublished ||
    (atRisk.length >= fewestRepositories && publishing.length + secrets.length >= fewestUses);
  const told = isPublished ? publishing : [...publishing, ...secrets];
  const [first] = told;
  if (first === undefined || !isMeant) return [];
  const homesTold = isPublished ? putOut : atRisk;
  const names = homesTold.map(([id]) => lastPart(id));
  const affectedIds = atRisk.flatMap(([id]) => homeOf.get(id)?.id ?? []).sort();
  const isRaised = botFor(automation, first.repositoryId, action, first.workflow.path) !== null;
  const pinnedHere = all.filter((one) => one.jobs.length > 0 && looseIn(one).length === 0);
  return [
    proposal({
      kind: "secure",
      title: isPublished
        ? `Pin the actions that publish to commits: in ${counted(putOut.length, "repository", "repositories")} ${some(commonest(publishing), 2)} ${commonest(publishing).length === 1 ? "follows" : "follow"} a tag or branch`
        : `Pin the actions of other makers to commits where secrets are at hand: ${counted(told.length, "call")} in ${counted(atRisk.length, "repository", "repositories")} ${told.length === 1 ? "follows" : "follow"} a tag or branch`,
      subjectIds: affectedIds,
      affectedIds,
      reach: reachOf(affectedIds, ground),
      forWhom: `${counted(names.length, "repository", "repositories")}: ${some(names, mostNamed)}`,
      replaces: isPublished
        ? `trust that nobody moves a tag of ${some(commonest(publishing), 3)}: whoever does puts out packages in the name of these repositories`
        : `trust that nobody moves a tag of ${some(commonest(told), 3)}: whoever does runs code beside the secrets of these jobs`,
      firstStep: `Name the commit in place of \`${first.ref}\` of ${first.action} in ${lastPart(first.workflow.path)} of ${lastPart(first.repositoryId)}, with the version as a comment${isRaised ? ": its bot raises both" : ", and set up a bot for actions there: it raises both"}`,
      measure: {
        text: isPublished
          ? "calls of actions of other makers by tag or branch in jobs that publish"
          : "calls of actions of other makers by tag or branch in jobs with secrets",
        present: told.length,
        unit: "calls",
      },
      against: [
        ...(isRaised
          ? []
          : ["A commit that nobody raises gets no fixes either: pin only where a bot raises it"]),
        "Makers that are trusted as much as the forge can be left out",
      ],
      reasons: [
        ...(publishing.length > 0
          ? [
              `jobs that publish: ${some(
                publishing.map(
                  (one) =>
                    `${lastPart(one.workflow.path)} of ${lastPart(one.repositoryId)} (${one.action}@${one.ref})`,
                ),
                5,
              )}`,
            ]
          : []),
        ...(secrets.length > 0
          ? [
              `jobs with secrets, or that may write: ${counted(secrets.length, "call")} in ${counted(byRepository(secrets).length, "repository", "repositories")}: ${some(
                byRepository(secrets).map(([id, own]) => `${lastPart(id)} (${String(own.length)})`),
                5,
              )}`,
            ]
          : []),
        `${counted(loose.length, "call")} of other makers’ actions by tag or branch in all, in ${String(homes.length)} of ${counted(byRepository(all).length, "repository", "repositories")} with workflows; ${counted(pinnedHere.length, "workflow")} of ${String(all.length)} ${pinnedHere.length === 1 ? "has" : "have"} none`,
      ],
      atStakePersonHours: sum(
        product(exactly(atRisk.length), { low: 0, likely: 0.1, high: 1 }, costs.change),
        product(exactly(putOut.length), { low: 0, likely: 1, high: 10 }, costs.change),
      ),
      effortPersonHours: product(
        exactly(atRisk.length),
        { low: 0.1, likely: 0.3, high: 1 },
        costs.change,
      ),
      confidence: "low",
      restsOn: [
        "for each repository with secrets at hand a change to replace them, every tenth year (never to every year), where a maker loses its account; for each that publishes ten changes to take back what was put out, as seldom: uncalibrated; what is done with what was stolen is not counted",
        "three tenths of a change (a tenth to a whole) in each repository for a few lines: uncalibrated",
        costs.words.change,
      ],
      evidence: [...publishing, ...secrets].map(evidenceOf),
    }),
  ];
}

/** Of each repository that lives, the component nearest to its root. */
function homesOf({ components, organisation }: Ground): ReadonlyMap<string, Component> {
  const found = new Map<string, Component>();
  for (const one of components.values()) {
    const before = found.get(one.repositoryId);
    const isMeant =
      one.goneAt === null &&
      one.isLive !== false &&
      organisation.olderClones?.has(one.repositoryId) !== true;
    if (isMeant && (before === undefined || one.path.length < before.path.length))
      found.set(one.repositoryId, one);
  }
  return found;
}

const weights = ["publishes", "secrets", null] as const;

/** Each action once for a workflow; the organisation's own are none. */
function looseIn(workflow: Workflow): Loose[] {
  const owner = forgeOwnerOf(workflow.repositoryId);
  const found = new Map<string, Loose>();
  for (const { reach, loose } of workflow.jobs)
    for (const one of loose) {
      if (one.action.startsWith(`${owner ?? ""}/`)) continue;
      const before = found.get(one.action);
      if (before === undefined || weights.indexOf(reach) < weights.indexOf(before.reach))
        found.set(one.action, { ...one, reach, workflow, repositoryId: workflow.repositoryId });
    }
  return [...found.values()];
}

/** Most first. */
function byRepository<One extends { readonly repositoryId: string }>(
  all: readonly One[],
): [string, One[]][] {
  const found = new Map<string, One[]>();
  for (const one of all) append(found, one.repositoryId, one);
  return [...found].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}

/** Most used first. */
function commonest(all: readonly Loose[]): string[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one.action, (counts.get(one.action) ?? 0) + 1);
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([name]) => name);
}

function evidenceOf({ workflow, action: name, ref, line }: Loose): EvidenceRef {
  return {
    source: "pipeline-jobs",
    repositoryId: workflow.repositoryId,
    commit: workflow.commit,
    path: workflow.path,
    line,
    at: workflow.at,
    how: "declared",
    confidence: "high",
    text: `calls ${name}@${ref}`,
  };
}
