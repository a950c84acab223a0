import { majorOf } from "#evidence/version-names.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { languageOf } from "#evidence/languages.ts";
import type { Consumption } from "#model/organisation.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfShare, type Part } from "./spread.ts";
import { usedElsewhere } from "./used-elsewhere.ts";

const secondsPerDay = 86_400;
const yearSeconds = 365.25 * secondsPerDay;
const windowYears = 3;
/** Days around an update in which it is counted how often code changes anyhow. */
const around = 45;
/** Other updates with which majors are compared: with fewer, the days around are. */
const leastOthers = 10;

/** One update by one repository: all that it takes of another one on one day is one piece of work. */
interface Update {
  readonly repositoryId: string;
  readonly capabilityId: string;
  readonly at: number;
  readonly use: Consumption;
}

interface Updates {
  readonly majors: readonly Update[];
  /** Other versions of the same things, on days without a major: what an update needs anyhow. */
  readonly others: readonly Update[];
  /** Years that each repository was seen to follow any of them. */
  readonly years: ReadonlyMap<string, number>;
}

/** What the platform imposes on those who use it: majors that they took, and how many of them needed code. */
export function readMajorsTaken(
  sources: IndicatorSources,
): Pick<IndicatorReadings, "majors-taken" | "majors-needing-code"> {
  const updates = updatesOf(sources);
  return {
    "majors-taken": majorsTaken(sources, updates),
    "majors-needing-code": majorsNeedingCode(sources, updates),
  };
}

function updatesOf({ organisation }: IndicatorSources): Updates {
  const until = organisation.asOf;
  const from = until - windowYears * yearSeconds;
  const repositoryOf = new Map(organisation.components.map((one) => [one.id, one.repositoryId]));
  const homeOf = new Map(
    organisation.capabilities.map((one) => [
      one.id,
      repositoryOf.get(one.providerComponentId ?? ""),
    ]),
  );
  const majors = new Map<string, Update>();
  const others = new Map<string, Update>();
  const years = new Map<string, number>();
  for (const use of organisation.consumptions) {
    const { capabilityId, versions, scope, to } = use;
    const repositoryId = repositoryOf.get(use.consumerComponentId);
    const home = homeOf.get(capabilityId);
    // Parts of one repository move together: nothing is imposed on anybody.
    if (repositoryId === undefined || home === repositoryId) continue;
    if (scope === "reverse-test" || versions.length === 0) continue;
    const begin = Math.max(from, versions[0]?.from ?? until);
    const own = Math.max(0, (Math.min(until, to?.at ?? until) - begin) / yearSeconds);
    // A repository follows as long as any of its uses does.
    years.set(repositoryId, Math.max(own, years.get(repositoryId) ?? 0));
    for (const { at, isMajor } of stepsOf(versions)) {
      if (at < from || at >= until) continue;
      const key = `${repositoryId} ${home ?? capabilityId} ${String(Math.floor(at / secondsPerDay))}`;
      (isMajor ? majors : others).set(key, { repositoryId, capabilityId, at, use });
    }
  }
  return {
    majors: [...majors.values()],
    others: [...others].flatMap(([key, one]) => (majors.has(key) ? [] : [one])),
    years,
  };
}

/** Versions after the first, each with whether it was a major above all before. */
function stepsOf(versions: Consumption["versions"]): { at: number; isMajor: boolean }[] {
  const steps: { at: number; isMajor: boolean }[] = [];
  let highest: number | null = null;
  for (const { version, from: at } of versions) {
    const major = majorOf(version);
    if (major === null) continue;
    if (highest !== null) steps.push({ at, isMajor: major > highest });
    highest = Math.max(highest ?? major, major);
  }
  return steps;
}

function majorsTaken(
  { organisation, adoption }: IndicatorSources,
  { majors, years }: Updates,
): IndicatorReading {
  const all = [...years].filter(([, own]) => own > 0);
  if (all.length === 0) {
    return notRead(
      "no-versions",
      "No use of what is offered has versions over time.",
      "Lock files, or exact versions in manifests.",
    );
  }
  const counts = countsOf(majors.map(({ repositoryId }) => repositoryId));
  const parts: Part[] = all.map(([cluster, of]) => ({
    cluster,
    part: counts.get(cluster) ?? 0,
    of,
  }));
  const rate = sum(parts.map(({ part }) => part)) / sum(parts.map(({ of }) => of));
  const inUse = new Set(
    [...usedElsewhere(adoption, organisation).values()].flatMap((one) => [...one]),
  ).size;
  const most = countsOf(majors.map(({ capabilityId }) => capabilityId));
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  return reading({
    value: rate,
    n: all.length,
    coverage: inUse === 0 ? null : Math.min(1, all.length / inUse),
    text: `${counted(majors.length, "major version")} taken by ${counted(all.length, "repository", "repositories")} in ${String(windowYears)} years, ${rate.toFixed(2)} a repository and year${
      majors.length === 0
        ? ""
        : `, most of ${some(
            [...most].toSorted(([, a], [, b]) => b - a).map(([id]) => nameOf.get(id) ?? id),
            3,
          )}`
    }`,
    spread: spreadOfShare(parts),
    evidence: majors.slice(-12).flatMap(({ use }) => use.evidence.slice(0, 1)),
  });
}

/**
 * Code changed on the day of a major, beyond how often it does on that of any other update of the same things: (p − b) ÷ (1 − b).
 * Where too few others were seen, b is how often it changes on days around on which anything does.
 */
function majorsNeedingCode(
  { repositories }: IndicatorSources,
  { majors, others }: Updates,
): IndicatorReading {
  const wanted = new Set(majors.map(({ repositoryId }) => repositoryId));
  const daysOf = new Map(
    repositories.flatMap((one) =>
      wanted.has(one.id) ? [[one.id, changedDays(one)] as const] : [],
    ),
  );
  const judged = majors.flatMap((one) => {
    const days = daysOf.get(one.repositoryId);
    return days === undefined ? [] : [{ one, days, hit: Number(days.code.has(dayOf(one))) }];
  });
  if (judged.length === 0) {
    return notRead(
      "no-majors",
      "No repository was seen to take a major version.",
      "Lock files, or exact versions in manifests.",
    );
  }
  const control = others.flatMap((one) => {
    const days = daysOf.get(one.repositoryId);
    return days === undefined ? [] : Number(days.code.has(dayOf(one)));
  });
  const isCompared = control.length >= leastOthers;
  const usual = isCompared ? sum(control) / control.length : usualAround(judged);
  const hits = sum(judged.map(({ hit }) => hit));
  const share = Math.max(0, (hits / judged.length - usual) / Math.max(0.1, 1 - usual));
  const spread = spreadOfShare(
    judged.map(({ one, hit }) => ({ cluster: one.repositoryId, part: hit, of: 1 })),
  );
  return reading({
    value: share,
    n: judged.length,
    coverage: 1,
    text: `Code changed on the day of ${String(hits)} of ${counted(judged.length, "major version")} taken, and on ${percentOf(usual)} ${isCompared ? "of the days of other updates of the same things" : "of the days around with any change"}, so about ${percentOf(share)} needed it`,
    spread: {
      ...spread,
      deviation: spread.deviation === null ? null : spread.deviation / Math.max(0.1, 1 - usual),
    },
    evidence: judged
      .flatMap(({ one, hit }) => (hit === 1 ? one.use.evidence.slice(0, 1) : []))
      .slice(0, 12),
  });
}

interface ChangedDays {
  readonly code: ReadonlySet<number>;
  readonly any: ReadonlySet<number>;
}

function changedDays({ fileChanges: { paths, ends, days } }: RepositoryEvidence): ChangedDays {
  const code = new Set<number>();
  const any = new Set<number>();
  for (const [index, path] of paths.entries()) {
    const kind = languageOf(path)?.kind;
    const isCode = kind === "code" || kind === "template";
    for (let at = ends[index - 1] ?? 0; at < (ends[index] ?? 0); at += 1) {
      any.add(days[at] ?? 0);
      if (isCode) code.add(days[at] ?? 0);
    }
  }
  return { code, any };
}

/** Of the days around each on which anything changed, those on which code did. */
function usualAround(judged: readonly { one: Update; days: ChangedDays }[]): number {
  let all = 0;
  let withCode = 0;
  for (const { one, days } of judged)
    for (let other = dayOf(one) - around; other <= dayOf(one) + around; other += 1) {
      if (other === dayOf(one) || !days.any.has(other)) continue;
      all += 1;
      withCode += Number(days.code.has(other));
    }
  return all === 0 ? 0 : withCode / all;
}

function dayOf({ at }: Pick<Update, "at">): number {
  return Math.floor(at / secondsPerDay);
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
