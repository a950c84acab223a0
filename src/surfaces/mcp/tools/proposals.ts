import { z } from "zod";
import { counted } from "#kernel/phrases.ts";
import type { OpenedAssessment } from "#operations/open-assessment.ts";
import { placedEvidence } from "#operations/answering/placed-evidence.ts";
import { listProductSteps, listProposals } from "#operations/list-proposals.ts";
import { proposalLines } from "#surfaces/cli/format/proposals.ts";
import { levels } from "#vocabulary/evidence.ts";
import { productStepKinds, proposalKinds } from "#vocabulary/proposals.ts";
import {
  asked,
  cutLine,
  evidenceField,
  evidenceLine,
  firstOf,
  pageInput,
  pageOf,
  pageOutput,
} from "../fields.ts";
import { defineTool, type Answer } from "../define-tool.ts";

const factsShown = 3;
const teamsShown = 5;

const span = z.object({ low: z.number(), likely: z.number(), high: z.number() });

const facts = { evidence: z.array(evidenceField), evidenceCount: z.int() };

const output = z.object({
  proposals: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(proposalKinds),
        title: z.string(),
        subjectIds: z.array(z.string()),
        forWhom: z.string(),
        firstStep: z.string(),
        reasons: z.array(z.string()),
        against: z.array(z.string()),
        restsOn: z.array(z.string()),
        atStakePersonHours: span.describe("a year"),
        effortPersonHours: span.describe("once"),
        confidence: z.enum(levels),
        ...facts,
      }),
    )
    .describe("of the platform; none where a product was named"),
  steps: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(productStepKinds),
        title: z.string(),
        reasons: z.array(z.string()),
        ...facts,
      }),
    )
    .describe("of the product that was named"),
  talkTo: z
    .array(
      z.object({
        teamId: z.string(),
        team: z.string(),
        why: z.string(),
        questions: z.array(z.string()),
      }),
    )
    .describe("whose answers would move the proposals most"),
  page: pageOutput,
});

type Content = z.infer<typeof output>;

export const proposals = defineTool({
  name: "proposals",
  title: "What to change next",
  description:
    "What the platform should change next, by person-hours a year at stake: what to do, for whom, the first step, what it would take, what speaks against it, what was counted and taken for granted, with the facts behind it and whom to talk to. With a product: what that product should build next.",
  input: z.strictObject({
    product: asked.optional().describe("name or id of a component: its own next steps instead"),
    byEffort: z.boolean().default(false).describe("in the order of value ÷ effort"),
    ...pageInput,
    limit: pageInput.limit.default(5),
  }),
  output,
  named: ({ product }) => product,
  answer: async (context, { product, byEffort, ...part }) => {
    const opened = await context.open();
    return product === undefined
      ? platformProposals(opened, byEffort, part)
      : productSteps(opened, product, part);
  },
});

interface Part {
  readonly limit: number;
  readonly offset: number;
}

async function platformProposals(
  opened: OpenedAssessment,
  byEffort: boolean,
  part: Part,
): Promise<Answer<Content>> {
  const listed = await listProposals(opened, { assessment: opened.id, byEffort, limit: null });
  const { shown, page, restLines } = pageOf(listed.proposals, part);
  const told = await withFacts(opened, shown);
  const talkTo = firstOf(listed.talkTo, teamsShown);
  return {
    content: {
      proposals: told,
      steps: [],
      talkTo: talkTo.map(({ teamId, teamName, why, questions }) => ({
        teamId,
        team: teamName,
        why,
        questions: [...questions],
      })),
      page,
    },
    lines: [
      listed.proposals.length === 0
        ? "Nothing that was found asks for a change."
        : `${counted(listed.proposals.length, "proposal")}; hours as likely (low to high).`,
      ...told.flatMap((one, at) => [
        `${String(page.offset + at + 1)}. ${one.title} (${one.id})`,
        ...proposalLines(one).map((line) => `   ${line}`),
        ...one.evidence.map((fact) => `   ${evidenceLine(fact)}`),
        ...cutLine(one.evidenceCount, one.evidence.length, `explain ${one.id}`),
      ]),
      ...restLines,
      ...talkTo.map(
        ({ teamName, why, questions: [first] }) =>
          `Talk to ${teamName}: ${why}${first === undefined ? "" : ` Ask: ${first}`}`,
      ),
      ...cutLine(listed.talkTo.length, talkTo.length, "the resource fulcrum://sections/sourcing"),
    ],
  };
}

async function productSteps(
  opened: OpenedAssessment,
  product: string,
  part: Part,
): Promise<Answer<Content>> {
  const { name, steps } = await listProductSteps(opened, { assessment: opened.id, product });
  const { shown, page, restLines } = pageOf(steps, part);
  const told = await withFacts(opened, shown);
  return {
    content: { proposals: [], steps: told, talkTo: [], page },
    lines: [
      steps.length === 0
        ? `Nothing that was found is for ${name}.`
        : `${name}: ${counted(steps.length, "step")}.`,
      ...told.flatMap((one) => [
        `- ${one.title}: ${one.reasons.join("; ")} (${one.id})`,
        ...one.evidence.map((fact) => `    ${evidenceLine(fact)}`),
      ]),
      ...restLines,
    ],
  };
}

/** Each with its first facts, and how many there are. */
async function withFacts<One extends { readonly evidenceIds: readonly string[] }>(
  { assessments, id }: OpenedAssessment,
  list: readonly One[],
): Promise<
  (One & { evidence: Content["proposals"][number]["evidence"]; evidenceCount: number })[]
> {
  const found = await placedEvidence(
    assessments,
    id,
    list.flatMap(({ evidenceIds }) => firstOf(evidenceIds, factsShown)),
  );
  return list.map((one) => ({
    ...one,
    evidence: firstOf(one.evidenceIds, factsShown).flatMap((each) => found.get(each) ?? []),
    evidenceCount: one.evidenceIds.length,
  }));
}
