import { keysOf } from "#contract/keys.ts";
import { plainStep } from "#kernel/reference.ts";
import type { Report } from "#sections/report.ts";

/** More than anybody scrolls through; the page says how many there are. The JSON report has them all. */
const mostClasses = 400;
const mostCopies = 40;
const classField = /^classes\/([^/]{1,200})(?:\/copies\/([^/]{1,20000}))?/;

/** The report for its page, which has to open in moments: as it is, where nothing is too long. */
export function shortenedReport(report: Report): Report {
  const { duplication, sections } = report;
  if (duplication === null) return report;
  const { classes } = duplication;
  if (classes.length <= mostClasses && classes.every((one) => one.copies.length <= mostCopies))
    return report;
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
  return {
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
        // A group without fields would say that all is unknown.
        unknown: section.unknown.flatMap((one) => {
          const fields = one.fields.filter(isShown);
          return fields.length === 0 && one.fields.length > 0 ? [] : { ...one, fields };
        }),
      },
    },
  };
}
