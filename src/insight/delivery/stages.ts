import { quantileOf } from "#kernel/stats-summary.ts";
import type { Deployment } from "#model/deployments.ts";
import type { ContainedCommits } from "./newly-contained.ts";
import type { DeliveryOptions } from "./options.ts";
import { type DeliveryStage, deliveryStages } from "#vocabulary/delivery.ts";

/** Seconds. n counts commits; of `open-to-merge` merged changes, of `build-to-deploy` deployments. */
export interface StageTime {
  readonly stage: DeliveryStage;
  readonly p50: number;
  readonly p85: number;
  readonly n: number;
}

export interface StageInput {
  readonly deployments: readonly Deployment[];
  readonly contained: ContainedCommits;
  /** When changes were opened, merged and built, by `STAGE KEY` (commit, artefact or chain of events). */
  readonly times: ReadonlyMap<string, number>;
  readonly from: number;
  readonly to: number;
}

/**
 * The stages of lead time that are known, in their order: commit to merge from the graph, the others where events tell.
 * Medians of stages do not add up to the median of the whole.
 */
export function stageTimes(input: StageInput, options: DeliveryOptions): StageTime[] {
  const { deployments, contained, from, to } = input;
  // Without events of stages not even the names of a million deployments are looked at.
  const built = input.times.size === 0 ? [] : deployments.map((one) => builtAt(one, input.times));
  const samples: Record<DeliveryStage, number[]> = {
    "open-to-merge": reviewTimes(input),
    "commit-to-merge": [],
    "merge-to-build": [],
    "build-to-deploy": [],
    "merge-to-deploy": [],
  };
  const put = (stage: DeliveryStage, since: number, until: number): void => {
    if (until >= since) samples[stage].push(until - since);
  };
  for (let row = 0; row < contained.deployment.length; row++) {
    const index = contained.deployment[row] ?? 0;
    const at = deployments[index]?.at ?? 0;
    if (at < from || at >= to || contained.isBot[row] === 1) continue;
    const mergedAt = contained.mergedAt[row] ?? 0;
    if (contained.isMerge[row] === 0 && contained.isSquashed[row] === 0)
      put("commit-to-merge", contained.committedAt[row] ?? 0, mergedAt);
    put("merge-to-deploy", mergedAt, at);
    const builtTime = built[index] ?? null;
    if (builtTime !== null) put("merge-to-build", mergedAt, builtTime);
  }
  for (const [index, builtTime] of built.entries()) {
    const at = deployments[index]?.at ?? 0;
    if (builtTime !== null && at >= from && at < to) put("build-to-deploy", builtTime, at);
  }
  return deliveryStages.flatMap((stage) => {
    const values = samples[stage];
    if (values.length < options.leadMinimum) return [];
    return [
      { stage, p50: quantileOf(values, 0.5), p85: quantileOf(values, 0.85), n: values.length },
    ];
  });
}

function builtAt(
  { revision, artifact, chain, at }: Deployment,
  times: ReadonlyMap<string, number>,
): number | null {
  const keys = [
    revision === null ? null : `built commit ${revision}`,
    artifact === null ? null : `built artifact ${artifact}`,
    chain == null ? null : `built chain ${chain}`,
  ];
  return (
    keys
      .map((key) => (key === null ? undefined : times.get(key)))
      .find((time) => time !== undefined && time <= at) ?? null
  );
}

/** From opening a change for review to its merge, of the changes that deployments of the window brought. */
function reviewTimes({ deployments, contained, times, from, to }: StageInput): number[] {
  const { lineIds, lineDeployment } = contained;
  const width = lineDeployment.length === 0 ? 0 : lineIds.length / lineDeployment.length;
  const found: number[] = [];
  for (let row = 0; row < lineDeployment.length; row++) {
    const at = deployments[lineDeployment[row] ?? 0]?.at ?? 0;
    if (at < from || at >= to) continue;
    const commit = lineIds.slice(row * width, (row + 1) * width);
    const openedAt = times.get(`opened commit ${commit}`);
    const mergedAt = times.get(`merged commit ${commit}`);
    if (openedAt !== undefined && mergedAt !== undefined && mergedAt >= openedAt)
      found.push(mergedAt - openedAt);
  }
  return found;
}
