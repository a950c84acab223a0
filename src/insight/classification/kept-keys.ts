import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Capability, Component } from "#model/organisation.ts";

const installed: ReadonlySet<Capability["kind"]> = new Set([
  "library",
  "client-library",
  "ui-components",
]);
const answering: ReadonlySet<Capability["kind"]> = new Set(["service", "api"]);

/**
 * Files that are named after keys of callers; text: their paths. What is built to be installed and answers nobody has the key
 * with which it calls, and keeps none.
 */
export function keptKeys(
  { surface }: Pick<Component, "surface">,
  offers: readonly Pick<Capability, "kind">[],
): readonly SurfaceMark[] {
  const isInstalled =
    offers.some(({ kind }) => installed.has(kind)) ||
    surface.some(({ mark }) => mark === "library-shape");
  const isAnswering =
    offers.some(({ kind }) => answering.has(kind)) ||
    surface.some(({ mark }) => mark === "application-shape");
  return isInstalled && !isAnswering ? [] : surface.filter(({ mark }) => mark === "api-key");
}
