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
/** Built as both: the half of it that runs. */
const runsToo = 0.5;

export const offersSomething: Feature = (component, view) => {
  const offers = view.offers(component).filter(({ packages }) => packages.length > 0);
  const names = offers.slice(0, 3).map(({ name }) => name);
  const shapes = marksOf(component, "library-shape", "tool-configuration", "publishes");
  const what =
    names.length > 0
      ? `publishes something to install or call: ${names.join(", ")}`
      : "is built to be installed into something else";
  return observed(offerOf(component, view, offers.length > 0), what, [
    ...offers.slice(0, 3).flatMap(({ evidence }) => evidence.slice(0, 1)),
    ...evidenceOfMarks(component, shapes),
  ]);
};

/** Deliberate offers count in full, an application that declares a package by default hardly. */
function offerOf(component: Component, view: View, isOffered: boolean): number {
  const has = (...marks: Parameters<typeof marksOf>[1][]): boolean =>
    marksOf(component, ...marks).length > 0;
  const isUsed = currentOrPast(view.usesOf(component)).uses.length > 0;
  const isLibraryShaped = has("library-shape") || has("tool-configuration");
  if (isOffered && isUsed) return 1;
  if (has("unpublished")) return 0;
  if (has("publishes") && (isOffered || isLibraryShaped)) return 1;
  if (isLibraryShaped) return isOffered ? 1 : shapeAlone;
  if (!isOffered) return 0;
  return has("application-shape") || has("browser-app") ? byDefault : 1;
}

export const runsByItself: Feature = (component) => {
  const shapes = marksOf(component, "application-shape");
  const runs = shapes.length > 0 || isRunning(component);
  const isLibraryToo = marksOf(component, "library-shape").length > 0 || isLibrary(component);
  return observed(
    !runs ? 0 : isLibraryToo ? runsToo : 1,
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
