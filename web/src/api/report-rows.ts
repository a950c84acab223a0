import type { Report } from "#sections/report.ts";

/** One row of each list that several screens show. */
export type Component = Report["components"][number];
export type Capability = Report["capabilities"][number];
export type Consumption = Report["consumptions"][number];
export type Adoption = Report["adoption"][number];
export type Team = Report["teams"][number];
export type Delivery = Report["delivery"][number];
export type Job = Report["jobs"][number];
export type Objective = Report["reliability"][number];
export type EvidenceItem = Report["evidence"][number];
