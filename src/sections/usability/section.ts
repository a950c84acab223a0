import { z } from "zod";
import { assessUsability } from "#insight/usability/assess-usability.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { tellUsability } from "./explain.ts";
import { findingUnknowns, mapFinding, unmatchedFindings } from "./present.ts";
import { usabilityFinding } from "./schema.ts";

export const usability = defineSection({
  name: "usability",
  noun: "finding",
  schema: {
    usability: z
      .array(usabilityFinding)
      .describe("open ones first, then by severity, by how many met it, the newest first"),
  },
  needs: { organisation },
  conclude: ({ asked, declared, organisation: model }) =>
    assessUsability(declared.usability, model, asked),
  present: ({ findings }, evidence) => ({
    usability: findings.map((one) => mapFinding(one, evidence)),
  }),
  n: ({ result }) => result.findings.length,
  unknown: ({ result }) => findingUnknowns(result.findings),
  tells: tellUsability,
  problems: ({ result }) => unmatchedFindings(result),
});
