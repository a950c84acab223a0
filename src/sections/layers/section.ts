import { defineSection, ratio } from "../define-section.ts";
import { unknownEntries } from "../unknown-entries.ts";
import { mapLayers } from "./present.ts";
import { layers as schema } from "./schema.ts";

export const layers = defineSection({
  name: "layers",
  noun: "capability",
  schema: { layers: schema },
  present: ({ measures }, evidence) => ({ layers: mapLayers(measures.layers, evidence) }),
  n: ({ measures }) => measures.layers.inUseCount,
  coverage: ({ measures: { layers: found } }) =>
    ratio(found.layers.filter((one) => one.thin !== null).length, found.layers.length),
  unknown: ({ measures }) => unknownEntries("/layers", measures.layers.unknown),
});
