import type { EvidenceItem } from "#contract/primitives.ts";
import type { AnswerContext } from "#ports/context.ts";
import { eachUnknown } from "#sections/each-unknown.ts";
import type { ExplainedEvidence, Explanation } from "#sections/explanation/explanation.ts";
import type { Report } from "#sections/report.ts";
import { outlineWhatIsMeant } from "./answering/outline-subject.ts";
import { locateClones, showCommand } from "./reading/evidence-command.ts";

export interface ExplainFigureInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Folders that the report was made from, to say where its clones lie. */
  readonly folders: readonly string[];
  /** An id, a name, or a figure such as `/adoption/capability:1f/rate`. */
  readonly subject: string;
}

/** The evidence behind an id or a figure, down to commit and file. Throws `unknown-id`, `no-assessment`. */
export async function explainFigure(
  { assessments }: AnswerContext,
  { assessment, folders, subject }: ExplainFigureInput,
): Promise<Explanation> {
  const { outline, report } = await outlineWhatIsMeant(assessments, assessment, subject);
  const { evidenceIds, places, ...rest } = outline;
  const items = await assessments.items(assessment, "evidence", "id", new Set(evidenceIds));
  return {
    ...rest,
    unknown: unknownsAt(report, places),
    evidence: await withCommands(items, report, folders),
  };
}

function unknownsAt(
  { sections }: Pick<Report, "sections">,
  places: readonly string[],
): Explanation["unknown"] {
  return Object.values(sections)
    .flatMap((section) => eachUnknown(section.unknown))
    .filter(({ place }) =>
      places.some(
        (one) => place === one || place.startsWith(`${one}/`) || one.startsWith(`${place}/`),
      ),
    );
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
