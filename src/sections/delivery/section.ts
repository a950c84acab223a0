import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import {
  deliveryRollUpUnknowns,
  deliveryUnknowns,
  mapDelivery,
  mapDeliveryRollUp,
} from "./present.ts";
import { delivery as schema, deliveryRollUp } from "./schema.ts";

export const delivery = defineSection({
  name: "delivery",
  noun: "deployment",
  schema: {
    delivery: z.array(schema),
    deliveryRollUps: z
      .array(deliveryRollUp)
      .describe("organisation, products, teams by name: never ranked"),
  },
  present: (found, evidence) => ({
    delivery: found.delivery.map((one) => mapDelivery(one, evidence)),
    deliveryRollUps: found.deliveryRollUps.map(mapDeliveryRollUp),
  }),
  n: (_, shown) => shown.delivery.reduce((sum, one) => sum + one.deploymentsTotal, 0),
  coverage: (found) =>
    ratio(
      new Set(found.delivery.flatMap(({ series }) => series.componentId ?? [])).size,
      found.organisation.components.length,
    ),
  unknown: (found) => [
    ...deliveryUnknowns(found.delivery),
    ...deliveryRollUpUnknowns(found.deliveryRollUps),
  ],
});
