import type { Report } from "#sections/report.ts";

/** What an organisation looked like on a day, as its repositories stood then. */
export interface YearFacts {
  readonly organisation: string;
  /** 1 January of this year, the start of the day. */
  readonly year: number;
  readonly repositoriesCount: number;
  readonly verdict: {
    readonly answer: Report["signals"]["verdict"]["answer"];
    readonly leaning: Report["signals"]["verdict"]["leaning"];
    readonly chances: Report["signals"]["verdict"]["chances"];
    readonly signs: { readonly mean: number; readonly low: number; readonly high: number };
    readonly evidenceMass: number;
  };
  /** Teams that own components and are called after a platform. */
  readonly platformOwners: readonly string[];
  /** Jobs that are done in several ways, of those of which it can be said. */
  readonly fragmentedJobs: readonly string[];
  readonly judgedJobs: readonly string[];
  /** Capabilities that their provider retires. */
  readonly retired: readonly string[];
  /** `repository:path` of charters, roadmaps, principles and the like. */
  readonly direction: readonly string[];
  readonly decisionRecordsCount: number;
}

const platformWords =
  /platform|devex|developer[-_ ]?(?:experience|productivity|tools|tooling)|(?:^|[-_ /])(?:infra|infrastructure|tooling|sre|shared[-_ ]services|design[-_ ]system|release[-_ ]engineering)(?:$|[-_ /])/i;
const directionPath =
  /(?:^|[/_-])(?:charter|roadmap|vision|principles|tech[-_]?radar|golden[-_]paths?|paved[-_]roads?|platform[-_]strategy)(?:[_.-][^/]{0,80})?\.(?:md|markdown|rst|adoc|txt)$/i;
const decisionPath =
  /(?:^|\/)(?:adrs?|decisions|decision-records|architecture-decisions?|rfcs?)\/(?:[^/]{1,100}\/){0,4}(?:adr-?)?\d{1,5}[^/]{0,200}\.(?:md|markdown|rst|adoc)$/i;
/** Other people's documents, and what tests and templates hold. */
const foreignPath =
  /(?:^|\/)(?:node_modules|vendor|third_party|tests?|specs?|fixtures?|templates?)\//i;

export function isPlatformOwner(name: string): boolean {
  return platformWords.test(name);
}

export function isDirection(path: string): boolean {
  return directionPath.test(path) && !foreignPath.test(path);
}

export function isDecisionRecord(path: string): boolean {
  return decisionPath.test(path) && !foreignPath.test(path);
}

/** `paths`: of every repository at that time, by its name. */
export function yearFacts(
  { organisation, year }: Pick<YearFacts, "organisation" | "year">,
  report: Pick<Report, "signals" | "repositories" | "teams" | "jobs" | "adoption" | "capabilities">,
  paths: ReadonlyMap<string, readonly string[]>,
): YearFacts {
  const { answer, leaning, chances, signs, evidenceMass } = report.signals.verdict;
  const names = new Map(report.capabilities.map(({ id, name }) => [id, name]));
  const judged = report.jobs.filter(({ isFragmented }) => isFragmented !== null);
  return {
    organisation,
    year,
    repositoriesCount: report.repositories.length,
    verdict: {
      answer,
      leaning,
      chances: { ...chances },
      signs: { mean: signs.mean, low: signs.low, high: signs.high },
      evidenceMass,
    },
    platformOwners: report.teams
      .filter(({ kind, componentIds }) => kind === "team" && componentIds.length > 0)
      .map(({ name }) => name)
      .filter(isPlatformOwner)
      .toSorted(),
    fragmentedJobs: judged
      .filter(({ isFragmented }) => isFragmented === true)
      .map(({ id }) => id)
      .toSorted(),
    judgedJobs: judged.map(({ id }) => id).toSorted(),
    retired: report.adoption
      .filter(({ retirement }) => retirement !== null)
      .map(({ capabilityId }) => names.get(capabilityId) ?? capabilityId)
      .toSorted(),
    direction: [...paths]
      .flatMap(([name, own]) => own.filter(isDirection).map((path) => `${name}:${path}`))
      .toSorted(),
    decisionRecordsCount: [...paths.values()].flat().filter(isDecisionRecord).length,
  };
}
