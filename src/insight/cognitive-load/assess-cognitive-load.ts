import { theilSenTrend } from "#kernel/stats-trend.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import type { Component, Team } from "#model/organisation.ts";
import { versionScheme } from "../adoption/versions.ts";
import { isInUse } from "../jobs/job-uses.ts";
import { lastSecond, quarterEnds } from "../jobs/trend.ts";
import { byComponent, type ByComponent, type CognitiveLoadInput } from "./by-component.ts";
import { cycleOf } from "../shared-risk/end-of-life.ts";
import { defaultCognitiveLoadOptions, type CognitiveLoadOptions } from "./options.ts";
import type { CognitiveLoad } from "./result.ts";
import type { LoadDimension } from "#vocabulary/measures.ts";
import { lowest } from "#kernel/extremes.ts";

const frameworkJobs: ReadonlySet<string> = new Set([
  "web-framework",
  "ui-framework",
  "css-framework",
]);
const infrastructure: ReadonlySet<string> = new Set([
  "dockerfile",
  "github-workflow",
  "gitlab-pipeline",
  "helm-chart",
  "terraform",
  "kustomization",
]);
const quartersAYear = 4;

/** How much must each team know? In the order of the teams: nothing here ranks them. */
export function assessCognitiveLoad(
  input: CognitiveLoadInput,
  options: CognitiveLoadOptions = defaultCognitiveLoadOptions,
): CognitiveLoad[] {
  const { organisation } = input;
  const known = byComponent(input);
  const ends = quarterEnds(organisation.asOf, options.quarters);
  return organisation.teams
    .filter((team) => team.kind === "team")
    .map((team) => loadOf(team, { input, known, ends }, options));
}

interface Ground {
  readonly input: CognitiveLoadInput;
  readonly known: ByComponent;
  readonly ends: readonly number[];
}

function loadOf(
  team: Team,
  { input, known, ends }: Ground,
  options: CognitiveLoadOptions,
): CognitiveLoad {
  const { asOf } = input.organisation;
  const own = team.componentIds.flatMap((id) => known.components.get(id) ?? []);
  const components = own.filter((one) => one.goneAt === null);
  const now = [...standing(components, { input, known }, options), ...changing(own, known, asOf)];
  const since = lowest(components.map((one) => one.born?.at ?? asOf));
  const trend = ends
    .filter((at) => at >= since)
    .map((at) => ({ at: lastSecond(at, asOf), count: countOf(changing(own, known, at)) }));
  const slope =
    trend.length < options.minimumQuarters
      ? null
      : theilSenTrend(
          trend.map((_, index) => index),
          trend.map(({ count }) => count),
        );
  const mean = trend.reduce((sum, { count }) => sum + count, 0) / Math.max(1, trend.length);
  const growth =
    slope === null || mean === 0
      ? null
      : {
          relativePerYear: (slope.slope * quartersAYear) / mean,
          perYear: slope.slope * quartersAYear,
          low: slope.low * quartersAYear,
          high: slope.high * quartersAYear,
          n: slope.n,
        };
  return {
    teamId: team.id,
    componentsCount: components.length,
    itemsCount: countOf(now),
    dimensions: now.map(({ dimension, items }) => ({ dimension, count: items.length, items })),
    trend,
    growth,
    unknown:
      growth !== null
        ? []
        : [
            {
              field: "growth",
              code: "too-few-quarters",
              reason:
                "its components are known for fewer than eight quarter-ends, or use nothing that is counted",
              needs: "two years of history",
            },
          ],
  };
}

interface Dimension {
  readonly dimension: LoadDimension;
  readonly items: readonly string[];
}

function countOf(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((sum, { items }) => sum + items.length, 0);
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

/** Known as it stands at HEAD only. What is counted as infrastructure is no language beside it. */
function standing(
  components: readonly Component[],
  { input: { sizes }, known }: Pick<Ground, "input" | "known">,
  { minimumFiles }: CognitiveLoadOptions,
): Dimension[] {
  const files = new Map<string, number>();
  const isTerraformCounted = components.some(({ artefacts }) =>
    artefacts.some(({ type, to }) => type === "terraform" && to === null),
  );
  const isCounted = (name: string): boolean =>
    name !== "Dockerfile" && !(name === "HCL" && isTerraformCounted);
  for (const { id } of components) {
    for (const [name, count] of sizes.get(id)?.languages ?? [])
      files.set(name, (files.get(name) ?? 0) + count);
  }
  return [
    {
      dimension: "languages",
      items: distinct(
        [...files]
          .filter(([name, count]) => count >= minimumFiles && isCounted(name))
          .map(([name]) => name),
      ),
    },
    {
      dimension: "runtimes",
      items: distinct(
        of(known.runtimes, components).map(
          ({ runtime, version }) => `${runtime} ${cycleOf(runtime, version)}`,
        ),
      ),
    },
  ];
}

/** Known at any time. */
function changing(own: readonly Component[], known: ByComponent, at: number): Dimension[] {
  const solutions = of(known.solutions, own)
    // What the organisation makes itself stands among its capabilities.
    .filter(({ use }) => use.capabilityId === null && isInUse(use, at))
    .map(({ job, use }) => ({ job, text: `${job}: ${use.solution}` }));
  const artefacts = own
    .flatMap((one) => one.artefacts)
    .filter(
      ({ type, from, to }) => infrastructure.has(type) && from <= at && (to === null || to > at),
    );
  const capabilities = of(known.consumptions, own).filter(
    ({ from, to, scope }) =>
      scope !== "reverse-test" && from.at <= at && (to === null || to.at > at),
  );
  return [
    {
      dimension: "frameworks",
      items: distinct(
        solutions.filter(({ job }) => frameworkJobs.has(job)).map(({ text }) => text),
      ),
    },
    {
      dimension: "tools",
      items: distinct(
        solutions.filter(({ job }) => !frameworkJobs.has(job)).map(({ text }) => text),
      ),
    },
    { dimension: "infrastructure", items: distinct(artefacts.map(({ type }) => type)) },
    {
      dimension: "capabilities",
      items: distinct(
        capabilities.map(({ capabilityId }) => known.names.get(capabilityId) ?? capabilityId),
      ),
    },
    { dimension: "parallel-versions", items: parallelVersions(of(known.locked, own), at) },
  ];
}

function of<Item>(
  lists: ReadonlyMap<string, readonly Item[]>,
  components: readonly Component[],
): Item[] {
  return components.flatMap(({ id }) => lists.get(id) ?? []);
}

/** Majors of one package beyond the first that the team's components have locked at the same time. */
function parallelVersions(locked: readonly LockedUse[], at: number): string[] {
  const majors = new Map<string, Set<number>>();
  for (const { purl, version, from, to } of locked) {
    if (from > at || (to !== null && to <= at)) continue;
    const scheme = versionScheme(purl);
    if (!scheme.isValid(version)) continue;
    const known = majors.get(purl) ?? new Set<number>();
    known.add(scheme.major(version));
    majors.set(purl, known);
  }
  return [...majors]
    .flatMap(([purl, found]) =>
      [...found]
        .sort((a, b) => b - a)
        .slice(1)
        .map((major) => `${purl} ${String(major)}`),
    )
    .sort();
}
