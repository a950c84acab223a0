import { observed, plural, type Feature } from "./feature.ts";
import { pagesOf } from "./surface-features.ts";
import { countOf, evidenceOfMarks, isRunning, marksOf } from "./view.ts";

const manyReleases = 5;
/** More pages than this are made for people (error pages and the like are not). */
const fewPages = 3;

export const offersSomething: Feature = (component, view) => {
  const offers = view.offers(component).filter(({ packages }) => packages.length > 0);
  const names = offers.slice(0, 3).map(({ name }) => name);
  return observed(
    offers.length > 0 ? 1 : 0,
    `publishes something to install or call: ${names.join(", ")}`,
    offers.slice(0, 3).flatMap(({ evidence }) => evidence.slice(0, 1)),
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
