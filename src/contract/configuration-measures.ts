import { z } from "zod";

const text = z.string().trim().min(1).max(500);
const date = z.iso.date().describe("YYYY-MM-DD");

const deprecation = z
  .strictObject({
    capability: text.describe("id, name or purl of what is to go"),
    removal: date.describe("day until which it was promised to be gone"),
    text: text.describe("what was decided, and where it is written"),
  })
  .meta({ id: "DeclaredDeprecation" });

/** Keys of fulcrum.yaml that the measures of the decision read. */
export const measuresConfiguration = {
  deprecations: z
    .array(deprecation)
    .default([])
    .describe("promises that stand in no README or changelog"),
};
