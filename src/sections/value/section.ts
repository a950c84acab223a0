import { assessValue } from "#insight/value/assess-value.ts";
import type { ValueResult } from "#insight/value/result.ts";
import { adoption } from "../adoption/section.ts";
import { components } from "../components/section.ts";
import { defineSection, ratio } from "../define-section.ts";
import { delivery } from "../delivery/section.ts";
import { organisation } from "../organisation/section.ts";
import { valueOptions } from "./options.ts";
import { mapValue, valueUnknowns } from "./present.ts";
import { value as schema } from "./schema.ts";

export const value = defineSection({
  name: "value",
  noun: "capability",
  schema: { value: schema },
  needs: { organisation, components, adoption, delivery },
  conclude: (found) =>
    assessValue(
      {
        organisation: found.organisation,
        effort: found.components.effort,
        adoption: found.adoption,
        delivery: found.delivery.results,
        partlyRead: new Set(
          found.repositories.filter(({ isShallow }) => isShallow).map(({ id }) => id),
        ),
        platformIds: found.components.platformIds,
      },
      valueOptions(found.configuration),
    ),
  present: (result, evidence) => ({ value: mapValue(result, evidence) }),
  n: ({ result }) => inLedgerCount(result),
  coverage: ({ result }) => ratio(inLedgerCount(result), result.capabilities.length),
  unknown: ({ result }) => valueUnknowns(result),
});

function inLedgerCount({ capabilities }: ValueResult): number {
  return capabilities.filter((one) => one.avoidedPersonMonths !== null).length;
}
