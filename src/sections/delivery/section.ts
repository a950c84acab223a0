import { z } from "zod";
import { componentFinder } from "#model/deployed-applications.ts";
import { components } from "../components/section.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { deliverySpots } from "./blind-spots.ts";
import { concludeDelivery, deploymentConfiguration } from "./conclude.ts";
import {
  deliveryRollUpUnknowns,
  deliveryUnknowns,
  mapDelivery,
  mapDeliveryRollUp,
} from "./present.ts";
import { delivery as schema, deliveryRollUp } from "./schema.ts";
import { strangeNames } from "./strange-names.ts";

export const delivery = defineSection({
  name: "delivery",
  noun: "delivery",
  schema: {
    delivery: z.array(schema),
    deliveryRollUps: z
      .array(deliveryRollUp)
      .describe("organisation, products, teams by name: never ranked"),
  },
  needs: { organisation, components },
  conclude: (found) => concludeDelivery(found, found.organisation, found.components.productIds),
  present: ({ results, rollUps }, evidence) => ({
    delivery: results.map((one) => mapDelivery(one, evidence)),
    deliveryRollUps: rollUps.map(mapDeliveryRollUp),
  }),
  n: ({ shown }) => shown.delivery.reduce((sum, one) => sum + one.deploymentsTotal, 0),
  coverage: ({ result, found }) =>
    ratio(
      new Set(result.results.flatMap(({ series }) => series.componentId ?? [])).size,
      found.organisation.components.length,
    ),
  unknown: ({ result }) => [
    ...deliveryUnknowns(result.results),
    ...deliveryRollUpUnknowns(result.rollUps),
  ],
  problems: ({
    found: {
      deployments,
      configuration,
      organisation: { components: all },
    },
  }) => {
    const configured = deploymentConfiguration(configuration.deployments);
    const finder = componentFinder(all, configured);
    return strangeNames(deployments.series, deployments.incidents, finder, configured);
  },
  blindSpots: ({ result, found }) => deliverySpots(result.results, found.organisation.components),
});
