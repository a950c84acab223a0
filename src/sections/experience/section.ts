import { defineSection } from "../define-section.ts";
import { experienceUnknowns, mapExperience } from "./present.ts";
import { experience as schema } from "./schema.ts";

export const experience = defineSection({
  name: "experience",
  noun: "respondent",
  schema: { experience: schema },
  present: ({ declared }, evidence) => ({
    experience: mapExperience(declared.experience, evidence),
  }),
  n: ({ declared }) =>
    declared.experience.surveys.reduce((sum, one) => sum + one.respondentsCount, 0),
  unknown: ({ declared }) => experienceUnknowns(declared.experience),
});
