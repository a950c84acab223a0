import type { Report } from "#sections/report.ts";

/** More than anybody scrolls through; the page says how many there are. The JSON report has them all. */
const mostClasses = 400;
const mostCopies = 40;
const classPointer = /^\/duplication\/classes\/(\d{1,9})(?:\/copies\/(\d{1,9}))?(?:\/|$)/;

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
  const isShown = (pointer: string): boolean => {
    const [, index, copy] = classPointer.exec(pointer) ?? [];
    return Number(index ?? 0) < mostClasses && Number(copy ?? 0) < mostCopies;
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
        unknown: section.unknown.filter(({ pointer }) => isShown(pointer)),
      },
    },
  };
  return JSON.stringify(page);
}
