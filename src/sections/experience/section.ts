import { assessExperience } from "#insight/experience/assess-experience.ts";
import { adoption } from "../adoption/section.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { suppressBelow } from "../suppress-below.ts";
import { experienceUnknowns, mapExperience } from "./present.ts";
import { experience as schema } from "./schema.ts";

export const experience = defineSection({
  name: "experience",
  noun: "respondent",
  schema: { experience: schema },
  needs: { organisation, adoption },
  conclude: (found) => {
    const { surveys, invited, requests } = found.declared;
    const { published, adoption: adopted } = found;
    const fed = { ...found.organisation, asOf: found.asked };
    return assessExperience(
      { organisation: fed, adoption: adopted, surveys, invited, requests, published },
      suppressBelow(found.configuration),
    );
  },
  present: (result, evidence) => ({ experience: mapExperience(result, evidence) }),
  n: ({ result }) => result.surveys.reduce((sum, one) => sum + one.respondentsCount, 0),
  unknown: ({ result }) => experienceUnknowns(result),
});
