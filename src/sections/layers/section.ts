import { assessLayers } from "#insight/layers/assess-layers.ts";
import { components } from "../components/section.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { unknownEntries } from "../unknown-entries.ts";
import { mapLayers } from "./present.ts";
import { layers as schema } from "./schema.ts";

export const layers = defineSection({
  name: "layers",
  noun: "capability",
  schema: { layers: schema },
  needs: { organisation, components },
  conclude: (found) => assessLayers(found.organisation, found.components),
  present: (result, evidence) => ({ layers: mapLayers(result, evidence) }),
  n: ({ result }) => result.inUseCount,
  coverage: ({ result: { layers: all } }) =>
    ratio(all.filter((one) => one.isThin !== null).length, all.length),
  unknown: ({ result }) => unknownEntries("/layers", result.unknown),
});
