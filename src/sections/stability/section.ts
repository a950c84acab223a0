import { z } from "zod";
import { assessStability } from "#insight/stability/assess-stability.ts";
import type { StabilityResult } from "#insight/stability/result.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { listUnknowns } from "../unknown-entries.ts";
import { tellStability } from "./explain.ts";
import { mapStability } from "./present.ts";
import { stability as schema } from "./schema.ts";

export const stability = defineSection({
  name: "stability",
  noun: "capability",
  schema: { stability: z.array(schema).describe("one for each capability, in their order") },
  needs: { organisation },
  conclude: (found) => assessStability(found.organisation),
  present: (result, evidence) => ({
    stability: result.map((one) => mapStability(one, evidence)),
  }),
  n: ({ result }) => releasedCount(result),
  coverage: ({ result }) => ratio(releasedCount(result), result.length),
  unknown: ({ result }) => listUnknowns("stability", result),
  tells: tellStability,
});

function releasedCount(result: readonly StabilityResult[]): number {
  return result.filter((one) => (one.releasesCount ?? 0) > 0).length;
}
