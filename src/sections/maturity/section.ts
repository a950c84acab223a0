import { defineSection } from "../define-section.ts";
import { mapMaturity, maturityUnknowns } from "./present.ts";
import { maturity as schema } from "./schema.ts";

export const maturity = defineSection({
  name: "maturity",
  noun: "aspect",
  schema: { maturity: schema },
  present: ({ declared }, evidence) => ({ maturity: mapMaturity(declared.maturity, evidence) }),
  n: ({ declared }) => declared.maturity.length,
  coverage: ({ declared: { maturity: found } }) =>
    found.filter((one) => one.level !== null).length / found.length,
  unknown: ({ declared }) => maturityUnknowns(declared.maturity),
});
