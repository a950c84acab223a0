import type { RankedClass } from "../duplication/between-owners.ts";
import type { DuplicationFindings } from "../duplication/findings.ts";
import { quarterOf } from "#evidence/change-quarters.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { highest, lowest } from "#kernel/extremes.ts";
import { counted } from "#kernel/phrases.ts";
import { monthOf, type ComponentEffort } from "#model/effort.ts";
import type { PersonMonths } from "./result.ts";

export interface AvoidableSources {
  readonly repositories: readonly RepositoryEvidence[];
  readonly effort: readonly ComponentEffort[];
  readonly duplication: DuplicationFindings | null;
  readonly asOf: number;
}

export interface AvoidablePart {
  readonly text: string;
  readonly personMonths: PersonMonths;
}

const months = 12;
const quarters = 4;
const daysPerYear = 365.25;

/** Of the work of a change, what is saved where it need not be made to a copy as well (a judgement, uncalibrated). */
const savedOfCopy: PersonMonths = { low: 0.1, likely: 0.3, high: 1 };
/** Hours that a person gives to a dependency update that a program could have merged (a judgement, uncalibrated). */
const hoursOfUpdate: PersonMonths = { low: 0.25, likely: 1, high: 4 };
const hoursOfMonth = 140;

/** Work of a year that shared answers would have saved: the same change made to copies, the same update taken by hand. */
export function avoidableParts(sources: AvoidableSources): AvoidablePart[] {
  const { repositories, effort, duplication, asOf } = sources;
  const until = asOf;
  const last = quarterOf(until) - 1;
  const kinds = repositories.flatMap(({ changes }) =>
    changes.kinds.filter(({ quarter }) => quarter <= last && quarter > last - quarters),
  );
  const changes = kinds.reduce((sum, one) => sum + one.humanChangesCount, 0);
  const from = monthOf(until) - months;
  const spent = effort.reduce(
    (sum, { months: byMonth }) =>
      sum + [...byMonth].reduce((own, [month, value]) => own + (month >= from ? value : 0), 0),
    0,
  );
  if (changes === 0 || spent === 0) return [];
  const perChange = spent / changes;
  const copies = duplication === null ? 0 : coChangesAYear(duplication.classes);
  const updates = kinds.reduce((sum, one) => sum + one.humanUpdatesCount, 0);
  return [
    ...part(
      copies,
      `${counted(Math.round(copies), "change")} a year ${Math.round(copies) === 1 ? "is" : "are"} made to a copy as well, beyond chance`,
      perChange,
      savedOfCopy,
    ),
    ...part(
      updates,
      `${counted(updates, "dependency update")} a year ${updates === 1 ? "is" : "are"} written or merged by people`,
      1 / hoursOfMonth,
      hoursOfUpdate,
    ),
  ];
}

function part(count: number, text: string, unit: number, each: PersonMonths): AvoidablePart[] {
  if (Math.round(count) === 0) return [];
  const of = (one: number): number => count * unit * one;
  return [
    { text, personMonths: { low: of(each.low), likely: of(each.likely), high: of(each.high) } },
  ];
}

/** Of each pair of files once, by the share of the file that the copy makes up. */
function coChangesAYear(classes: readonly RankedClass[]): number {
  const seen = new Set<string>();
  let sum = 0;
  for (const { kind, copies, coChangesCount, coChangesByChance } of classes) {
    if (kind !== "code") continue;
    const key = copies
      .map(({ repositoryId, path }) => `${repositoryId}\n${path}`)
      .sort()
      .join("\n");
    if (seen.has(key)) continue;
    seen.add(key);
    const changed = copies.filter(({ changeDays }) => changeDays.length > 0);
    const first = lowest(changed.map(({ changeDays }) => changeDays[0] ?? 0));
    const last = highest(changed.map(({ changeDays }) => changeDays[changeDays.length - 1] ?? 0));
    const years = Math.max(1, (last - first) / daysPerYear);
    const share = copies.reduce((least, one) => Math.min(least, one.fileShare), 1);
    sum += (Math.max(0, coChangesCount - coChangesByChance) * share) / years;
  }
  return sum;
}
