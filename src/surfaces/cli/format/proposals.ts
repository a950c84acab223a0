import { numberOf } from "#kernel/phrases.ts";
import type { ReportProposal } from "#sections/lenses/schema.ts";
import type { Column } from "./table.ts";

type Span = ReportProposal["atStakePersonHours"];

/** "120 (40 to 610)"; below ten with a decimal. */
export function spanWords({ low, likely, high }: Span): string {
  return `${figure(likely)} (${figure(low)} to ${figure(high)})`;
}

function figure(value: number): string {
  return value > 0 && value < 9.95 ? value.toFixed(1) : numberOf(Math.round(value));
}

export function reachWords({ reachCount, reachUnit }: ReportProposal): string {
  const many = reachUnit === "team" ? "teams" : "repositories";
  return `${numberOf(reachCount)} ${reachCount === 1 ? reachUnit : many}`;
}

export const proposalColumns: readonly Column<ReportProposal>[] = [
  { title: "Proposal", cell: ({ title }) => title, least: 24 },
  {
    title: "Hours a year",
    cell: ({ atStakePersonHours }) => spanWords(atStakePersonHours),
    align: "right",
  },
  {
    title: "Effort, hours",
    cell: ({ effortPersonHours }) => spanWords(effortPersonHours),
    align: "right",
  },
  {
    title: "Value ÷ effort",
    cell: ({ valuePerEffort }) => (valuePerEffort === null ? "" : spanWords(valuePerEffort)),
    align: "right",
  },
  { title: "Reach", cell: reachWords },
  { title: "Confidence", cell: ({ confidence }) => confidence },
  { title: "First step", cell: ({ firstStep }) => firstStep, least: 24 },
];

/** A proposal as it is read aloud: what is at stake, why, how to begin, how it is seen, what speaks against it. */
export function proposalLines(one: ReportProposal): string[] {
  const { measure, effortPersonHours: effort, valuePerEffort: ratio } = one;
  return [
    `${spanWords(one.atStakePersonHours)} hours a year at stake, felt by ${reachWords(one)}; ${spanWords(effort)} hours to do${ratio === null ? "" : `, ${figure(ratio.likely)} for each`}; confidence ${one.confidence}`,
    ...one.reasons.map((reason) => `- ${reason}`),
    `For       ${one.forWhom}`,
    `Replaces  ${one.replaces}`,
    `First     ${one.firstStep}`,
    `Success   ${measure.text}: ${numberWords(measure.present)} ${measure.unit} today`,
    ...one.against.map((each) => `Against   ${each}`),
    `Rests on  ${one.restsOn.join("; ")}`,
  ];
}

function numberWords(value: number): string {
  return Number.isInteger(value) ? numberOf(value) : String(Math.round(value * 100) / 100);
}
