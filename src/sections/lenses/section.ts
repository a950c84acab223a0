import { buildNext } from "#insight/lenses/build-next.ts";
import { enableNext } from "#insight/lenses/enable-next.ts";
import { adoption } from "../adoption/section.ts";
import { components } from "../components/section.ts";
import { defineSection } from "../define-section.ts";
import { documentation } from "../documentation/section.ts";
import { duplication } from "../duplication/section.ts";
import { jobs } from "../jobs/section.ts";
import { organisation } from "../organisation/section.ts";
import { outcomes } from "../outcomes/section.ts";
import { lensInvariants } from "./integrity.ts";
import { mapLensItem } from "./present.ts";
import { lenses as schema } from "./schema.ts";

export const lenses = defineSection({
  name: "lenses",
  noun: "capability",
  schema: { lenses: schema },
  needs: { organisation, components, adoption, jobs, documentation, duplication, outcomes },
  conclude: (found) => {
    const { requests } = found.declared;
    const { adoption: adopted, organisation: model } = found;
    const { capabilities } = model;
    const asOf = found.asked;
    const { productIds } = found.components;
    return {
      platform: enableNext({
        ...model,
        asOf,
        adoption: adopted,
        jobs: found.jobs.jobs,
        documentation: found.documentation,
        clones: found.duplication?.classes ?? null,
        requests,
      }),
      products: model.components
        .filter(({ id }) => productIds.has(id))
        .map((component) => ({
          componentId: component.id,
          items: buildNext({
            component,
            capabilities,
            adoption: adopted,
            outcomes: found.outcomes.series,
            requests,
            asOf,
            isOlderClone: model.olderClones?.has(component.repositoryId) === true,
          }),
        }))
        .filter(({ items }) => items.length > 0),
    };
  },
  present: ({ platform, products }, evidence) => ({
    lenses: {
      platform: platform.map((one) => mapLensItem(one, evidence)),
      products: products.map(({ componentId, items }) => ({
        componentId,
        items: items.map((one) => mapLensItem(one, evidence)),
      })),
    },
  }),
  n: ({ result }) => result.platform.length,
  integrity: lensInvariants,
});
