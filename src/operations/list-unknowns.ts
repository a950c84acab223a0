import type { ProblemItem } from "#contract/primitives.ts";
import type { AnswerContext } from "#ports/context.ts";
import type { ReportBlindSpot } from "#sections/blind-spots/schema.ts";
import { eachUnknown } from "#sections/each-unknown.ts";
import { sections, type SectionName } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { readParts } from "./answering/read-parts.ts";

export interface ListUnknownsInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Only of this section; null: of all. */
  readonly section: SectionName | null;
}

/** Figures that are not known for one reason. */
export interface UnknownRow {
  readonly section: SectionName;
  readonly reason: string;
  /** The one addition that would make them known. */
  readonly needs: string;
  readonly figuresCount: number;
  /** A place of the report such as `/adoption/capability:1f/rate`, for `explain`. */
  readonly example: string;
}

export interface ListedUnknowns {
  /** Share of the organisation that the evidence of each section reaches, where it has such a measure. */
  readonly coverage: readonly { readonly section: SectionName; readonly coverage: number }[];
  readonly blindSpots: readonly ReportBlindSpot[];
  /** The most figures first. */
  readonly unknown: readonly UnknownRow[];
  readonly problems: readonly ProblemItem[];
  /** What would settle the verdict, the most for an hour first. */
  readonly nextSteps: Report["signals"]["verdict"]["nextSteps"];
}

/** What the assessment does not know, why, and what would make it known. */
export async function listUnknowns(
  { assessments }: AnswerContext,
  { assessment, section }: ListUnknownsInput,
): Promise<ListedUnknowns> {
  const names = sections.map(({ name }) => name).filter((name) => name !== "evidence");
  const read = await Promise.all(
    names.map(async (name) => ({
      name,
      description: (await assessments.section(assessment, name)).description,
    })),
  );
  const wanted = read.filter(({ name }) => section === null || name === section);
  const { blindSpots, problems, signals } = await readParts(assessments, assessment, [
    "blindSpots",
    "problems",
    "signals",
  ]);
  return {
    coverage: wanted.flatMap(({ name, description: { coverage } }) =>
      coverage === null ? [] : [{ section: name, coverage }],
    ),
    blindSpots: section === null ? blindSpots : [],
    unknown: wanted
      .flatMap(({ name, description }) => rowsOf(name, description.unknown))
      .toSorted((a, b) => b.figuresCount - a.figuresCount || (a.example < b.example ? -1 : 1)),
    problems: section === null ? problems : [],
    nextSteps: section === null || section === "signals" ? signals.verdict.nextSteps : [],
  };
}

function rowsOf(
  section: SectionName,
  groups: Report["sections"][SectionName]["unknown"],
): UnknownRow[] {
  const rows = new Map<string, { row: Omit<UnknownRow, "figuresCount">; count: number }>();
  for (const { place, reason, needs } of eachUnknown(groups)) {
    const key = JSON.stringify([reason, needs]);
    const known = rows.get(key);
    if (known === undefined)
      rows.set(key, { row: { section, reason, needs, example: place }, count: 1 });
    else known.count++;
  }
  return [...rows.values()].map(({ row, count }) => ({ ...row, figuresCount: count }));
}
