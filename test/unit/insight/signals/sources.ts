import type { ChangeKinds } from "#evidence/change-quarters.ts";
import { quarterOf } from "#evidence/change-quarters.ts";
import { nothingRead } from "#evidence/nothing-read.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { IndicatorReading, KnownReading } from "#insight/signals/indicator.ts";
import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import { asOf, bakery, DAY, on } from "../adoption/bakery.ts";

/** A clone of which nothing was read but what is given. */
export function clone(name: string, more: Partial<RepositoryEvidence> = {}): RepositoryEvidence {
  return {
    ...nothingRead,
    id: `repository:${name}`,
    name,
    remote: null,
    defaultBranch: "main",
    isShallow: false,
    head: { commit: "c0ffee", at: asOf - DAY },
    ...more,
  };
}

/** So many kinds of change in each of the last quarters before as-of, the newest first. */
export function kindsOf(
  ...quarters: readonly Partial<ChangeKinds>[]
): Pick<RepositoryEvidence, "changes"> {
  const newest = quarterOf(asOf) - 1;
  return {
    changes: {
      quarters: [],
      tail: [],
      kinds: quarters
        .map((one, index) => ({
          quarter: newest - index,
          humanCommitsCount: 0,
          changesCount: 0,
          humanChangesCount: 0,
          updatesCount: 0,
          humanUpdatesCount: 0,
          humanPipelinesCount: 0,
          humanRepairsCount: 0,
          repairs: [],
          ...one,
        }))
        .toReversed(),
    },
  };
}

export function lock(name: string, version: string, from: string, to: string | null): LockedUse {
  return {
    componentId: `component:${name}`,
    repositoryId: `repository:${name}`,
    purl: "pkg:gem/flour",
    version,
    from: on(from),
    to: to === null ? null : on(to),
    path: "Gemfile.lock",
    commit: version,
  };
}

/** What the indicator under test reads; all else is missing, so that reading it fails. */
export function sourcesOf(given: Partial<IndicatorSources>): IndicatorSources {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what these indicators read
  return {
    organisation: bakery({}),
    repositories: [],
    platformIds: new Set(),
    productIds: new Set(),
    ...given,
  } as IndicatorSources;
}

export function known(one: IndicatorReading): KnownReading {
  if (one.unknown !== null) throw new Error(`unknown: ${one.unknown.reason}`);
  return one;
}
