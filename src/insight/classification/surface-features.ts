import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Component } from "#model/organisation.ts";
import { flattening, observed, plural, type Feature } from "./feature.ts";
import { countOf, evidenceOfMarks, marksOf } from "./view.ts";

/** So many pages and views say all that a number can say. */
const manyPages = 32;
/** An entry that renders a whole application says this much before its pages are counted. */
const entryAlone = 0.8;
/** Routes without a template that was seen: some of them answer programs. */
const routesAlone = 0.75;
/** Views of a library are what its users will show. */
const ofLibraries = 0.5;
/** An address in public may belong to an API. */
const hostAlone = 0.5;
/** Fewer words of either kind say nothing about whom a text addresses. */
const enoughWords = 5;

/** Views and pages that belong to an application; mail bodies and the pages of a documentation site do not. */
export function pagesOf(component: Component): readonly SurfaceMark[] {
  if (isManual(component)) return [];
  // Templates that nothing serves are filled in by something else: generated code, settings, letters.
  const isServed =
    marksOf(component, "web-framework", "api-framework", "route", "api-route", "browser-app")
      .length > 0;
  const views = marksOf(component, "view").filter(({ text }) => text !== "mail views");
  return [...(isServed ? views : []), ...marksOf(component, "page")];
}

/** Builds a documentation site and has no framework to serve anything else with. */
function isManual(component: Component): boolean {
  return (
    marksOf(component, "documentation-site").length > 0 &&
    marksOf(component, "web-framework", "browser-app").length === 0
  );
}

/** Its views are pages only where it is installed. */
function isForOtherScreens(component: Component): boolean {
  const runs = marksOf(component, "application-shape", "browser-app");
  return runs.length === 0 && marksOf(component, "library-shape").length > 0;
}

function programsOf(component: Component): readonly SurfaceMark[] {
  return marksOf(component, "mobile-app", "desktop-app", "browser-extension");
}

function entriesOf(component: Component): readonly SurfaceMark[] {
  return marksOf(component, "browser-app");
}

/** The strongest sign of any stack, never a sum over stacks. */
export const endUserSurface: Feature = (component) => {
  const pages = pagesOf(component);
  const programs = programsOf(component);
  const entries = entriesOf(component);
  const routes = isManual(component) ? [] : marksOf(component, "route");
  const count = countOf(pages);
  const ofPages = flattening(count, manyPages) * (isForOtherScreens(component) ? ofLibraries : 1);
  const ofEntries = entries.length > 0 ? entryAlone + (1 - entryAlone) * ofPages : 0;
  const ofRoutes = routesAlone * flattening(countOf(routes), manyPages);
  const shown = [...programs, ...entries, ...pages];
  const around = [...marksOf(component, "route", "web-framework", "asset", "app-manifest")];
  return observed(
    programs.length > 0 ? 1 : Math.max(ofPages, ofEntries, ofRoutes),
    wordsOf(programs, entries, count, countOf(routes)),
    evidenceOfMarks(component, [...shown, ...around]),
  );
};

function wordsOf(
  programs: readonly SurfaceMark[],
  entries: readonly SurfaceMark[],
  pages: number,
  routes: number,
): string {
  const kind = programs[0]?.mark;
  if (kind === "browser-extension") return "is an extension in people’s browsers";
  if (kind === "desktop-app") return "is a program on people’s desktops";
  if (kind !== undefined) return "is an app on people’s devices";
  const shows = `shows people ${plural(pages, "page or view", "pages and views")}`;
  if (entries.length > 0)
    return pages > 0
      ? `is an application in the browser and ${shows}`
      : "is an application in the browser";
  return pages > 0 || routes === 0 ? shows : `answers at ${plural(routes, "route")} for people`;
}

export const noEndUserSurface: Feature = (component, view) => {
  const isBare = endUserSurface(component, view).value === 0;
  return observed(isBare ? 1 : 0, "has no page, view or app for people");
};

export const reachesPeople: Feature = (component) => {
  const certain = marksOf(component, "outcome-metric", "consent", "distribution");
  const hosts = marksOf(component, "public-host");
  const names = [...certain, ...hosts].slice(0, 3).map(({ text }) => text);
  return observed(
    certain.length > 0 ? 1 : hosts.length > 0 ? hostAlone : 0,
    certain.length > 0
      ? `reaches people outside the team: ${names.join(", ")}`
      : `is met at ${names.join(", ")}`,
    evidenceOfMarks(component, [...certain, ...hosts]),
  );
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
  return observed(
    shareOf(component, countOf(marks)) * 2 - 1,
    "its documentation speaks of end customers",
    evidenceOfMarks(component, marks),
  );
};

/** Share of such words among those of both kinds; one half where there are too few. */
function shareOf(component: Component, count: number): number {
  const all = countOf(marksOf(component, "developer-words", "customer-words"));
  return all < enoughWords ? 0.5 : count / all;
}
