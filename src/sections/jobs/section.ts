import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { jobUnknowns, mapJob, mapJobProposal } from "./present.ts";
import { job, jobProposal } from "./schema.ts";

export const jobs = defineSection({
  name: "jobs",
  noun: "solution",
  schema: {
    jobs: z.array(job),
    jobProposals: z
      .array(jobProposal)
      .describe("substitutes inferred from the data, strongest first"),
  },
  present: (found, evidence) => ({
    jobs: found.jobs.map((one) => mapJob(one, evidence)),
    jobProposals: found.jobProposals.map(mapJobProposal),
  }),
  n: (found) => found.jobs.reduce((sum, one) => sum + one.solutions.length, 0),
  unknown: (found) => jobUnknowns(found.jobs),
});
