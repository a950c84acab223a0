import { z } from "zod";
import { evidenceItem } from "#contract/primitives.ts";
import { defineSection } from "../define-section.ts";

/** Last: every fact that the sections before it pointed at. */
export const evidence = defineSection({
  name: "evidence",
  noun: "fact",
  schema: { evidence: z.array(evidenceItem) },
  present: (_, list) => ({ evidence: list.list() }),
  n: (_, shown) => shown.evidence.length,
});
