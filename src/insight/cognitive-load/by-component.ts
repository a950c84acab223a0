import { append } from "#kernel/lists-by-key.ts";
import type { CodeSize } from "#model/code-sizes.ts";
import type { ComponentRuntime } from "#model/component-runtimes.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import type { Component, Consumption, Organisation } from "#model/organisation.ts";
import type { JobIndex } from "../jobs/job-index.ts";
import { usesByJob, type JobUse } from "../jobs/job-uses.ts";

export interface CognitiveLoadInput {
  readonly organisation: Organisation;
  readonly jobs: JobIndex;
  readonly sizes: ReadonlyMap<string, CodeSize>;
  readonly runtimes: readonly ComponentRuntime[];
  readonly locked: readonly LockedUse[];
}

export interface Solution {
  readonly job: string;
  readonly use: JobUse;
}

/** What is known of each component: put together once, for each team asks about its own at every quarter's end. */
export interface ByComponent {
  readonly components: ReadonlyMap<string, Component>;
  /** Capability → the name to show. */
  readonly names: ReadonlyMap<string, string>;
  readonly solutions: ReadonlyMap<string, readonly Solution[]>;
  readonly consumptions: ReadonlyMap<string, readonly Consumption[]>;
  readonly locked: ReadonlyMap<string, readonly LockedUse[]>;
  readonly runtimes: ReadonlyMap<string, readonly ComponentRuntime[]>;
}

export function byComponent({
  organisation,
  jobs,
  runtimes,
  locked,
}: CognitiveLoadInput): ByComponent {
  const solutions = new Map<string, Solution[]>();
  for (const { job, uses } of usesByJob(organisation, jobs))
    for (const use of uses) append(solutions, use.componentId, { job, use });
  return {
    components: new Map(organisation.components.map((one) => [one.id, one])),
    names: new Map(organisation.capabilities.map((one) => [one.id, one.name])),
    solutions,
    consumptions: lists(organisation.consumptions, (one) => one.consumerComponentId),
    locked: lists(locked, (one) => one.componentId),
    runtimes: lists(runtimes, (one) => one.componentId),
  };
}

function lists<Item>(
  items: readonly Item[],
  componentOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) append(found, componentOf(item), item);
  return found;
}
