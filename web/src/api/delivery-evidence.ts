import type { Delivery, EvidenceItem } from "./report-rows.ts";
import { keyOfDelivery } from "./section-items.ts";

/** A point of a row, for the evidence drawer. */
export function deploymentReference(delivery: Delivery, index: number): string {
  return `deployment:${String(index)}:${keyOfDelivery(delivery)}`;
}

const pattern = /^deployment:(\d{1,6}):(.{0,1000})$/s;

export function deliveryKey(reference: string): string {
  return pattern.exec(reference)?.[2] ?? reference;
}

const sources: Readonly<Record<Delivery["level"], string>> = {
  event: "events",
  gitops: "gitops",
  release: "git",
  merge: "git",
};

/** The fact behind a point: what was deployed when, and where that is recorded. Null for other references. */
export function deliveryItem(rows: readonly Delivery[], reference: string): EvidenceItem | null {
  const [, position = "", key = ""] = pattern.exec(reference) ?? [];
  const delivery = rows.find((one) => keyOfDelivery(one) === key);
  const point = delivery?.points[Number(position)];
  if (delivery === undefined || point === undefined) return null;
  return {
    id: `evidence:${reference}`,
    source: sources[delivery.level],
    repositoryId: delivery.recordedIn.repositoryId,
    commit: point.commit,
    path: point.path ?? delivery.recordedIn.path,
    line: point.line ?? null,
    at: point.at,
    how: "observed",
    confidence: "observed",
    text: `${delivery.application} ${point.version} in ${delivery.environment}`,
  };
}
