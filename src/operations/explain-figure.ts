import type { EvidenceItem, UnknownEntry } from "#contract/primitives.ts";
import type { AnswerContext } from "#ports/context.ts";
import type { ExplainedEvidence, Explanation } from "#sections/explanation/explanation.ts";
import type { Report } from "#sections/report.ts";
import { outlineWhatIsMeant } from "./answering/outline-subject.ts";
import { locateClones, showCommand } from "./reading/evidence-command.ts";

export interface ExplainFigureInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Folders that the report was made from, to say where its clones lie. */
  readonly folders: readonly string[];
  /** An id, a name, or a JSON pointer into the report such as `/adoption/3/rate`. */
  readonly subject: string;
}

/** The evidence behind an id or a figure, down to commit and file. Throws `unknown-id`, `no-assessment`. */
export async function explainFigure(
  { assessments }: AnswerContext,
  { assessment, folders, subject }: ExplainFigureInput,
): Promise<Explanation> {
  const { outline, report } = await outlineWhatIsMeant(assessments, assessment, subject);
  const { evidenceIds, pointers, ...rest } = outline;
  const items = await assessments.items(assessment, "evidence", "id", new Set(evidenceIds));
  return {
    ...rest,
    unknown: unknownsAt(report, pointers),
    evidence: await withCommands(items, report, folders),
  };
}

function unknownsAt(
  { sections }: Pick<Report, "sections">,
  pointers: readonly string[],
): Explanation["unknown"] {
  const isMeant = ({ pointer }: UnknownEntry): boolean =>
    pointers.some(
      (one) => pointer === one || pointer.startsWith(`${one}/`) || one.startsWith(`${pointer}/`),
    );
  return Object.values(sections)
    .flatMap((section) => section.unknown)
    .filter(isMeant)
    .map(({ pointer, reason, needs }) => ({ pointer, reason, needs }));
}

/** Oldest first; what has no date last. */
async function withCommands(
  items: readonly EvidenceItem[],
  { repositories }: Pick<Report, "repositories">,
  folders: readonly string[],
): Promise<ExplainedEvidence[]> {
  const wanted = new Set(items.flatMap(({ repositoryId }) => repositoryId ?? []));
  const clones = await locateClones({ repositories }, folders, wanted);
  const heads = new Map(repositories.map(({ id, head }) => [id, head]));
  const commandOf = (item: EvidenceItem): string | null => {
    const clone = clones.get(item.repositoryId ?? "");
    return clone === undefined
      ? null
      : showCommand(item, clone, heads.get(item.repositoryId ?? "") ?? null);
  };
  return items
    .toSorted((one, other) => ((one.at ?? "9") < (other.at ?? "9") ? -1 : 1))
    .map((item) => Object.assign({}, item, { command: commandOf(item) }));
}
