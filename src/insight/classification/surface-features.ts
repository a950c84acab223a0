import type { SurfaceMark } from "#evidence/facts.ts";
import type { Component } from "#model/organisation.ts";
import { flattening, observed, plural, type Feature } from "./feature.ts";
import { countOf, evidenceOfMarks, marksOf } from "./view.ts";

/** So many pages and views say all that a number can say. */
const manyPages = 32;
/** Fewer words of either kind say nothing about whom a text addresses. */
const enoughWords = 5;

/** Views and pages that belong to an application; mail bodies and the pages of a documentation site do not. */
export function pagesOf(component: Component): readonly SurfaceMark[] {
  const isManual =
    marksOf(component, "documentation-site").length > 0 &&
    marksOf(component, "web-framework").length === 0;
  if (isManual) return [];
  return marksOf(component, "view", "page").filter(({ text }) => text !== "mail views");
}

function appsOf(component: Component): readonly SurfaceMark[] {
  return marksOf(component, "mobile-app");
}

export const endUserSurface: Feature = (component) => {
  const pages = pagesOf(component);
  const apps = appsOf(component);
  const count = countOf(pages);
  const shown = [...apps, ...pages, ...marksOf(component, "route", "asset", "app-manifest")];
  return observed(
    apps.length > 0 ? 1 : flattening(count, manyPages),
    apps.length > 0
      ? "is an app on people's devices"
      : `shows people ${plural(count, "page or view", "pages and views")}`,
    evidenceOfMarks(component, shown),
  );
};

export const noEndUserSurface: Feature = (component) => {
  const isBare = pagesOf(component).length === 0 && appsOf(component).length === 0;
  return observed(isBare ? 1 : 0, "has no page or view for people");
};

export const addressesDevelopers: Feature = (component) => {
  const marks = marksOf(component, "developer-words");
  return observed(
    shareOf(component, countOf(marks)) * 2 - 1,
    "its documentation addresses developers",
    evidenceOfMarks(component, marks),
  );
};

export const addressesCustomers: Feature = (component) => {
  const marks = marksOf(component, "customer-words");
  const metrics = marksOf(component, "outcome-metric");
  const share = shareOf(component, countOf(marks)) * 2 - 1;
  return observed(
    metrics.length > 0 ? 1 : share,
    metrics.length > 0 ? "measures what its users do" : "its documentation speaks of end customers",
    evidenceOfMarks(component, [...metrics, ...marks]),
  );
};

/** Share of such words among those of both kinds; one half where there are too few. */
function shareOf(component: Component, count: number): number {
  const all = countOf(marksOf(component, "developer-words", "customer-words"));
  return all < enoughWords ? 0.5 : count / all;
}
