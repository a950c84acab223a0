import { z } from "zod";
import { listsOf, recordLists, type RecordList } from "#operations/answering/record-lists.ts";
import { sections, type SectionName } from "#sections/index.ts";
import { ProblemError } from "./problem.ts";
import { organisationParams } from "./wanted-assessment.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of the list that the type is made of
const names = sections.map(({ name }) => name) as [SectionName, ...SectionName[]];

export const sectionParams = organisationParams.extend({ section: z.enum(names) });

export const itemParams = sectionParams.extend({
  key: z.string().min(1).max(8_000).describe("of the record, as references have it"),
});

export const listQuery = z.object({
  list: z
    .enum([...recordLists.keys()])
    .optional()
    .describe("which list of the section; its first one if none is named"),
});

/** The list that is meant of a section. Throws ProblemError `not-found`. */
export function wantedList(section: SectionName, named: string | undefined): RecordList {
  const lists = listsOf(section);
  const found = named === undefined ? lists[0] : lists.find(({ key }) => key === named);
  if (found !== undefined) return found;
  throw new ProblemError(
    "not-found",
    lists.length === 0
      ? `The section ${section} is no list of records.`
      : `The section ${section} has no list by that name.`,
    lists.length === 0
      ? "Ask for it whole, without /items."
      : `It has ${lists.map(({ key }) => key).join(", ")}.`,
  );
}
