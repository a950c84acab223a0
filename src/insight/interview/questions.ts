import { levelsOf } from "../maturity/aspects.ts";
import { sourcingQuestionIds, sourcingQuestions } from "../sourcing/questions.ts";
import { responsibilities } from "../roles/responsibilities.ts";
import { ask, type InterviewQuestion } from "./question.ts";
import { maturityAspects } from "#vocabulary/declared.ts";

const ownership: readonly InterviewQuestion[] = [
  ask(
    "platform-product-owner",
    {
      topic: "ownership",
      text: "Who is named as owner of the platform as a product?",
      decides: "signal 4",
    },
    {
      "product-manager": "a product manager whose work it is",
      lead: "an engineering lead, manager or architect, beside other work",
      several: "several people, each a part",
      nobody: "nobody",
    },
  ),
  ask(
    "who-decides-priorities",
    { topic: "ownership", text: "Who decides what the platform does next?", decides: "signal 4" },
    {
      "product-manager": "a product manager of the platform",
      lead: "an engineering lead, manager or architect",
      committee: "a committee or guild",
      "loudest-team": "whichever team asks most",
      nobody: "nobody in particular",
    },
  ),
  ask(
    "who-triages-requests",
    {
      topic: "ownership",
      text: "Who takes in what teams ask of the platform, and answers it?",
      decides: "signal 4",
    },
    {
      "product-manager": "a product manager of the platform",
      lead: "an engineering lead, manager or architect",
      "engineers-in-turn": "engineers in turn",
      nobody: "nobody in particular",
    },
  ),
];

const maturity: readonly InterviewQuestion[] = maturityAspects.map((aspect) => {
  const levels = levelsOf[aspect];
  return ask(
    `maturity-${aspect}`,
    {
      topic: "maturity",
      text: `Which describes your platform best: ${aspect}?`,
      decides: `maturity, ${aspect}`,
    },
    { "1": levels[1].says, "2": levels[2].says, "3": levels[3].says, "4": levels[4].says },
  );
});

const roles: readonly InterviewQuestion[] = responsibilities.map(({ id, text, role }) =>
  ask(
    `role-${id}`,
    {
      topic: "roles",
      text: `${role === "platform-pm" ? "Platform" : "Product"}: who ${text.charAt(0).toLowerCase()}${text.slice(1)}?`,
      decides: "roles",
    },
    {
      covered: "one person, whose work it is",
      shared: "several, each a part",
      uncovered: "nobody",
    },
  ),
);

const charter: readonly InterviewQuestion[] = [
  ask(
    "charter-for-whom",
    {
      topic: "charter",
      text: "Who is the platform for, and why does it exist?",
      decides: "charter",
    },
    null,
  ),
  ...(["charter", "goals", "roadmap"] as const).map((thing) =>
    ask(
      `direction-${thing}`,
      {
        topic: "charter",
        text: `Is there a ${thing === "goals" ? "list of goals" : thing} of the platform that people can read?`,
        decides: "decay: diluted responsibility",
      },
      { yes: "yes", no: "no" },
    ),
  ),
  ask(
    "charter-not",
    { topic: "charter", text: "What is the platform not for?", decides: "charter" },
    null,
  ),
];

const sourcing: readonly InterviewQuestion[] = sourcingQuestionIds.map((id) =>
  ask(
    `sourcing-${id}`,
    {
      topic: "sourcing",
      text: sourcingQuestions[id].question,
      decides: "where a platform product manager should come from",
    },
    { yes: "yes", partly: "partly", no: "no" },
  ),
);

/** Every question, in the order in which they are asked. */
export const interviewQuestions: readonly InterviewQuestion[] = [
  ...ownership,
  ...roles,
  ...maturity,
  ...charter,
  ...sourcing,
];
