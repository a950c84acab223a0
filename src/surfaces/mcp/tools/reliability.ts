import { z } from "zod";
import { counted, percentOf } from "#kernel/phrases.ts";
import { listObjectives } from "#operations/list-objectives.ts";
import { reliabilityStates } from "#vocabulary/reliability.ts";
import {
  asked,
  evidenceField,
  evidenceLine,
  firstOf,
  pageInput,
  pageOf,
  pageOutput,
} from "../fields.ts";
import { defineTool } from "../define-tool.ts";

const factsShown = 2;

export const reliability = defineTool({
  name: "reliability",
  title: "Objectives and their error budgets",
  description:
    "Service level objectives, the worst first: the target, how much of the error budget is left, whether it burns, which alerts fire, what the figure rests on, and why one cannot be judged. Of one component, capability or team, or of all.",
  input: z.strictObject({
    name: asked.optional().describe("name or id of a component, capability or team"),
    ...pageInput,
  }),
  output: z.object({
    objectives: z.array(
      z.object({
        sloId: z.string(),
        name: z.string(),
        service: z.string().nullable(),
        componentId: z.string().nullable(),
        component: z.string().nullable(),
        objective: z.number().describe("the target, 0 to 1"),
        state: z.enum(reliabilityStates),
        budgetLeft: z.number().nullable().describe("1 untouched, 0 spent, below 0 overspent"),
        coverage: z.number().describe("share of the window that data cover, 0 to 1"),
        spentInSeconds: z.number().nullable().describe("at the present pace"),
        firing: z.array(z.string()),
        unknown: z.array(z.string()).describe("why figures are missing"),
        evidence: z.array(evidenceField),
      }),
    ),
    page: pageOutput,
  }),
  named: ({ name }) => name,
  answer: async (context, { name, ...part }) => {
    const opened = await context.open();
    const rows = await listObjectives(opened, {
      assessment: opened.id,
      subject: name ?? null,
    });
    const { shown, page, restLines } = pageOf(rows, part);
    const content = shown.map((row) => ({ ...row, evidence: firstOf(row.evidence, factsShown) }));
    return {
      content: { objectives: content, page },
      lines: [
        rows.length === 0
          ? "No objective answers to that: none was found in the repositories or named in fulcrum.yaml."
          : `${counted(rows.length, "objective answers", "objectives answer")} to that.`,
        ...content.flatMap((row) => [
          `- ${row.name}${row.component === null ? "" : ` of ${row.component}`}: ${row.state}, target ${String(Number((row.objective * 100).toFixed(4)))} %, ${row.budgetLeft === null ? "budget not known" : `${String(Math.round(row.budgetLeft * 100))} % of the budget left`}, data for ${percentOf(row.coverage)} of the window${row.firing.length === 0 ? "" : `; firing: ${row.firing.join(", ")}`} (${row.sloId})`,
          ...row.evidence.map((fact) => `    ${evidenceLine(fact)}`),
          ...row.unknown.map((reason) => `    not known: ${reason}`),
        ]),
        ...restLines,
      ],
    };
  },
});
