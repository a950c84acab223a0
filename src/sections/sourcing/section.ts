import { adoption } from "../adoption/section.ts";
import { defineSection } from "../define-section.ts";
import { documentation } from "../documentation/section.ts";
import { duplication } from "../duplication/section.ts";
import { interview } from "../interview/section.ts";
import { jobs } from "../jobs/section.ts";
import { lenses } from "../lenses/section.ts";
import { organisation } from "../organisation/section.ts";
import { signals } from "../signals/section.ts";
import { staffing } from "../staffing/section.ts";
import { concludeSourcing } from "./conclude.ts";
import { mapSourcing, sourcingUnknowns } from "./present.ts";
import { sourcing as schema } from "./schema.ts";

export const sourcing = defineSection({
  name: "sourcing",
  noun: "answer",
  schema: { sourcing: schema },
  needs: {
    organisation,
    adoption,
    jobs,
    duplication,
    documentation,
    interview,
    lenses,
    signals,
    staffing,
  },
  conclude: (found) =>
    concludeSourcing({ ...found, jobs: found.jobs.jobs, proposals: found.lenses.platform }),
  present: (result, evidence) => ({
    sourcing: mapSourcing(result, result.conversations, evidence),
  }),
  n: ({ result }) => result.answeredCount,
  coverage: ({ result }) => result.answeredCount / result.questionsCount,
  unknown: ({ result }) => sourcingUnknowns(result),
});
