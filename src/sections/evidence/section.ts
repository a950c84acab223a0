import { z } from "zod";
import { evidenceItem } from "#contract/primitives.ts";
import { defineSection } from "../define-section.ts";
import { explainEvidence } from "./explain.ts";

/** Every fact that the sections before it pointed at. */
export const evidence = defineSection({
  name: "evidence",
  noun: "fact",
  schema: { evidence: z.array(evidenceItem) },
  needs: {},
  conclude: () => null,
  present: (_, list) => ({ evidence: list.list() }),
  n: ({ shown }) => shown.evidence.length,
  explains: explainEvidence,
});
