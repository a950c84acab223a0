/** How a figure of `adoption` is computed, in one sentence each: docs/insights/adoption.md has the formulas. */
export const adoptionFigures: ReadonlyMap<string, string> = new Map([
  ["adoptersNow", "components with a use at as-of"],
  ["adoptersEver", "components with any use in history"],
  ["ownersNow", "distinct owners of the components in use at as-of"],
  ["ownersEver", "distinct owners of the components with any use"],
  ["reverseTestersCount", "components that call it only so that its tests run against them"],
  ["eligibleCount", "live components of other owners with an artefact that it serves, at as-of"],
  ["rate", "eligible adopters ÷ eligible components, at as-of"],
  ["rateNumerator", "adopters that are eligible"],
  ["curve", "stock and flow at month-ends: components, owners, eligible, joined, left"],
  ["retention", "Kaplan-Meier over uses: those that ended while their consumer lived"],
  ["timeToAdoptDays", "first use − the later of first release and the component's birth"],
  ["cohorts", "components by quarter of first use, and the share still using it after k years"],
  ["currency", "versions in use against the newest stable one"],
  ["waves", "windows that hold more first uses than chance, or at least half of them"],
  ["pull", "uses by who wrote the change that opened them"],
  ["choice", "chosen where another solution to the same job was in use when the use began"],
  ["defections", "wrappers, vendored copies and substitutes inside consumers"],
  [
    "forecast",
    "Bass or logistic curve of first adoptions, the better by AICc, with bootstrap band",
  ],
  ["reuse", "owners of eligible adopters ÷ owners of eligible components"],
  ["scale", "spread of the load or size fed in for its consumers"],
  ["consistency", "Simpson concentration of the versions in use"],
  ["richness", "exported names or endpoints, and the share that a consumer mentions"],
  ["price", "majors after the first × the uses on the day each came out"],
]);

/** Fields counted from the authors of changes. */
export const personFields: ReadonlySet<string> = new Set(["pull", "botShare"]);

/** Figures that rest on the uses that ended. */
export const endedUseFields: ReadonlySet<string> = new Set(["retention"]);
/** Figures that rest on the uses there are now. */
export const currentUseFields: ReadonlySet<string> = new Set([
  "adoptersNow",
  "ownersNow",
  "rate",
  "rateNumerator",
  "currency",
  "consistency",
  "reuse",
]);
