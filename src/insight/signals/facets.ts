import type { DecayId, FacetId } from "#vocabulary/decision.ts";
import type { SignalId } from "./indicator.ts";

/** What each signal is one of; signal 6 is these and a rising throughput: docs/insights/signals.md. */
export const signalFacets: Readonly<Record<SignalId, readonly FacetId[]>> = {
  1: ["ways", "copies"],
  2: ["dependencies", "pipelines", "friction"],
  3: ["hard", "undocumented", "unstable"],
  4: ["none-named", "leads-decide"],
  5: ["neglect", "promises", "backlog"],
  6: ["rework", "churn", "dependency-lag", "hot-files"],
  7: ["runtimes", "patches", "compliance", "performance"],
};

export const decayFacets: Readonly<Record<DecayId, readonly FacetId[]>> = {
  "ad-hoc-services": ["abandoned-services"],
  "fragmented-tooling": ["solutions", "copied-capabilities"],
  "cognitive-load": ["load"],
  "one-more-abstraction": ["layers"],
  "diluted-responsibility": ["unclear-owners", "direction"],
};

export const facetTitles: Readonly<Record<FacetId, string>> = {
  ways: "The same job is done in several ways",
  copies: "The same code is kept in several places",
  dependencies: "Taking updates is slow, or much of the work",
  pipelines: "Pipelines take much of the work, or hold it up",
  friction: "People say that tools hold them up",
  hard: "What is offered is hard to use",
  undocumented: "What is offered is badly documented",
  unstable: "What is offered breaks those who use it",
  "none-named": "Nobody is named as the platform's product manager",
  "leads-decide": "Leads decide and triage beside their other work",
  neglect: "Shared things get less and less care",
  promises: "What was to be removed is still there",
  backlog: "Platform requests wait longer than features",
  rework: "More and more is done again",
  churn: "More and more of what is written is rewritten at once",
  "dependency-lag": "Dependencies fall further and further behind",
  "hot-files": "The files that change most grow and grow",
  runtimes: "Many run on the same thing past its end",
  patches: "Fixes are taken late, or by few",
  compliance: "Many fail the same rule",
  performance: "Many miss their objectives together",
  "abandoned-services": "Services of one consumer that nobody maintains",
  solutions: "Many solutions to each job",
  "copied-capabilities": "What is offered is copied instead of used",
  load: "Much that a team must know",
  layers: "Layers upon layers, and work behind them is slow",
  "unclear-owners": "Nobody, or too many, own what runs",
  direction: "No direction that anybody could follow",
};
