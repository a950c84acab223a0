import type { Component } from "#model/organisation.ts";
import { observed, plural, type Feature } from "./feature.ts";
import { countOf, evidenceOfMarks, isLibrary, isRunning, marksOf } from "./view.ts";

const secondsPerDay = 86_400;
const abandonedDays = 730;
const manyStates = 5;
const manyDataFiles = 10;

function isProgram(component: Component): boolean {
  return isRunning(component) || isLibrary(component);
}

export const documentationOrData: Feature = (component) => {
  const sites = marksOf(component, "documentation-site");
  const data = marksOf(component, "data");
  if (sites.length > 0)
    return observed(1, "builds a documentation site", evidenceOfMarks(component, sites));
  return observed(
    isProgram(component) ? 0 : countOf(data) / manyDataFiles,
    `holds ${plural(countOf(data), "data file")} and no program`,
    evidenceOfMarks(component, data),
  );
};

export const deploymentState: Feature = (component) => {
  const marks = marksOf(component, "deployment-state", "chart");
  return observed(
    isProgram(component) ? 0 : countOf(marks) / manyStates,
    "holds the state of deployments",
    evidenceOfMarks(component, marks),
  );
};

const catalogues: ReadonlySet<string> = new Set(["catalog-info", "catalogue"]);

export const experimentOrPersonal: Feature = (component) => {
  const marks = marksOf(component, "experiment", "personal");
  // Whom a catalogue names looks after it for everybody.
  const isPersonal =
    component.ownerIds.includes("team:individual-owned") && !catalogues.has(component.ownerSource);
  const words =
    marks.length > 0 ? `calls itself ${marks[0]?.text ?? ""}` : "is owned by one person";
  const named = marks.filter(({ text }) => text !== "experiments");
  return observed(
    named.length > 0 || isPersonal ? 1 : marks.length > 0 ? 0.5 : 0,
    words,
    evidenceOfMarks(component, marks),
  );
};

export const abandoned: Feature = (component, view) => {
  const { goneAt, lastHuman } = component;
  const days = lastHuman === null ? 0 : Math.floor((view.asOf - lastHuman.at) / secondsPerDay);
  return observed(
    goneAt !== null || days > abandonedDays ? 1 : 0,
    goneAt !== null ? "was removed" : `nobody has worked on it for ${plural(days, "day")}`,
    component.evidence.slice(0, 1),
  );
};

export const nothingRunsOrShips: Feature = (component, view) => {
  return observed(
    isProgram(component) || view.offers(component).length > 0 ? 0 : 1,
    "holds nothing that runs or that others could install",
  );
};
