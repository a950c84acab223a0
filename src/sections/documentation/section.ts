import { z } from "zod";
import { assessDocumentation } from "#insight/documentation/assess-documentation.ts";
import type { DocumentationResult } from "#insight/documentation/result.ts";
import { documentsAbout } from "#model/documents-about.ts";
import { components } from "../components/section.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { listUnknowns } from "../unknown-entries.ts";
import { tellDocumentation } from "./explain.ts";
import { mapDocumentation } from "./present.ts";
import { documentation as schema } from "./schema.ts";

export const documentation = defineSection({
  name: "documentation",
  noun: "capability",
  schema: {
    documentation: z.array(schema).describe("one for each capability, in their order"),
  },
  needs: { organisation, components },
  conclude: ({ organisation: { capabilities, components: all }, components: { documents } }) =>
    assessDocumentation(capabilities, documents, documentsAbout(capabilities, all)),
  present: (result, evidence) => ({
    documentation: result.map((one) => mapDocumentation(one, evidence)),
  }),
  n: ({ result }) => scoredCount(result),
  coverage: ({ result }) => ratio(scoredCount(result), result.length),
  unknown: ({ result }) => listUnknowns("documentation", result),
  tells: tellDocumentation,
});

function scoredCount(result: readonly DocumentationResult[]): number {
  return result.filter((one) => one.score !== null).length;
}
