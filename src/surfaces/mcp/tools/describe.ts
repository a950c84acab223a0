import { z } from "zod";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import { explainFigure } from "#operations/explain-figure.ts";
import { findThings } from "#operations/find-things.ts";
import { listJobs, type JobRow } from "#operations/list-jobs.ts";
import { asked, cutLine, evidenceLine, pageOf } from "../fields.ts";
import { defineTool, type Answer } from "../define-tool.ts";
import { explanationAnswer, explanationOutput, type ExplanationContent } from "./explanation.ts";

const shown = 8;

export const describe = defineTool({
  name: "describe",
  title: "What a thing is",
  description:
    "One capability, component, team, repository or job, briefly: what it is, whose, how it is used, kept, documented and delivered, what it leads to, what is not known of it, and the first facts behind it. explain opens it in full.",
  input: z.strictObject({
    name: asked.describe("a name, or an id of another tool; a name may be that of several kinds"),
  }),
  output: explanationOutput,
  named: ({ name }) => name,
  answer: async (context, { name }) => {
    const opened = await context.open();
    const { id: assessment } = opened;
    const found = await findThings(opened, { assessment, text: name, kind: null });
    const meant = found.filter(({ match }) => match === "is");
    const [job] = meant;
    if (job !== undefined && meant.every(({ kind }) => kind === "job")) {
      const [row] = await listJobs(opened, { assessment, job: job.id, onlyFragmented: false });
      if (row !== undefined) return jobAnswer(row);
    }
    const explanation = await explainFigure(opened, { assessment, folders: [], subject: name });
    return explanationAnswer(explanation, {
      most: shown,
      limit: shown,
      offset: 0,
      how: `explain ${explanation.id}`,
    });
  },
});

/** A job has no explanation of its own: it is what its solutions are. */
function jobAnswer(job: JobRow): Answer<ExplanationContent> {
  const facts = [
    { label: "what it is", value: job.definition },
    { label: "ecosystem", value: job.ecosystem },
    {
      label: "kept by",
      value: counted(
        job.keepersNow.count,
        job.keepersNow.unit,
        job.keepersNow.unit === "team" ? "teams" : "repositories",
      ),
    },
    ...job.solutions.map((one) => ({
      label: one.package,
      value: `${one.share === null ? "share not known" : percentOf(one.share)}, in ${some(one.components, shown)}`,
    })),
  ];
  const all = job.solutions.flatMap(({ evidence }) => evidence);
  const { shown: evidence, page } = pageOf(all, { limit: shown, offset: 0 });
  return {
    content: {
      id: job.id,
      kind: "job",
      title: job.title,
      facts,
      reasons: [],
      reasonsCount: 0,
      related: [],
      relatedCount: 0,
      unknown: [],
      unknownCount: 0,
      evidence: evidence.map((one) => ({ ...one, command: null })),
      note: null,
      page: { ...page, nextOffset: null },
    },
    lines: [
      `${job.title}: job (${job.id})`,
      ...facts.map(({ label, value }) => `${label}: ${value}`),
      ...evidence.map((one) => `- ${evidenceLine(one)}`),
      ...cutLine(all.length, evidence.length, `jobs ${job.id}`),
    ],
  };
}
