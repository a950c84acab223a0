import { majorOf } from "#evidence/version-names.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { languageOf } from "#evidence/languages.ts";
import type { Consumption } from "#model/organisation.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfShare, type Part } from "./spread.ts";

const secondsPerDay = 86_400;
const yearSeconds = 365.25 * secondsPerDay;
const windowYears = 3;
/** Days around an update in which it is counted how often code changes anyhow. */
const around = 45;

interface Taken {
  readonly componentId: string;
  readonly capabilityId: string;
  readonly at: number;
  readonly use: Consumption;
}

/** What the platform imposes on those who use it: majors that they took, and how many of them needed code. */
export function readMajorsTaken(
  sources: IndicatorSources,
): Pick<IndicatorReadings, "majors-taken" | "majors-needing-code"> {
  const { organisation } = sources;
  const until = organisation.asOf;
  const from = until - windowYears * yearSeconds;
  const repositoryOf = new Map(organisation.components.map((one) => [one.id, one.repositoryId]));
  const homeOf = new Map(
    organisation.capabilities.map((one) => [
      one.id,
      repositoryOf.get(one.providerComponentId ?? ""),
    ]),
  );
  // Parts of one repository move together: nothing is imposed on anybody.
  const followed = organisation.consumptions.filter(
    (one) =>
      one.scope !== "reverse-test" &&
      one.versions.length > 0 &&
      homeOf.get(one.capabilityId) !== repositoryOf.get(one.consumerComponentId),
  );
  const taken = followed.flatMap((one) => majorsOf(one, from, until));
  return {
    "majors-taken": majorsTaken(sources, followed, taken, from, until),
    "majors-needing-code": majorsNeedingCode(sources, taken),
  };
}

function majorsOf(use: Consumption, from: number, until: number): Taken[] {
  const found: Taken[] = [];
  let highest: number | null = null;
  for (const { version, from: at } of use.versions) {
    const major = majorOf(version);
    if (major === null) continue;
    if (highest !== null && major > highest && at >= from && at < until)
      found.push({
        componentId: use.consumerComponentId,
        capabilityId: use.capabilityId,
        at,
        use,
      });
    highest = Math.max(highest ?? major, major);
  }
  return found;
}

function majorsTaken(
  { organisation, adoption }: IndicatorSources,
  followed: readonly Consumption[],
  taken: readonly Taken[],
  from: number,
  until: number,
): IndicatorReading {
  const years = new Map<string, number>();
  for (const { consumerComponentId, versions, to } of followed) {
    const begin = Math.max(from, versions[0]?.from ?? until);
    const own = Math.max(0, (Math.min(until, to?.at ?? until) - begin) / yearSeconds);
    // A component is followed as long as any of its uses is.
    years.set(consumerComponentId, Math.max(own, years.get(consumerComponentId) ?? 0));
  }
  const all = [...years].filter(([, own]) => own > 0);
  if (all.length === 0) {
    return notRead(
      "no-versions",
      "No use of what is offered has versions over time.",
      "Lock files, or exact versions in manifests.",
    );
  }
  const counts = new Map<string, number>();
  for (const { componentId } of taken) counts.set(componentId, (counts.get(componentId) ?? 0) + 1);
  const parts: Part[] = all.map(([cluster, of]) => ({
    cluster,
    part: counts.get(cluster) ?? 0,
    of,
  }));
  const rate = sum(parts.map(({ part }) => part)) / sum(parts.map(({ of }) => of));
  const inUse = new Set(
    adoption.flatMap(({ uses }) => uses.flatMap((use) => (use.to === null ? use.componentId : []))),
  ).size;
  const most = new Map<string, number>();
  for (const { capabilityId } of taken) most.set(capabilityId, (most.get(capabilityId) ?? 0) + 1);
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  return reading({
    value: rate,
    n: all.length,
    coverage: inUse === 0 ? null : Math.min(1, all.length / inUse),
    text: `${counted(taken.length, "major version")} taken by ${counted(all.length, "component")} in ${String(windowYears)} years, ${rate.toFixed(2)} a component and year${
      taken.length === 0
        ? ""
        : `, most of ${some(
            [...most].toSorted(([, a], [, b]) => b - a).map(([id]) => nameOf.get(id) ?? id),
            3,
          )}`
    }`,
    spread: spreadOfShare(parts),
    evidence: taken.slice(-12).flatMap(({ use }) => use.evidence.slice(0, 1)),
  });
}

/** Code changed on the day of the update, beyond how often it changes on any day around: (p − b) ÷ (1 − b). */
function majorsNeedingCode(
  { repositories, organisation }: IndicatorSources,
  taken: readonly Taken[],
): IndicatorReading {
  const repositoryOf = new Map(organisation.components.map((one) => [one.id, one.repositoryId]));
  const wanted = new Set(taken.map(({ componentId }) => repositoryOf.get(componentId)));
  const daysOf = new Map(
    repositories.flatMap((one) => (wanted.has(one.id) ? [[one.id, codeDays(one)] as const] : [])),
  );
  const judged = taken.flatMap((one) => {
    const days = daysOf.get(repositoryOf.get(one.componentId) ?? "");
    if (days === undefined) return [];
    const day = Math.floor(one.at / secondsPerDay);
    let usual = 0;
    for (let other = day - around; other <= day + around; other += 1)
      if (other !== day && days.has(other)) usual += 1;
    return [{ one, hit: Number(days.has(day)), usual: usual / (2 * around) }];
  });
  if (judged.length === 0) {
    return notRead(
      "no-majors",
      "No component was seen to take a major version.",
      "Lock files, or exact versions in manifests.",
    );
  }
  const usual = sum(judged.map((one) => one.usual)) / judged.length;
  const hits = sum(judged.map(({ hit }) => hit));
  const share = Math.max(0, (hits / judged.length - usual) / Math.max(0.1, 1 - usual));
  const spread = spreadOfShare(
    judged.map(({ one, hit }) => ({ cluster: one.componentId, part: hit, of: 1 })),
  );
  return reading({
    value: share,
    n: judged.length,
    coverage: 1,
    text: `Code changed on the day of ${String(hits)} of ${counted(judged.length, "major version")} taken; on other days it does in ${percentOf(usual)}, so about ${percentOf(share)} needed it`,
    spread: {
      ...spread,
      deviation: spread.deviation === null ? null : spread.deviation / Math.max(0.1, 1 - usual),
    },
    evidence: judged
      .flatMap(({ one, hit }) => (hit === 1 ? one.use.evidence.slice(0, 1) : []))
      .slice(0, 12),
  });
}

function codeDays({ fileChanges: { paths, ends, days } }: RepositoryEvidence): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, path] of paths.entries()) {
    const kind = languageOf(path)?.kind;
    if (kind !== "code" && kind !== "template") continue;
    for (let at = ends[index - 1] ?? 0; at < (ends[index] ?? 0); at += 1) found.add(days[at] ?? 0);
  }
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
