import type { Similarity } from "#contract/similarity.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { addedLines } from "#insight/duplication/similar/added-lines.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext, VerbContext } from "#ports/context.ts";
import type { CloneIndex } from "#store/files/clones/index-reader.ts";
import { searchIndex } from "./duplication/index-search.ts";
import { assessedFolders } from "./duplication/assessed-folders.ts";
import { withCloneIndex } from "./duplication/index-session.ts";
import { reasonNotCompared } from "./duplication/not-compared.ts";
import { findClone, numberInIndex, type OwnClone } from "./duplication/own-clone.ts";
import {
  readChange,
  type Change,
  type ChangedText,
  type ChangeKind,
} from "./duplication/read-change.ts";
import { ownPlace, SimilarityAnswer } from "./duplication/similarity-answer.ts";

export interface ChangedDuplicatesInput {
  /** Whose index is meant; null: nothing was assessed. */
  readonly place: string | null;
  /** A folder of the clone whose change is meant. */
  readonly folder: string;
  readonly change: ChangeKind;
  /** Also code of the same owner. */
  readonly withOwn: boolean;
}

/** A change of fewer files is over before anybody reads of its progress. */
const worthProgress = 200;

/**
 * What a change adds that stands elsewhere in the organisation, from the index: stretches with at least one line that is
 * new. Files that the change replaces count as gone. Throws `no-folder`, `no-index`, `usage`, and as git does.
 */
export async function findChangedDuplicates(
  context: OperationContext & Pick<VerbContext, "assessments">,
  input: ChangedDuplicatesInput,
): Promise<Similarity> {
  const clone = await requireClone(input.folder);
  return withCloneIndex(input.place, async (index) => {
    const folders = await assessedFolders(context, input.place);
    const repository = await numberInIndex(clone, index.about.repositories, folders);
    const comparison = new ChangeComparison(index, repository, input.withOwn);
    const change = await readChange(
      clone,
      input.change,
      context.signal,
      ({ paths, filesCount }) => {
        const isLong = filesCount >= worthProgress;
        if (isLong) context.progress.start("Comparing the change", filesCount, "files");
        comparison.exclude(paths);
        let done = 0;
        return (file) => {
          comparison.add(file);
          if (isLong) context.progress.advance(++done, file.path);
        };
      },
    ).finally(() => context.progress.finish());
    if (change.isUnrelated)
      context.log.warn(
        "The histories do not meet in this clone: the two commits were compared as they are. Fetch more history to see the change alone.",
      );
    return comparison.result(change);
  });
}

class ChangeComparison {
  private readonly index: CloneIndex;
  private readonly repository: number | null;
  private readonly answer: SimilarityAnswer;
  private readonly reader = new FileReader();
  private excluded: ReadonlySet<number> = new Set();
  private readonly notCompared: { path: string; reason: string }[] = [];
  private filesCount = 0;
  private linesCount = 0;
  private addedLinesCount = 0;

  constructor(index: CloneIndex, repository: number | null, withOwn: boolean) {
    this.index = index;
    this.repository = repository;
    this.answer = new SimilarityAnswer(index, !withOwn);
  }

  /** Files of the own repository that the change replaces or removes. */
  exclude(paths: readonly string[]): void {
    const { index, repository } = this;
    if (repository === null) return;
    const numbers = paths.map((path) => index.numberOf(repository, path));
    this.excluded = new Set(numbers.filter((number) => number !== null));
  }

  add({ path, before, after }: ChangedText): void {
    const { index, repository } = this;
    const file = this.reader.read(path, after);
    const reason = reasonNotCompared(file, after.length);
    if (reason !== null) {
      this.notCompared.push({ path, reason });
      return;
    }
    const added = addedLines(before, after);
    this.filesCount++;
    this.linesCount += file.codeLines;
    this.addedLinesCount += added.reduce((sum, one) => sum + one, 0);
    const place = repository === null ? index.filesCount : index.lowerBound(repository, path);
    const copies = searchIndex(index, file, { before: place, excluded: this.excluded });
    this.answer.add(path, ownPlace(index, repository, path), copies, added);
  }

  result({ kind, base, head, notCompared }: Change): Similarity {
    const { filesCount, linesCount, addedLinesCount, repository, index } = this;
    const own = repository === null ? undefined : index.about.repositories[repository];
    return {
      ...this.answer.take(),
      compared: { filesCount, linesCount, notCompared: [...notCompared, ...this.notCompared] },
      change: { kind, repositoryId: own?.id ?? null, base, head, addedLinesCount },
    };
  }
}

async function requireClone(folder: string): Promise<OwnClone> {
  const clone = await findClone(folder);
  if (clone !== null && !("refusal" in clone)) return clone;
  throw new FulcrumError(
    "no-folder",
    clone === null
      ? `${folder} is in no git repository.`
      : `${clone.folder} cannot be read: ${clone.refusal}.`,
    "Name the clone whose change is meant: fulcrum duplicates --changed ../shop",
  );
}
