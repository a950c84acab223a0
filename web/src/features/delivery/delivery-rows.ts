import type { Report } from "#sections/report.ts";
import { placeOf } from "#web/api/places.ts";
import type { Component, Delivery } from "#web/api/report-rows.ts";
import { keyOfDelivery } from "#web/api/section-items.ts";
import { daysWords, decimalWords, plural } from "#web/ui/words.ts";

/** One component in one environment. */
export interface DeliveryRow {
  readonly key: string;
  readonly name: string;
  readonly delivery: Delivery;
  readonly pointer: string;
}

export function deliveryRows(
  deliveries: readonly Delivery[],
  components: ReadonlyMap<string, Component>,
): readonly DeliveryRow[] {
  return deliveries.map((delivery) => ({
    key: keyOfDelivery(delivery),
    name: components.get(delivery.componentId ?? "")?.name ?? delivery.application,
    delivery,
    pointer: placeOf("delivery", delivery.id),
  }));
}

/** What one row counts: a proxy is not called a deployment. */
export type Unit = "deployment" | "release" | "merge";

export const unitOf: Readonly<Record<Delivery["level"], Unit>> = {
  event: "deployment",
  gitops: "deployment",
  release: "release",
  merge: "merge",
};

export type RollUp = Report["deliveryRollUps"][number];

/** What is put together: production of its components, at its level. */
export function membersOf(
  { scope, level, componentIds }: RollUp,
  deliveries: readonly Delivery[],
): readonly Delivery[] {
  const own = new Set(componentIds);
  return deliveries.filter(
    (one) =>
      one.isProduction &&
      one.level === level &&
      (scope === "organisation" || own.has(one.componentId ?? "")),
  );
}

/** First and last deployments of what is put together: every row of theirs opens the rest. */
export function evidenceOfRollUp(
  deliveries: readonly Delivery[],
  rollUp: RollUp,
): readonly string[] {
  return membersOf(rollUp, deliveries).flatMap((one) => one.evidenceIds);
}

/** Of the whole organisation or a team: the level that tells of most deployments first. */
export function rollUpsOf(
  { deliveryRollUps }: Pick<Report, "deliveryRollUps">,
  team: string | null,
): readonly RollUp[] {
  return deliveryRollUps
    .filter((one) =>
      team === null ? one.scope === "organisation" : one.scope === "team" && one.id === team,
    )
    .toSorted((a, b) => b.deploymentsCount - a.deploymentsCount);
}

export const stageWords: Readonly<Record<Delivery["stages"][number]["stage"], string>> = {
  "commit-to-merge": "commit to merge",
  "open-to-merge": "opened for review to merge",
  "merge-to-build": "merge to build",
  "build-to-deploy": "build to deployment",
  "merge-to-deploy": "merge to deployment",
};

export const remedyWords = {
  rollback: "an earlier version again",
  revert: "takes a change back",
  hotfix: "brings a hotfix",
};

/** Q2 2026 */
export function quarterWords(from: string): string {
  const date = new Date(from);
  return `Q${Math.floor(date.getUTCMonth() / 3) + 1}\u00a0${date.getUTCFullYear()}`;
}

const day = 86_400_000;

/** Whether a calendar quarter (UTC) was seen to its last day: else what it counts is so far, no fall. */
export function isQuarterOver({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): boolean {
  const start = new Date(from);
  const quarter = Math.floor(start.getUTCMonth() / 3);
  return Date.parse(to) + day >= Date.UTC(start.getUTCFullYear(), (quarter + 1) * 3, 1);
}

/** 40 minutes, 5.2 hours, 3 days */
export function durationWords(seconds: number): string {
  if (seconds < 5400) return plural(Math.round(seconds / 60), "minute");
  if (seconds < 172_800) return `${decimalWords(seconds / 3600)}\u00a0hours`;
  return daysWords(seconds / 86_400);
}

export const levelWords: Readonly<Record<Delivery["level"], string>> = {
  event: "reported by the delivery system",
  gitops: "asked for in a deployment repository",
  release: "released by tag (a proxy)",
  merge: "merged (a proxy)",
};

export const outcomeWords: Readonly<Record<Delivery["points"][number]["outcome"], string>> = {
  unknown: "outcome not known",
  pending: "pending",
  ok: "no incident linked",
  failed: "failed",
  rollback: "rolled back",
};
