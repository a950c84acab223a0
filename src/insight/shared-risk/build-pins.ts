import type { ComponentRuntime } from "#model/component-runtimes.ts";
import type { Component } from "#model/organisation.ts";

/**
 * Does the pin only say what people and pipelines build with? What is deployed by an image or a function says what runs itself; a
 * pin of Node is what runs where a server is written for it, and not where pages, extensions or assets are made with it. Scripts and tools
 * are run by people.
 */
export function isBuildPin(
  { runs, runtime }: Pick<ComponentRuntime, "runs" | "runtime">,
  component: Component | undefined,
): boolean {
  if (runs !== undefined || component === undefined) return false;
  if (forWork.test(component.path)) return true;
  const marks = new Set(component.surface.map(({ mark }) => mark));
  const isServer = marks.has("web-framework") || marks.has("api-framework");
  if (marks.has("documentation-site") && !isServer) return true;
  return runtime === "node" && (!isServer || isServedByAnother(component));
}

const forWork = /(?:^|\/)(?:scripts?|tools?|tooling|dev)(?:\/|$)/;

/** Of an application of another language Node makes the assets. */
function isServedByAnother({ artefacts }: Component): boolean {
  return artefacts.some(
    ({ type, to }) =>
      to === null &&
      /^(?:gem|pypi|composer|maven|golang|nuget|hex)-(?:web-)?application$/.test(type),
  );
}
