import { expect, it } from "vitest";
import { deployment } from "#fixtures/deployment.ts";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import { rollUpDelivery } from "#insight/delivery/roll-up.ts";
import type { Deployment } from "#model/deployments.ts";

const day = 86_400;
const asOf = 800 * day;

const deployedOn = (...days: readonly number[]): Deployment[] =>
  days.map((at) => deployment(at * day));

it.each([
  ["over the whole window, where it was deployed before it", [100, 500, 600, 700], 3 / (365 / 7)],
  ["since its first deployment, where that lies within", [730, 750], 2 / 10],
])("of one component is the same for it and for its product, %s", (_, days, wanted) => {
  const results = assessDelivery({
    asOf,
    series: [
      {
        application: "oven",
        componentId: "component:oven",
        environment: "production",
        isProduction: true,
        level: "event",
        deployments: deployedOn(...days),
      },
    ],
    contained: new Map(),
    incidents: new Map(),
    incidentsSince: null,
  });
  const [rollUp] = rollUpDelivery({
    asOf,
    results,
    contained: () => undefined,
    scopesAt: () => [{ kind: "organisation", id: "bakery", name: "bakery" }],
  });
  expect(rollUp?.perWeek).toBeCloseTo(wanted, 9);
  expect([rollUp?.componentPerWeek, results[0]?.perWeek]).toEqual([
    rollUp?.perWeek,
    rollUp?.perWeek,
  ]);
});
