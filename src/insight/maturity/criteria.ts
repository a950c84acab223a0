import { atLeast, type Criterion } from "./criterion.ts";
import type { CountedShare, MaturityFacts } from "./facts.ts";

/** What each level asks for where evidence can tell; thresholds are judgements (uncalibrated): docs/insights/maturity.md. */
export function criteriaOf(facts: MaturityFacts): Criterion[] {
  return [
    ...investment(facts),
    ...adoption(facts),
    ...interfaces(facts),
    ...operations(facts),
    ...measurement(facts),
  ];
}

function investment(facts: MaturityFacts): Criterion[] {
  const { maintainedCapabilities: kept, platformTeamsCount: teams } = facts;
  return [
    shareAtLeast(
      "investment",
      1,
      kept,
      0.5,
      "capabilities in use were worked on in the last year",
      "clones with their whole history",
    ),
    atLeast(
      "investment",
      2,
      counted(teams, "team"),
      1,
      "a team spends most of its effort on what others use",
      "owners, and clones with their whole history",
    ),
    yes(
      "investment",
      3,
      facts.hasProductOwner,
      "somebody is named as owner of the platform as a product",
      "an answer: fulcrum interview",
    ),
    atLeast(
      "investment",
      3,
      counted(facts.goalsCount, "goal"),
      1,
      "the platform has goals",
      "goals in fulcrum.yaml",
    ),
  ];
}

function adoption(facts: MaturityFacts): Criterion[] {
  const { usedCapabilitiesCount: used, mandatesCount: mandates } = facts;
  return [
    atLeast(
      "adoption",
      1,
      { value: used, text: String(used) },
      1,
      "capabilities that other teams use",
      "clones of what the platform offers",
    ),
    atLeast(
      "adoption",
      2,
      mandates === 0 ? null : { value: mandates, text: String(mandates) },
      1,
      "decisions that ask teams to use a capability",
      "mandates in fulcrum.yaml",
    ),
    shareAtLeast(
      "adoption",
      3,
      facts.pulledUses,
      0.5,
      "uses were begun by the team that uses",
      "history with authors",
    ),
  ];
}

function interfaces(facts: MaturityFacts): Criterion[] {
  return [
    atLeast(
      "interfaces",
      1,
      { value: facts.usedCapabilitiesCount, text: String(facts.usedCapabilitiesCount) },
      1,
      "capabilities that other teams use",
      "clones of what the platform offers",
    ),
    shareAtLeast(
      "interfaces",
      2,
      facts.documentedCapabilities,
      0.8,
      "capabilities in use score at least a half in documentation",
      "README and pages under docs",
    ),
    shareAtLeast(
      "interfaces",
      3,
      facts.selfService,
      0.5,
      "respondents get what they need without asking another team",
      "a survey with the item self-service",
    ),
    shareAtLeast(
      "interfaces",
      4,
      facts.bornWithUses,
      0.5,
      "uses came with a component's template",
      "clones with their whole history",
    ),
  ];
}

function operations(facts: MaturityFacts): Criterion[] {
  return [
    shareAtLeast(
      "operations",
      2,
      facts.ownedComponents,
      0.8,
      "components have a known owner",
      "CODEOWNERS, catalog-info.yaml or a catalogue",
    ),
    atLeast(
      "operations",
      2,
      counted(facts.requestsCount, "request"),
      1,
      "requests to the platform are tracked",
      "requests in fulcrum.yaml",
    ),
    shareAtLeast(
      "operations",
      3,
      facts.versionedCapabilities,
      0.8,
      "capabilities in use have versioned releases",
      "version tags",
    ),
    shareAtLeast(
      "operations",
      3,
      facts.currentUses,
      0.8,
      "uses are on the newest major version",
      "lock files",
    ),
    shareAtLeast(
      "operations",
      4,
      facts.servicesWithObjective,
      0.8,
      "services in use have an objective",
      "OpenSLO documents",
    ),
  ];
}

function measurement(facts: MaturityFacts): Criterion[] {
  const both = facts.surveysCount > 0 && facts.outcomesCount > 0;
  return [
    shareAtLeast(
      "measurement",
      1,
      facts.deploymentsSeen,
      0.1,
      "components' deployments can be seen",
      "deployment events or deployment state",
    ),
    shareAtLeast(
      "measurement",
      2,
      facts.deploymentsSeen,
      0.8,
      "components' deployments can be seen",
      "deployment events or deployment state",
    ),
    atLeast(
      "measurement",
      3,
      facts.surveysCount === 0
        ? null
        : { value: facts.surveysCount, text: String(facts.surveysCount) },
      1,
      "surveys of those who build on the platform",
      "surveys in fulcrum.yaml",
    ),
    atLeast(
      "measurement",
      4,
      both && facts.goalsCount !== null
        ? { value: facts.goalsCount, text: String(facts.goalsCount) }
        : null,
      1,
      "goals, beside figures of outcomes and what users say",
      "goals, outcomes and surveys in fulcrum.yaml",
    ),
  ];
}

function shareAtLeast(
  aspect: Criterion["aspect"],
  level: Criterion["level"],
  share: CountedShare | null,
  least: number,
  asks: string,
  needs: string,
): Criterion {
  const figure =
    share === null || share.whole === 0
      ? null
      : {
          value: share.part / share.whole,
          text: `${String(share.part)} of ${String(share.whole)}, ${String(least * 100)} % are asked for`,
        };
  return atLeast(aspect, level, figure, least, asks, needs, share?.evidence);
}

function counted(count: number | null, noun: string): { value: number; text: string } | null {
  if (count === null) return null;
  return { value: count, text: `${String(count)} ${noun}${count === 1 ? "" : "s"}` };
}

function yes(
  aspect: Criterion["aspect"],
  level: Criterion["level"],
  holds: boolean | null,
  text: string,
  needs: string,
): Criterion {
  return { aspect, level, text, holds, needs, evidence: [] };
}
