import type { Report } from "#contract/report.ts";
import type { ReportView } from "#web/api/report-view.ts";
import { daysWords, decimalWords, plural } from "#web/ui/words.ts";

export type Delivery = Report["delivery"][number];

/** One component in one environment. */
export interface DeliveryRow {
  readonly key: string;
  readonly name: string;
  readonly delivery: Delivery;
  readonly pointer: string;
}

export function deliveryRows({ report, components }: ReportView): readonly DeliveryRow[] {
  return report.delivery.map((delivery, index) => ({
    key: `${delivery.application} in ${delivery.environment}`,
    name: components.get(delivery.componentId ?? "")?.name ?? delivery.application,
    delivery,
    pointer: `/delivery/${index}`,
  }));
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
