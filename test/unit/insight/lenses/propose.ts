import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import type { CopySite, RankedClass } from "#insight/duplication/between-owners.ts";
import { assessJobs } from "#insight/jobs/assess-jobs.ts";
import { jobIndex, packageJobs } from "#insight/jobs/job-index.ts";
import { enableNext } from "#insight/lenses/enable-next.ts";
import type { PlatformLensInput } from "#insight/lenses/ground.ts";
import type { Proposal } from "#insight/lenses/proposal.ts";
import type { WorkCosts } from "#insight/lenses/work-costs.ts";
import { noAutomation } from "#model/automation.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { asOf, bakery, DAY } from "../adoption/bakery.ts";

/** A change takes two hours in these bakeries, and everything else is a round part or multiple of it. */
export const costs: WorkCosts = {
  change: { low: 1, likely: 2, high: 4 },
  repeat: { low: 0.5, likely: 1, high: 2 },
  version: { low: 0.5, likely: 1, high: 2 },
  brought: { low: 0.5, likely: 1, high: 2 },
  major: { low: 1, likely: 4, high: 8 },
  building: { low: 4, likely: 8, high: 16 },
  buildingChanges: { low: 4, likely: 4, high: 4 },
  isMeasured: true,
  yearOfWork: null,
  words: { change: "a change takes 1 to 4 hours", building: "built in 4 changes" },
};

const index = jobIndex([
  { job: "proofing", packages: ["pkg:gem/warm", "pkg:gem/warmer", "pkg:gem/cosy"] },
]);

export function propose(
  parts: Partial<Organisation>,
  more: Partial<PlatformLensInput> = {},
): Proposal[] {
  const organisation = bakery(parts);
  return enableNext({
    organisation,
    adoption: assessAdoption(organisation, {
      packageJobs: packageJobs(
        index,
        organisation.thirdPartyUses.map(({ purl }) => purl),
      ),
    }),
    jobs: assessJobs(organisation, { index }),
    documentation: [],
    clones: null,
    risks: [],
    ending: [],
    sweeps: [],
    automation: noAutomation,
    repositoryChanges: new Map(),
    requests: null,
    findings: [],
    locked: [],
    changes: new Map(),
    changeOf: () => null,
    isBotDay: () => false,
    costs,
    asked: asOf,
    until: asOf,
    ...more,
  });
}

export function kindsOf(proposals: readonly Proposal[]): string[] {
  return proposals.map(({ kind }) => kind);
}

/** A copy in a shop's repository, changed so many days before as-of; born long before. */
export function copyIn(
  shop: string,
  path: string,
  changedDaysAgo: readonly number[],
  more: Partial<CopySite> = {},
): CopySite {
  const end = Math.floor(asOf / DAY);
  return {
    repositoryId: `repository:${shop}`,
    componentId: `component:${shop}`,
    path,
    commit: null,
    start: 1,
    end: 40,
    fileShare: 1,
    owners: [`team:${shop}`],
    changeDays: [
      end - 2_000,
      ...changedDaysAgo.map((days) => end - days).toSorted((a, b) => a - b),
    ],
    ...more,
  };
}

export function copied(copies: readonly CopySite[], more: Partial<RankedClass> = {}): RankedClass {
  return {
    kind: "code",
    type: 1,
    similarity: 1,
    medianLines: 40,
    tokens: 400,
    copies,
    ownerIds: [...new Set(copies.flatMap((one) => one.owners))].sort(),
    crossOwnerLines: 40,
    coChangesCount: 10,
    coChangesByChance: 0,
    rank: 40,
    ...more,
  };
}

/** For the public, so that what suits them can be told from what suits staff. */
export function page(component: Component, description: string): Component {
  return { ...component, description, surface: [{ mark: "page", text: "/", count: 3 }] };
}
