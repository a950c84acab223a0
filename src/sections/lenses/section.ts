import { buildNext } from "#insight/lenses/build-next.ts";
import { enableNext } from "#insight/lenses/enable-next.ts";
import { rankedProducts } from "#insight/lenses/product-step.ts";
import { adoption } from "../adoption/section.ts";
import { components } from "../components/section.ts";
import { defineSection } from "../define-section.ts";
import { documentation } from "../documentation/section.ts";
import { duplication } from "../duplication/section.ts";
import { jobs } from "../jobs/section.ts";
import { organisation } from "../organisation/section.ts";
import { outcomes } from "../outcomes/section.ts";
import { explainLenses } from "./explain.ts";
import { lensInvariants } from "./integrity.ts";
import { sharedRisks } from "../shared-risks/section.ts";
import { usability } from "../usability/section.ts";
import { lensUnknowns, mapProductStep, mapProposal } from "./present.ts";
import { lenses as schema } from "./schema.ts";
import { workSeen } from "./work-seen.ts";

export const lenses = defineSection({
  name: "lenses",
  noun: "proposal",
  schema: { lenses: schema },
  needs: {
    organisation,
    components,
    adoption,
    jobs,
    documentation,
    duplication,
    outcomes,
    sharedRisks,
    usability,
  },
  conclude: (found) => {
    const { requests } = found.declared;
    const { adoption: adopted, organisation: model, asked } = found;
    const { productIds, locked } = found.components;
    const componentById = new Map(model.components.map((one) => [one.id, one]));
    const capabilityById = new Map(model.capabilities.map((one) => [one.id, one]));
    return {
      platform: enableNext({
        ...workSeen(model, found),
        organisation: model,
        adoption: adopted,
        jobs: found.jobs.jobs,
        documentation: found.documentation,
        clones: found.duplication?.classes ?? null,
        risks: found.sharedRisks.risks,
        ending: found.sharedRisks.ending,
        locked,
        requests,
        findings: found.usability.findings,
        asked,
        until: model.asOf,
      }),
      products: rankedProducts(
        model.components
          .filter(({ id }) => productIds.has(id))
          .map((component) => ({
            componentId: component.id,
            items: buildNext({
              component,
              components: componentById,
              capabilities: capabilityById,
              teams: model.teams,
              productIds,
              adoption: adopted,
              outcomes: found.outcomes.series,
              requests,
              findings: found.usability.findings,
              asked,
              asOf: model.asOf,
              isOlderClone: model.olderClones?.has(component.repositoryId) === true,
            }),
          })),
      ),
    };
  },
  present: ({ platform, products }, evidence) => ({
    lenses: {
      platform: platform.map((one) => mapProposal(one, evidence)),
      products: products.map(({ componentId, items }) => ({
        componentId,
        items: items.map((one) => mapProductStep(one, evidence)),
      })),
    },
  }),
  n: ({ result }) => result.platform.length,
  explains: explainLenses,
  integrity: lensInvariants,
  unknown: ({ shown }) => lensUnknowns(shown.lenses),
});
