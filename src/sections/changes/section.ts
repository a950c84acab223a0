import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { change } from "./schema.ts";

/** Compared with the report before once the others are written: `build-report.ts` fills it. */
export const changes = defineSection({
  name: "changes",
  noun: "change",
  schema: { changes: z.array(change) },
  present: () => ({ changes: [] }),
  n: (_, shown) => shown.changes.length,
});
