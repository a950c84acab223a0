import type { Component } from "#model/organisation.ts";
import { observed, plural, type Feature } from "./feature.ts";
import { pagesOf } from "./surface-features.ts";
import {
  countOf,
  currentOrPast,
  evidenceOfMarks,
  isLibrary,
  isRunning,
  marksOf,
  type View,
} from "./view.ts";

const manyReleases = 5;
/** More pages than this are made for people (error pages and the like are not). */
const fewPages = 3;
/** Built as a library, with nothing that says that it was ever published. */
const shapeAlone = 0.75;
/** An application that declares a package because its template did. */
const byDefault = 0.25;
/** Nobody uses it any more. */
const onceUsed = 0.5;
/** So many components are a set, shown or not. */
const manyComponents = 10;
/** Built as both, or of what applications are made of without a sign that it starts. */
const runsToo = 0.5;

export const offersSomething: Feature = (component, view) => {
  const offers = view.offers(component).filter(({ packages }) => packages.length > 0);
  const names = offers.slice(0, 3).map(({ name }) => name);
  const shapes = marksOf(component, "library-shape", "tool-configuration", "publishes");
  const value = offerOf(component, view);
  const isKept = marksOf(component, "unpublished").length > 0;
  const what =
    value > 0 && names.length > 0
      ? `${isKept ? "is there for what lies beside it" : "publishes something to install or call"}: ${names.join(", ")}`
      : isComponentSet(component)
        ? "is a set of components for other screens"
        : "is built to be installed into something else";
  return observed(value, what, [
    ...offers.slice(0, 3).flatMap(({ evidence }) => evidence.slice(0, 1)),
    ...evidenceOfMarks(component, shapes),
  ]);
};

/**
 * Deliberate offers count in full, what an application publishes to be run (its image, the package of its template)
 * hardly; a library that says it is not for publishing is still built for what lies beside it.
 */
function offerOf(component: Component, view: View): number {
  const has = (...marks: Parameters<typeof marksOf>[1][]): boolean =>
    marksOf(component, ...marks).length > 0;
  const offers = view.offers(component).filter(({ packages }) => packages.length > 0);
  const toBuildOn = offers.filter(({ kind }) => kind !== "image");
  const isLibraryShaped = has("library-shape") || has("tool-configuration");
  const runs = has("application-shape") || has("browser-app");
  const { uses, isPast } = currentOrPast(view.usesOf(component));
  const isUsed = !isPast && uses.some(({ capability }) => capability.kind !== "image" || !runs);
  if (offers.length > 0 && isUsed) return 1;
  if (has("publishes") && isLibraryShaped) return 1;
  if (has("unpublished") && !isComponentSet(component)) return 0;
  if (isLibraryShaped) return offers.length > 0 ? 1 : shapeAlone;
  if (isComponentSet(component)) return shapeAlone;
  if (offers.length === 0) return 0;
  if (runs || (toBuildOn.length === 0 && isRunning(component) && has("distribution")))
    return byDefault;
  return isPast ? onceUsed : 1;
}

/** Components for screens, shown beside each other, and no screen of its own. */
function isComponentSet(component: Component): boolean {
  const marks = marksOf(component, "ui-component");
  const isShown = marks.some(({ text }) => text === "Storybook" || text === "stories");
  const screens = marksOf(component, "browser-app", "page", "view", "application-shape");
  return screens.length === 0 && (isShown || countOf(marks) >= manyComponents);
}

export const runsByItself: Feature = (component) => {
  // Whoever is told to run its image runs it as it is.
  const images = marksOf(component, "distribution").filter(({ text }) =>
    text.startsWith("container image"),
  );
  const shapes = [...marksOf(component, "application-shape", "browser-app"), ...images];
  const isLibraryToo = marksOf(component, "library-shape").length > 0;
  const isDeclared = isRunning(component) && !isLibrary(component);
  return observed(
    shapes.length > 0 ? (isLibraryToo ? runsToo : 1) : isDeclared && !isLibraryToo ? runsToo : 0,
    "is built to run by itself",
    evidenceOfMarks(component, shapes),
  );
};

export const answersPrograms: Feature = (component) => {
  const contracts = marksOf(component, "api-contract");
  const routes = marksOf(component, "api-route", "route", "api-framework");
  const isForPrograms =
    isRunning(component) && countOf(routes) > 0 && countOf(pagesOf(component)) <= fewPages;
  if (contracts.length > 0)
    return observed(
      isForPrograms ? 1 : 0.5,
      "publishes the contract of an API",
      evidenceOfMarks(component, contracts),
    );
  return observed(
    isForPrograms ? 1 : 0,
    "answers requests, with hardly a page among the answers",
    evidenceOfMarks(component, routes),
  );
};

export const versionedReleases: Feature = (component, view) => {
  const count = Math.max(0, ...view.offers(component).map(({ releases }) => releases.length));
  const released = view.offers(component).filter(({ releases }) => releases.length > 0);
  return observed(
    count / manyReleases,
    `has ${plural(count, "versioned release")}`,
    released.slice(0, 3).flatMap(({ releases, providerComponentId }) =>
      releases.slice(-1).map(({ version, at, commit }) => ({
        source: "manifest",
        repositoryId: providerComponentId === null ? null : component.repositoryId,
        commit,
        path: null,
        line: null,
        at,
        how: "observed" as const,
        confidence: "observed" as const,
        text: `version ${version}`.slice(0, 500),
      })),
    ),
  );
};
