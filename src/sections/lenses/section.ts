import { defineSection } from "../define-section.ts";
import { mapLensItem } from "./present.ts";
import { lenses as schema } from "./schema.ts";

export const lenses = defineSection({
  name: "lenses",
  noun: "capability",
  schema: { lenses: schema },
  present: ({ declared: { lenses: found } }, evidence) => ({
    lenses: {
      platform: found.platform.map((one) => mapLensItem(one, evidence)),
      products: found.products.map(({ componentId, items }) => ({
        componentId,
        items: items.map((one) => mapLensItem(one, evidence)),
      })),
    },
  }),
  n: ({ declared }) => declared.lenses.platform.length,
});
