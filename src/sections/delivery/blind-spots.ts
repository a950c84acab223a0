import { marksOf } from "#insight/classification/view.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { Component } from "#model/organisation.ts";
import { spot, type BlindSpot } from "../blind-spots/blind-spot.ts";

/** Of applications that were deployed to production in the window. A release is all there is of what others install. */
export function deliverySpots(
  delivery: readonly DeliveryResult[],
  components: readonly Component[],
): BlindSpot[] {
  const running = new Set(components.filter(runs).map(({ id }) => id));
  const deployed = delivery.filter((one) => one.series.isProduction && one.windowCount > 0);
  const names = (rows: readonly DeliveryResult[]): string[] =>
    rows.map(({ series }) => series.application);
  return [
    spot({
      what: "deployed applications whose repository is not among those read",
      one: "deployed application whose repository is not among those read",
      where: names(deployed.filter(({ series }) => series.componentId === null)),
      sharpen:
        "Clone their repositories into the folder, or name their components under deployments.applications in fulcrum.yaml.",
      each: 2,
    }),
    spot({
      what: "deployed applications of which no failure can be known",
      one: "deployed application of which no failure can be known",
      where: names(deployed.filter(({ failures }) => failures.changeFailRate === null)),
      sharpen:
        "Name files of incidents under deployments.events in fulcrum.yaml: issues, pages or a CSV will do.",
      each: 1,
    }),
    spot({
      what: "components that run by themselves of which only releases or merges are known",
      one: "component that runs by itself of which only releases or merges are known",
      where: names(
        delivery.filter(
          ({ series: { level, componentId } }) =>
            (level === "release" || level === "merge") && running.has(componentId ?? ""),
        ),
      ),
      sharpen:
        "Clone the repository that holds deployment state, or name event files under deployments.events in fulcrum.yaml.",
      each: 0.5,
    }),
  ];
}

/** Something says so: a manifest that publishes nothing is as well a library's, a test's or that of a whole workspace. */
function runs(component: Component): boolean {
  const has = (...marks: Parameters<typeof marksOf>[1][]): boolean =>
    marksOf(component, ...marks).length > 0;
  if (has("sample")) return false;
  if (has("application-shape", "browser-app", "mobile-app", "desktop-app")) return true;
  const isStarted = component.artefacts.some(
    ({ type, to }) => to === null && /^dockerfile$|-web-application$/.test(type),
  );
  return isStarted && !has("library-shape", "tool-configuration", "publishes");
}
