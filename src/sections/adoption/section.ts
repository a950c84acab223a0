import { z } from "zod";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { nameJobs } from "#insight/jobs/job-index.ts";
import { spot } from "../blind-spots/blind-spot.ts";
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
  blindSpots: ({ result, found: { organisation: all } }) => {
    const nameOf = new Map(all.capabilities.map((one) => [one.id, one.name]));
    return [
      spot({
        what: "capabilities in use of which chosen cannot be told from captive, for it is not known what else does their job",
        one: "capability in use of which chosen cannot be told from captive, for it is not known what else does its job",
        where: result
          .filter(
            ({ adoptersNow, choice }) =>
              adoptersNow > 0 && choice.unknown > 0 && choice.chosen + choice.captive === 0,
          )
          .map(({ capabilityId }) => nameOf.get(capabilityId) ?? capabilityId),
        sharpen: "Say in fulcrum.yaml (jobs) which packages do the same job.",
        each: 1,
      }),
    ];
  },
  compare: (before, after, comparison) =>
    compareAdoption(before.adoption, after.adoption, comparison),
  tells: tellAdoption,
  integrity: adoptionInvariants,
});
