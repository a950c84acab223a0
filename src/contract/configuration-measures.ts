import { z } from "zod";
import { runtimeNames } from "#vocabulary/structure.ts";

const text = z.string().trim().min(1).max(500);
const date = z.iso.date().describe("YYYY-MM-DD");

const deprecation = z
  .strictObject({
    capability: text.describe("id, name or purl of what is to go"),
    removal: date.describe("day until which it was promised to be gone"),
    text: text.describe("what was decided, and where it is written"),
  })
  .meta({ id: "DeclaredDeprecation" });

const runtime = z
  .strictObject({
    runtime: z.enum(runtimeNames),
    cycle: text.describe("as far as its versions share one end: 3.2, 18"),
    endOfLife: date.describe("last day of support"),
  })
  .meta({ id: "DeclaredRuntime" });

/** Keys of fulcrum.yaml that the measures of the decision read. */
export const measuresConfiguration = {
  deprecations: z
    .array(deprecation)
    .default([])
    .describe("promises that stand in no README or changelog"),
  advisories: z
    .array(text)
    .default([])
    .describe("files in OSV format, and folders of them; relative paths start at fulcrum.yaml"),
  runtimes: z
    .array(runtime)
    .default([])
    .describe("ends of support that go before the published ones, or that none has"),
};
