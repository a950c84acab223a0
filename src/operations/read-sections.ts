import type { AnswerContext } from "#ports/context.ts";
import type { SectionName } from "#sections/index.ts";
import { readParts, type Parts } from "./answering/read-parts.ts";

/** Sections of an assessment as they stand. Throws `no-assessment`. */
export function readSections<const Name extends SectionName>(
  { assessments }: AnswerContext,
  { assessment, names }: { readonly assessment: string; readonly names: readonly Name[] },
): Promise<Parts<Name>> {
  return readParts(assessments, assessment, names);
}
