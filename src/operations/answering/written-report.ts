import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import { report as reportSchema, schemaVersion, type Report } from "#sections/report.ts";

/** A report out of what was parsed; `name` says whose words it is. Throws `no-assessment` where it is none of this version. */
export function writtenReport(content: unknown, name: string): Report {
  const parsed = reportSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const written = otherSchema.safeParse(content);
  throw new FulcrumError(
    "no-assessment",
    written.success && String(written.data.schemaVersion) !== String(schemaVersion)
      ? `${name} is a report of schema ${String(written.data.schemaVersion)}, written by fulcrum ${written.data.tool.version}; this version reads schema ${String(schemaVersion)}.`
      : `${name} is not a report of fulcrum.`,
    "Name a file that this version wrote, or make it again: fulcrum assess ../repos --json FILE",
    { cause: parsed.error },
  );
}

/** As much of a report as tells which version wrote it. */
const otherSchema = z.object({
  schemaVersion: z.union([z.string().max(20), z.number()]),
  tool: z.object({ version: z.string().max(40) }),
});
