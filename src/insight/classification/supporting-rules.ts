import type { Component } from "#model/organisation.ts";
import { observed, plural, type Observation } from "./feature.ts";
import { endUserSurface } from "./surface-features.ts";
import {
  countOf,
  currentOrPast,
  evidenceOfMarks,
  isLibrary,
  isRunning,
  marksOf,
  type View,
} from "./view.ts";

/** What makes a component supporting, the first of the strongest ones is told. Values are probabilities; 0: it does not apply. */
export const supportingRuleIds = [
  "sample",
  "successor",
  "documentation",
  "data",
  "deployment-state",
  "experiment-or-personal",
  "abandoned",
  "nothing-runs-or-ships",
] as const;
export type SupportingRuleId = (typeof supportingRuleIds)[number];

export interface AppliedRule extends Observation {
  readonly id: SupportingRuleId;
}

const secondsPerDay = 86_400;
const abandonedDays = 730;
const manyStates = 5;
const manyDataFiles = 10;
/** How surely a rule that applies in full makes a component supporting (uncalibrated). */
const certain = 0.95;
const likely = 0.85;
const probable = 0.75;

/** What a notice says that names nothing. */
const noneNamed = "none named";

type Rule = (component: Component, view: View) => Observation;

const rules: Readonly<Record<SupportingRuleId, Rule>> = {
  sample: (component, view) => {
    const samples = marksOf(component, "sample");
    const shown = samples.length > 0 ? null : siblingShown(component, view);
    return observed(
      samples.length > 0 ? certain : shown === null ? 0 : likely,
      shown === null
        ? "is an example, a sandbox or an application for tests"
        : `shows what ${shown.name} beside it offers`,
      shown === null ? evidenceOfMarks(component, samples) : shown.evidence.slice(0, 1),
    );
  },
  // What people met stays a product that was given up; what others built on and has moved is only history.
  successor: (component, view) => {
    const successors = marksOf(component, "successor").filter(({ text }) => text !== noneNamed);
    const isMet = endUserSurface(component, view).value > 0;
    return observed(
      successors.length > 0 && !isMet ? certain : 0,
      `says that something else took its place: ${successors[0]?.text ?? ""}`,
      evidenceOfMarks(component, successors),
    );
  },
  documentation: (component, view) => {
    const sites = marksOf(component, "documentation-site");
    return observed(
      sites.length === 0 || shipsSomething(component, view) ? 0 : likely,
      "builds a documentation site",
      evidenceOfMarks(component, sites),
    );
  },
  data: (component, view) => {
    const data = marksOf(component, "data");
    const isHolder = !isProgram(component) && !shipsSomething(component, view);
    return observed(
      isHolder ? likely * Math.min(1, countOf(data) / manyDataFiles) : 0,
      `holds ${plural(countOf(data), "data file")} and no program`,
      evidenceOfMarks(component, data),
    );
  },
  "deployment-state": (component, view) => {
    const marks = marksOf(component, "deployment-state", "chart");
    const isHolder = !isProgram(component) && !shipsSomething(component, view);
    return observed(
      isHolder ? likely * Math.min(1, countOf(marks) / manyStates) : 0,
      "holds the state of deployments",
      evidenceOfMarks(component, marks),
    );
  },
  "experiment-or-personal": (component, view) => {
    const marks = marksOf(component, "experiment", "personal");
    // Whom a catalogue names looks after it for everybody, and so does who keeps what others could use or meet.
    const isPersonal =
      component.ownerIds.includes("team:individual-owned") &&
      !catalogues.has(component.ownerSource) &&
      !shipsSomething(component, view) &&
      endUserSurface(component, view).value === 0;
    const named = marks.filter(({ text }) => text !== "experiments");
    const words =
      named.length > 0
        ? `calls itself ${named[0]?.text ?? ""}`
        : "is owned by people by name, not by a team";
    return observed(
      named.length > 0 ? likely : isPersonal ? probable : 0,
      words,
      evidenceOfMarks(component, named),
    );
  },
  // What is finished and still offered, or still met by people, is what it was, unless it says that it was given up.
  abandoned: (component, view) => {
    const { goneAt, foldedInto, lastHuman, evidence } = component;
    const days = lastHuman === null ? 0 : Math.floor((view.asOf - lastHuman.at) / secondsPerDay);
    const isGivenUp = marksOf(component, "successor").length > 0;
    const isMissed =
      !isGivenUp && (shipsSomething(component, view) || endUserSurface(component, view).value > 0);
    return observed(
      goneAt !== null || (days > abandonedDays && !isMissed) ? probable : 0,
      goneAt === null
        ? `nobody has worked on it for ${plural(days, "day")}`
        : foldedInto === undefined
          ? "was removed"
          : "was folded into the component around it",
      evidence.slice(0, 1),
    );
  },
  "nothing-runs-or-ships": (component, view) =>
    observed(
      isProgram(component) || shipsSomething(component, view) ? 0 : probable,
      "holds nothing that runs or that others could install",
    ),
};

const catalogues: ReadonlySet<string> = new Set(["catalog-info", "catalogue"]);
const none: AppliedRule = { id: "nothing-runs-or-ships", value: 0, text: "", evidence: [] };

/**
 * The rule that says most surely that a component is supporting; null where none applies. Whatever others build on now is
 * not supporting, whatever it says of itself.
 */
export function supportingRule(component: Component, view: View): AppliedRule | null {
  const { uses, isPast } = currentOrPast(view.usesByOthers(component));
  if (uses.length > 0 && !isPast) {
    // Tests of others may take an example in as well; what they build or run with it is more than one.
    const isSample = marksOf(component, "sample").length > 0;
    const isBuiltOn = uses.some(
      ({ consumption: { scope } }) => scope === "runtime" || scope === "build",
    );
    return isSample && !isBuiltOn ? { id: "sample", ...rules.sample(component, view) } : null;
  }
  const strongest = supportingRuleIds.reduce<AppliedRule>((best, id) => {
    const found = rules[id](component, view);
    return found.value > best.value ? { id, ...found } : best;
  }, none);
  return strongest.value > 0 ? strongest : null;
}

const showcase =
  /(?:^|[/_.-])(?:web-?site|www|site|docs?|documentation|demos?|playground|showcase|storybook|style-?guide|example-?app)$/i;

/** The library of the same repository that a site beside it is about: it takes it in, and others can take it too. */
function siblingShown(component: Component, view: View): Component | null {
  if (component.path === "." || !showcase.test(component.path)) return null;
  const isForOthers = (provider: Component): boolean =>
    marksOf(provider, "publishes").length > 0 ||
    view.usesOf(provider).some(({ consumer }) => consumer.repositoryId !== provider.repositoryId);
  const sibling = view
    .usesBy(component)
    .find(
      ({ provider }) =>
        provider.repositoryId === component.repositoryId &&
        (isLibrary(provider) || marksOf(provider, "library-shape").length > 0) &&
        isForOthers(provider),
    );
  return sibling?.provider ?? null;
}

function isProgram(component: Component): boolean {
  const shapes = marksOf(
    component,
    "application-shape",
    "browser-app",
    "mobile-app",
    "desktop-app",
    "browser-extension",
  );
  return isRunning(component) || isLibrary(component) || shapes.length > 0;
}

function shipsSomething(component: Component, view: View): boolean {
  const shapes = marksOf(component, "library-shape", "publishes", "tool-configuration");
  return view.offers(component).length > 0 || shapes.length > 0 || isTemplate(component);
}

function isTemplate(component: Component): boolean {
  return marksOf(component, "template").some(({ text }) => text === "template repository");
}
