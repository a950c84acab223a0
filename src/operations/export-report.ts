import type { OperationContext } from "#kernel/ports.ts";
import { writeAtomically } from "#store/files/atomic-write.ts";

export interface ExportReportInput {
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
}

/** Writes a report in its forms, each whole or not at all. Throws `write-failed`. */
export async function exportReport(
  _context: OperationContext,
  { files }: ExportReportInput,
): Promise<void> {
  for (const { path, content } of files) await writeAtomically(path, content);
}
