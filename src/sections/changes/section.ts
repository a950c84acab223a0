import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { change } from "./schema.ts";

/** What the sections before found changed since the last report (insights §13). */
export const changes = defineSection({
  name: "changes",
  noun: "change",
  schema: { changes: z.array(change) },
  needs: {},
  conclude: ({ collected }) => collected.changes,
  present: (result) => ({ changes: [...result] }),
  n: ({ result }) => result.length,
});
