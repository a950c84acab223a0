import { assessMaturity } from "#insight/maturity/assess-maturity.ts";
import { maturityFacts } from "#insight/maturity/gather-facts.ts";
import { adoption } from "../adoption/section.ts";
import { defineSection } from "../define-section.ts";
import { delivery } from "../delivery/section.ts";
import { documentation } from "../documentation/section.ts";
import { experience } from "../experience/section.ts";
import { interview } from "../interview/section.ts";
import { organisation } from "../organisation/section.ts";
import { outcomes } from "../outcomes/section.ts";
import { reliability } from "../reliability/section.ts";
import { staffing } from "../staffing/section.ts";
import { mapMaturity, maturityUnknowns } from "./present.ts";
import { maturity as schema } from "./schema.ts";

export const maturity = defineSection({
  name: "maturity",
  noun: "aspect",
  schema: { maturity: schema },
  needs: {
    organisation,
    adoption,
    delivery,
    reliability,
    documentation,
    experience,
    interview,
    outcomes,
    staffing,
  },
  conclude: (found) =>
    assessMaturity(
      maturityFacts({
        ...found,
        delivery: found.delivery.results,
        facts: found.interview,
        goalsCount: found.configuration.goals.length,
        outcomesCount: found.outcomes.series.length,
        platformTeamsCount: found.staffing.platformTeamsLow,
      }),
      found.interview,
    ),
  present: (result, evidence) => ({ maturity: mapMaturity(result, evidence) }),
  n: ({ result }) => result.length,
  coverage: ({ result }) => result.filter((one) => one.level !== null).length / result.length,
  unknown: ({ result }) => maturityUnknowns(result),
});
