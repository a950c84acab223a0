import type { DeliveryResult } from "#insight/delivery/result.ts";
import { spot, type BlindSpot } from "../blind-spots/blind-spot.ts";

/** Of applications that were deployed to production in the window. */
export function deliverySpots(delivery: readonly DeliveryResult[]): BlindSpot[] {
  const deployed = delivery.filter((one) => one.series.isProduction && one.windowCount > 0);
  const names = (rows: readonly DeliveryResult[]): string[] =>
    rows.map(({ series }) => series.application);
  return [
    spot({
      what: "deployed applications whose repository is not among those read",
      where: names(deployed.filter(({ series }) => series.componentId === null)),
      sharpen:
        "Clone their repositories into the folder, or name their components under deployments.applications in fulcrum.yaml.",
      each: 2,
    }),
    spot({
      what: "deployed applications of which no failure can be known",
      where: names(deployed.filter(({ failures }) => failures.changeFailRate === null)),
      sharpen:
        "Name files of incidents under deployments.events in fulcrum.yaml: issues, pages or a CSV will do.",
      each: 1,
    }),
    spot({
      what: "components of which only releases or merges are known",
      where: names(
        delivery.filter(({ series: { level } }) => level === "release" || level === "merge"),
      ),
      sharpen:
        "Clone the repository that holds deployment state, or name event files under deployments.events in fulcrum.yaml.",
      each: 0.5,
    }),
  ];
}
