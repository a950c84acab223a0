import { slugOf } from "#kernel/ids.ts";
import { describe, expect, it } from "vitest";
import type { ReportDelivery } from "#sections/delivery/schema.ts";
import type { Report } from "#sections/report.ts";
import { contextOver } from "#fixtures/quiet-context.ts";
import { listDeliveries } from "#operations/list-deliveries.ts";
import { listDeliveryRollUps } from "#operations/list-delivery-roll-ups.ts";

const delivery = (application: string, environment: string): ReportDelivery => ({
  id: `delivery:${application}:${environment}`,
  slug: slugOf(`delivery:${application}:${environment}`, ""),
  componentId: null,
  application,
  environment,
  isProduction: environment === "production",
  level: "gitops",
  window: { from: "2024-01-01T00:00:00.000Z", to: "2025-01-01T00:00:00.000Z" },
  first: null,
  last: null,
  deploymentsTotal: 1,
  deploymentsCount: 1,
  pendingCount: 0,
  rollbacksCount: 0,
  revertsCount: 0,
  hotfixesCount: 0,
  stages: [],
  tagFamilies: [],
  recordedIn: { repositoryId: null, path: null },
  perWeek: null,
  activeWeeks: null,
  leadTimeSeconds: null,
  changeFailRate: null,
  recoverySeconds: null,
  reworkRate: null,
  predictability: null,
  benchmark: [],
  points: [],
  evidenceIds: [],
});

// Only what a list of deliveries is made from.
const report = {
  components: [],
  delivery: [
    delivery("till", "production"),
    delivery("ovens", "staging"),
    delivery("ovens", "production"),
  ],
  deliveryRollUps: [
    { id: "team:bakers", scope: "team", name: "bakers" },
    { id: "organisation", scope: "organisation", name: "Bakery" },
    { id: "team:sellers", scope: "team", name: "sellers" },
  ],
  sections: {
    delivery: {
      unknown: [
        {
          section: "deliveryRollUps",
          keys: ["team:sellers"],
          fields: ["perWeek"],
          code: "too-short",
          reason: "too young as well",
          needs: "time",
        },
        {
          section: "deliveryRollUps",
          keys: ["team:bakers"],
          fields: ["quarters/2024-07-01T00:00:00.000Z/leadTimeSeconds"],
          code: "too-few",
          reason: "a quarter without deployments is no lack of the whole",
          needs: "time",
        },
        {
          section: "delivery",
          keys: ["delivery:ovens:production"],
          fields: ["perWeek"],
          code: "too-short",
          reason: "too young",
          needs: "time",
        },
      ],
    },
  },
} as unknown as Report;

const context = contextOver(report);
const list = (more: object) =>
  listDeliveries(context, {
    assessment: "report",
    component: null,
    environment: null,
    withAll: false,
    ...more,
  });

describe("the list of deliveries", () => {
  it("shows production by name, and counts the rest", async () => {
    const { rows, hiddenCount } = await list({});
    expect(rows.map((row) => row.name)).toEqual(["ovens", "till"]);
    expect(rows[0]?.unknown).toEqual(["too young"]);
    expect(hiddenCount).toBe(1);
  });

  it("answers to names and environments", async () => {
    expect((await list({ component: "OVENS", withAll: true })).rows).toHaveLength(2);
    expect((await list({ environment: "staging" })).rows.map((row) => row.name)).toEqual(["ovens"]);
    await expect(list({ component: "bicycles" })).rejects.toMatchObject({ code: "unknown-id" });
    await expect(list({ component: "oven" })).rejects.toMatchObject({
      next: expect.stringContaining("ovens"),
    });
  });

  it("keeps teams in the order of the report, with their own reasons", async () => {
    const rows = await listDeliveryRollUps(context, { assessment: "report", scope: "team" });
    expect(rows.map((one) => [one.name, one.unknown])).toEqual([
      ["bakers", []],
      ["sellers", ["too young as well"]],
    ]);
  });
});
