import { z } from "zod";
import { assessJobs } from "#insight/jobs/assess-jobs.ts";
import { jobIndex } from "#insight/jobs/job-index.ts";
import { inferSubstitutes } from "#insight/jobs/substitutes.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
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
  needs: { organisation },
  conclude: (found) => {
    const index = jobIndex(found.configuration.jobs);
    return {
      index,
      jobs: assessJobs(found.organisation, { index }),
      proposals: inferSubstitutes(found.organisation, index),
    };
  },
  present: (result, evidence) => ({
    jobs: result.jobs.map((one) => mapJob(one, evidence)),
    jobProposals: result.proposals.map(mapJobProposal),
  }),
  n: ({ result }) => result.jobs.reduce((sum, one) => sum + one.solutions.length, 0),
  unknown: ({ result }) => jobUnknowns(result.jobs),
});
