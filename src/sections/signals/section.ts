import { adoption } from "../adoption/section.ts";
import { cognitiveLoad } from "../cognitive-load/section.ts";
import { components } from "../components/section.ts";
import { decisions } from "../decisions/section.ts";
import { defineSection } from "../define-section.ts";
import { delivery } from "../delivery/section.ts";
import { documentation } from "../documentation/section.ts";
import { duplication } from "../duplication/section.ts";
import { experience } from "../experience/section.ts";
import { interview } from "../interview/section.ts";
import { jobs } from "../jobs/section.ts";
import { layers } from "../layers/section.ts";
import { maintainability } from "../maintainability/section.ts";
import { organisation } from "../organisation/section.ts";
import { ownership } from "../ownership/section.ts";
import { reliability } from "../reliability/section.ts";
import { sharedRisks } from "../shared-risks/section.ts";
import { stability } from "../stability/section.ts";
import { staffing } from "../staffing/section.ts";
import { concludeSignals } from "./conclude.ts";
import { explainSignals } from "./explain.ts";
import { mapSignals, signalUnknowns } from "./present.ts";
import { signals as schema } from "./schema.ts";

export const signals = defineSection({
  name: "signals",
  noun: "indicator",
  schema: { signals: schema },
  needs: {
    organisation,
    components,
    adoption,
    jobs,
    duplication,
    delivery,
    reliability,
    documentation,
    stability,
    ownership,
    sharedRisks,
    maintainability,
    cognitiveLoad,
    layers,
    interview,
    experience,
    decisions,
    staffing,
  },
  conclude: (found) =>
    concludeSignals({
      ...found,
      jobs: found.jobs.jobs,
      requests: found.declared.requests,
      platformIds: found.components.platformIds,
      productIds: found.components.productIds,
      effort: found.components.effort,
      locked: found.components.locked,
      delivery: found.delivery.results,
    }),
  present: (result, evidence) => ({ signals: mapSignals(result, evidence) }),
  n: ({ result }) =>
    result.signals.flatMap((one) => one.indicators).filter((one) => one.score !== null).length,
  coverage: ({ result }) => result.verdict.evidenceMass,
  unknown: ({ result }) => signalUnknowns(result),
  explains: explainSignals,
});
