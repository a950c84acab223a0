import { expect, it } from "vitest";
import { deployment } from "#fixtures/deployment.ts";
import { leadTimes } from "#insight/delivery/lead-time.ts";
import type { ContainedCommits } from "#insight/delivery/newly-contained.ts";
import { deliveryDefaults } from "#insight/delivery/options.ts";

const hour = 3600;
const count = 20;
const rows = Array.from({ length: count }, (_, index) => index);
const deployments = rows.map((index) => deployment((index + 1) * 100 * hour));
const atOf = (row: number) => deployments[row]?.at ?? 0;

/** Of a program: squashed into one at the merge, or brought by it five hours later. */
const botsOf = (isSquashed: 0 | 1) => {
  const contained: ContainedCommits = {
    deployment: Uint32Array.from(rows),
    committedAt: Float64Array.from(rows, (row) => atOf(row) - (isSquashed === 1 ? 0 : 5 * hour)),
    authoredAt: Float64Array.from(rows, (row) => atOf(row) - 6 * hour),
    mergedAt: Float64Array.from(rows, atOf),
    isBot: new Uint8Array(count).fill(1),
    isMerge: new Uint8Array(count),
    isSquashed: new Uint8Array(count).fill(isSquashed),
    lineIds: "",
    lineDeployment: new Uint32Array(),
    tipCommittedAt: new Float64Array(count).fill(Number.NaN),
    isMeasured: new Uint8Array(count).fill(1),
    undoes: new Int32Array(count).fill(-1),
    isHotfix: new Uint8Array(count),
  };
  return leadTimes(
    deployments,
    contained,
    { from: 0, to: 1e9 },
    { ...deliveryDefaults, isToMerge: true },
  ).bots;
};

it("until a merge is known of commits of programs that it brought, not of those made at it", () => {
  expect(botsOf(1)).toBeNull();
  expect(botsOf(0)?.p50).toBe(5 * hour);
});
