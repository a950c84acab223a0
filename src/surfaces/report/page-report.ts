import type { Report } from "#sections/report.ts";
import { keysOf } from "#contract/keys.ts";
import { plainStep } from "#kernel/reference.ts";

/** More than anybody scrolls through; the page says how many there are. The JSON report has them all. */
const mostClasses = 400;
const mostCopies = 40;
const classField = /^classes\/([^/]{1,200})(?:\/copies\/([^/]{1,20000}))?/;

/** The report as JSON for its page, which has to open in moments: `json` as it is, where nothing is too long. */
export function jsonOfPage({
  report,
  json,
}: {
  readonly report: Report;
  readonly json: string;
}): string {
  const { duplication, sections } = report;
  if (duplication === null) return json;
  const { classes } = duplication;
  if (classes.length <= mostClasses && classes.every((one) => one.copies.length <= mostCopies))
    return json;
  const copiesOf = new Map(
    classes
      .slice(0, mostClasses)
      .map(({ id, copies }) => [id, new Set(keysOf(copies).slice(0, mostCopies))] as const),
  );
  const isShown = (field: string): boolean => {
    const [, id, copy] = classField.exec(field) ?? [];
    if (id === undefined) return true;
    const copies = copiesOf.get(id);
    return copies !== undefined && (copy === undefined || copies.has(plainStep(copy)));
  };
  const section = sections.duplication;
  const page: Report = {
    ...report,
    duplication: {
      ...duplication,
      classes: classes
        .slice(0, mostClasses)
        .map((one) => ({ ...one, copies: one.copies.slice(0, mostCopies) })),
    },
    sections: {
      ...sections,
      duplication: {
        ...section,
        unknown: section.unknown.map((one) => ({
          ...one,
          fields: one.fields.filter(isShown),
        })),
      },
    },
  };
  return JSON.stringify(page);
}
