import { z } from "zod";
import { explainFigure } from "#operations/explain-figure.ts";
import { asked, pageInput } from "../fields.ts";
import { defineTool } from "../define-tool.ts";
import { explanationAnswer, explanationOutput } from "./explanation.ts";

const mostListed = 100;

export const explain = defineTool({
  name: "explain",
  title: "The evidence behind a thing or a figure",
  description:
    "Opens a thing, a use, a signal, a proposal, a fact or any figure of the report, step by step, down to repository, commit, path and line, with the git command that shows each where the clones are at hand. Take it to check what another tool said, and before you quote it.",
  input: z.strictObject({
    subject: asked.describe(
      "an id of another tool, a name, “signal 3”, or a figure by its place such as /adoption/CAPABILITY/rate (a slash within a key is ~1)",
    ),
    ...pageInput,
  }),
  output: explanationOutput,
  named: ({ subject }) => subject,
  answer: async (context, { subject, ...part }) => {
    const opened = await context.open();
    const explanation = await explainFigure(opened, {
      assessment: opened.id,
      folders: opened.origin?.folders ?? [],
      subject,
    });
    return explanationAnswer(explanation, {
      ...part,
      most: mostListed,
      how: "explain those that are named one by one",
    });
  },
});
