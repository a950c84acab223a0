import { defineSection, ratio } from "../define-section.ts";
import { mapValue, valueUnknowns } from "./present.ts";
import { value as schema } from "./schema.ts";
import type { Found } from "../found.ts";

export const value = defineSection({
  name: "value",
  noun: "capability",
  schema: { value: schema },
  present: (found, evidence) => ({ value: mapValue(found.value, evidence) }),
  n: (found) => inLedger(found),
  coverage: (found) => ratio(inLedger(found), found.value.capabilities.length),
  unknown: (found) => valueUnknowns(found.value),
});

function inLedger(found: Found): number {
  return found.value.capabilities.filter((one) => one.avoidedPersonMonths !== null).length;
}
