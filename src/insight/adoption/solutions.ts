import type { Capability, ThirdPartyUse } from "#model/organisation.ts";
import type { AdoptionOptions } from "./options.ts";
import { compareText, type Use } from "./uses.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";

/** One spell of some component using some solution to a job: a capability or a third-party package. */
export interface SolutionUse {
  readonly componentId: string;
  /** Capability id or purl. */
  readonly solution: string;
  readonly name: string;
  readonly from: number;
  readonly to: number | null;
  readonly evidence: readonly EvidenceRef[];
}

/** Everything in use for each job, by start. */
export function solutionsByJob(
  {
    capabilities,
    usesOf,
    thirdPartyUses,
  }: {
    readonly capabilities: readonly Capability[];
    readonly usesOf: (capabilityId: string) => readonly Use[];
    readonly thirdPartyUses: readonly ThirdPartyUse[];
  },
  asOf: number,
  options: Pick<AdoptionOptions, "packageJobs" | "sameUseGap">,
): ReadonlyMap<string, readonly SolutionUse[]> {
  const byJob = new Map<string, SolutionUse[]>();
  const add = (job: string, use: SolutionUse): void => {
    const list = byJob.get(job);
    if (list) list.push(use);
    else byJob.set(job, [use]);
  };
  for (const capability of capabilities) {
    if (capability.job === null) continue;
    for (const use of usesOf(capability.id)) {
      add(capability.job, {
        componentId: use.componentId,
        solution: capability.id,
        name: capability.name,
        from: use.from,
        to: use.to,
        evidence: use.consumptions[0]?.evidence ?? [],
      });
    }
  }
  for (const use of mergeThirdParty(thirdPartyUses, asOf, options.sameUseGap)) {
    const job = options.packageJobs?.get(use.solution);
    if (job !== undefined) add(job, use);
  }
  for (const list of byJob.values()) {
    list.sort(
      (a, b) =>
        a.from - b.from ||
        compareText(a.componentId, b.componentId) ||
        compareText(a.solution, b.solution),
    );
  }
  return byJob;
}

/** The other solutions to the capability's job; null where its job is unknown. */
export function alternatives(
  capability: Capability,
  byJob: ReadonlyMap<string, readonly SolutionUse[]>,
  renamedTo: ReadonlySet<string>,
): readonly SolutionUse[] | null {
  if (capability.job === null) return null;
  const own = new Set([capability.id, ...capability.packages, ...renamedTo]);
  const ecosystems = new Set(capability.packages.map(ecosystemOf));
  return (byJob.get(capability.job) ?? []).filter(
    (use) => !own.has(use.solution) && isInReach(use.solution, ecosystems),
  );
}

/** A package of another ecosystem is no alternative; a capability without packages is called from any. */
function isInReach(solution: string, ecosystems: ReadonlySet<string>): boolean {
  return (
    ecosystems.size === 0 || !solution.startsWith("pkg:") || ecosystems.has(ecosystemOf(solution))
  );
}

function ecosystemOf(purl: string): string {
  return purl.slice(0, purl.indexOf("/"));
}

function mergeThirdParty(uses: readonly ThirdPartyUse[], asOf: number, gap: number): SolutionUse[] {
  const sorted = uses
    .filter((use) => use.scope !== "reverse-test" && use.from <= asOf)
    .sort(
      (a, b) =>
        compareText(a.componentId, b.componentId) || compareText(a.purl, b.purl) || a.from - b.from,
    );
  const merged: (Pick<ThirdPartyUse, "componentId" | "purl" | "from" | "evidence"> & {
    end: number;
  })[] = [];
  for (const { componentId, purl, from, to, evidence } of sorted) {
    const last = merged.at(-1);
    const end = to ?? Number.POSITIVE_INFINITY;
    if (last?.componentId === componentId && last.purl === purl && from - last.end <= gap) {
      last.end = Math.max(last.end, end);
    } else {
      merged.push({ componentId, purl, from, end, evidence });
    }
  }
  return merged.map(({ componentId, purl, from, end, evidence }) => ({
    componentId,
    solution: purl,
    name: purl,
    from,
    to: end <= asOf ? end : null,
    evidence,
  }));
}
