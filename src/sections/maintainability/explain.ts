import { percentOf, some } from "#kernel/phrases.ts";
import { escapedStep, placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import type { ReportMaintainability } from "./schema.ts";

/** A team's own course over the quarters. */
export const tellMaintainability: Tells<{ readonly maintainability: ReportMaintainability }> = {
  about: ["team"],
  tell: ({ maintainability }, { id }) => {
    const course = maintainability.scopes.find((one) => one.id === id);
    if (course === undefined) return null;
    const trends = course.trends.flatMap(({ measure, relativePerYear, low, high, n }) =>
      relativePerYear === null
        ? []
        : low <= 0 && high >= 0
          ? `${measure} no clear trend (${n} quarters)`
          : `${measure} ${relativePerYear < 0 ? "−" : "+"}${percentOf(Math.abs(relativePerYear))} (${n} quarters)`,
    );
    return {
      facts: factsOf(["a year", some(trends, 5)]),
      evidenceIds: course.evidenceIds,
      places: [placeOf("maintainability", null, `scopes/${escapedStep(id)}`)],
    };
  },
};
