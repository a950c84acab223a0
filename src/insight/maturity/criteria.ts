import { askedMajors } from "../adoption/currency.ts";
import { atLeast, type Asked, type Criterion, type Step } from "./criterion.ts";
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
    shareAtLeast({ aspect: "investment", level: 1 }, kept, 0.5, {
      asks: "capabilities in use were worked on in the last year",
      needs: "clones with their whole history",
    }),
    atLeast({ aspect: "investment", level: 2 }, counted(teams, "team"), 1, {
      asks: "a team spends most of its effort on what others use",
      needs: "owners, and clones with their whole history",
    }),
    yes({ aspect: "investment", level: 3 }, facts.hasProductOwner, {
      asks: "somebody is named as owner of the platform as a product",
      needs: "an answer (fulcrum interview)",
    }),
    atLeast({ aspect: "investment", level: 3 }, counted(facts.goalsCount, "goal"), 1, {
      asks: "the platform has goals",
      needs: "goals in fulcrum.yaml",
    }),
  ];
}

function adoption(facts: MaturityFacts): Criterion[] {
  const { usedCapabilitiesCount: used, mandatesCount: mandates } = facts;
  return [
    atLeast({ aspect: "adoption", level: 1 }, { value: used, text: String(used) }, 1, {
      asks: "capabilities used in other repositories or by other teams",
      needs: "clones of what the platform offers",
    }),
    atLeast(
      { aspect: "adoption", level: 2 },
      mandates === 0 ? null : { value: mandates, text: String(mandates) },
      1,
      { asks: "decisions that ask teams to use a capability", needs: "mandates in fulcrum.yaml" },
    ),
    shareAtLeast({ aspect: "adoption", level: 3 }, facts.pulledUses, 0.5, {
      asks: "uses were begun by the team that uses",
      needs: "history with authors",
    }),
  ];
}

function interfaces(facts: MaturityFacts): Criterion[] {
  return [
    atLeast(
      { aspect: "interfaces", level: 1 },
      { value: facts.usedCapabilitiesCount, text: String(facts.usedCapabilitiesCount) },
      1,
      {
        asks: "capabilities used in other repositories or by other teams",
        needs: "clones of what the platform offers",
      },
    ),
    shareAtLeast({ aspect: "interfaces", level: 2 }, facts.documentedCapabilities, 0.8, {
      asks: "capabilities in use score at least a half in documentation",
      needs: "README and pages under docs",
    }),
    shareAtLeast({ aspect: "interfaces", level: 3 }, facts.selfService, 0.5, {
      asks: "respondents get what they need without asking another team",
      needs: "a survey with the item self-service",
    }),
    shareAtLeast({ aspect: "interfaces", level: 4 }, facts.bornWithUses, 0.5, {
      asks: "uses were there within a day of their component's first commit",
      needs: "clones with their whole history",
    }),
  ];
}

function operations(facts: MaturityFacts): Criterion[] {
  return [
    shareAtLeast({ aspect: "operations", level: 2 }, facts.ownedComponents, 0.8, {
      asks: "components have a known owner",
      needs: "CODEOWNERS, catalog-info.yaml or a catalogue",
    }),
    atLeast({ aspect: "operations", level: 2 }, counted(facts.requestsCount, "request"), 1, {
      asks: "requests to the platform are tracked",
      needs: "requests in fulcrum.yaml",
    }),
    shareAtLeast({ aspect: "operations", level: 3 }, facts.versionedCapabilities, 0.8, {
      asks: "capabilities in use have versioned releases",
      needs: "version tags",
    }),
    shareAtLeast({ aspect: "operations", level: 3 }, facts.currentUses, 0.8, {
      asks: `uses are on ${askedMajors}`,
      needs: "lock files",
    }),
    shareAtLeast({ aspect: "operations", level: 4 }, facts.servicesWithObjective, 0.8, {
      asks: "services in use have an objective",
      needs: "OpenSLO documents",
    }),
  ];
}

function measurement(facts: MaturityFacts): Criterion[] {
  const both = facts.surveysCount > 0 && facts.outcomesCount > 0;
  return [
    shareAtLeast({ aspect: "measurement", level: 1 }, facts.deploymentsSeen, 0.1, {
      asks: "components' deployments can be seen",
      needs: "deployment events or deployment state",
    }),
    shareAtLeast({ aspect: "measurement", level: 2 }, facts.deploymentsSeen, 0.8, {
      asks: "components' deployments can be seen",
      needs: "deployment events or deployment state",
    }),
    atLeast(
      { aspect: "measurement", level: 3 },
      facts.surveysCount === 0
        ? null
        : { value: facts.surveysCount, text: String(facts.surveysCount) },
      1,
      { asks: "surveys of those who build on the platform", needs: "surveys in fulcrum.yaml" },
    ),
    atLeast(
      { aspect: "measurement", level: 4 },
      both && facts.goalsCount !== null
        ? { value: facts.goalsCount, text: String(facts.goalsCount) }
        : null,
      1,
      {
        asks: "goals, beside figures of outcomes and what users say",
        needs: "goals, outcomes and surveys in fulcrum.yaml",
      },
    ),
  ];
}

function shareAtLeast(
  step: Step,
  share: CountedShare | null,
  least: number,
  asked: Asked,
): Criterion {
  const figure =
    share === null || share.whole === 0
      ? null
      : {
          value: share.part / share.whole,
          text: `${String(share.part)} of ${String(share.whole)}, ${String(least * 100)} % are asked for`,
        };
  return atLeast(step, figure, least, { ...asked, evidence: share?.evidence ?? [] });
}

function counted(count: number | null, noun: string): { value: number; text: string } | null {
  if (count === null) return null;
  return { value: count, text: `${String(count)} ${noun}${count === 1 ? "" : "s"}` };
}

function yes(step: Step, holds: boolean | null, { asks, needs }: Asked): Criterion {
  return { ...step, text: asks, holds, needs, evidence: [] };
}
