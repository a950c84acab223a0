import { z } from "zod";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { nameJobs } from "#insight/jobs/job-index.ts";
import { defineSection, ratio } from "../define-section.ts";
import { jobs } from "../jobs/section.ts";
import { organisation } from "../organisation/section.ts";
import { listUnknowns } from "../unknown-entries.ts";
import { compareAdoption } from "./compare.ts";
import { adoptionOptions } from "./options.ts";
import { tellAdoption } from "./explain.ts";
import { adoptionInvariants } from "./integrity.ts";
import { mapAdoption } from "./present.ts";
import { adoption as schema } from "./schema.ts";

export const adoption = defineSection({
  name: "adoption",
  noun: "use",
  schema: { adoption: z.array(schema) },
  needs: { organisation, jobs },
  conclude: (found) =>
    assessAdoption(
      nameJobs(found.organisation, found.jobs.index),
      adoptionOptions(found.configuration, found.organisation, found.declared.requests),
    ),
  present: (result, evidence) => ({
    adoption: result.map((one) => mapAdoption(one, evidence)),
  }),
  n: ({ result }) => result.reduce((sum, one) => sum + one.uses.length, 0),
  coverage: ({ result }) =>
    ratio(result.filter((one) => one.eligibleCount !== null).length, result.length),
  unknown: ({ result }) => listUnknowns("adoption", result),
  compare: (before, after, comparison) =>
    compareAdoption(before.adoption, after.adoption, comparison),
  tells: tellAdoption,
  integrity: adoptionInvariants,
});
