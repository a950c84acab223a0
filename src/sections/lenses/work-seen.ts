import { quarterOf } from "#evidence/change-quarters.ts";
import { workCosts, type WorkCosts } from "#insight/lenses/work-costs.ts";
import { append } from "#kernel/lists-by-key.ts";
import {
  componentQuarters,
  humanChangesCount,
  type ComponentQuarter,
} from "#model/component-quarters.ts";
import { automationOf, type Automation } from "#model/automation.ts";
import {
  botDays,
  humanChangesSince,
  mainlineChanges,
  type BotDayOf,
  type MainlineChangeOf,
} from "#model/mainline-changes.ts";
import type { Organisation } from "#model/organisation.ts";
import { sweepsOf, type Sweep } from "#model/sweeps.ts";
import type { Gathered } from "../gathered.ts";
import { valueOptions } from "../value/options.ts";

export interface WorkSeen {
  /** By component: changes by people in the last four quarters. */
  readonly changes: ReadonlyMap<string, number>;
  readonly changeOf: MainlineChangeOf;
  readonly isBotDay: BotDayOf;
  readonly costs: WorkCosts;
  /** In the last three years. */
  readonly sweeps: readonly Sweep[];
  readonly automation: Automation;
  /** By repository: changes of its mainline by people in the last twelve months, documents left out. */
  readonly repositoryChanges: ReadonlyMap<string, number>;
}

const suppressBelow = 5;
const yearSeconds = 365 * 86_400;
const sweptSeconds = 3 * yearSeconds;

/** How much is changed, and how long a change takes here. */
export function workSeen(
  { components, capabilities, asOf }: Organisation,
  { repositories, configuration }: Pick<Gathered, "repositories" | "configuration">,
): WorkSeen {
  const quarters = componentQuarters(components, repositories);
  const last = quarterOf(asOf - 1);
  const ofYear = new Map<string, ComponentQuarter[]>();
  for (const one of quarters)
    if (one.quarter <= last && one.quarter > last - 4) append(ofYear, one.componentId, one);
  const changes = new Map([...ofYear].map(([id, own]) => [id, humanChangesCount(own)] as const));
  const options = valueOptions(configuration);
  const costs = workCosts({
    repositories,
    components,
    quarters,
    offeringIds: new Set(capabilities.flatMap((one) => one.providerComponentId ?? [])),
    until: asOf,
    upgradeHours: options.upgradeHours ?? null,
    suppressBelow: options.suppressBelow ?? suppressBelow,
  });
  return {
    changes,
    changeOf: mainlineChanges(repositories),
    isBotDay: botDays(repositories),
    costs,
    sweeps: sweepsOf(repositories, asOf - sweptSeconds, asOf),
    automation: automationOf(repositories),
    repositoryChanges: humanChangesSince(repositories, asOf - yearSeconds, asOf),
  };
}
