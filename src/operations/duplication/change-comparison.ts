import type { Similarity } from "#contract/similarity.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { addedLines } from "#insight/duplication/similar/added-lines.ts";
import type { CloneIndexReader } from "#ports/clone-store.ts";
import { searchIndex } from "./index-search.ts";
import { reasonNotCompared } from "./not-compared.ts";
import type { Change, ChangedText } from "./read-change.ts";
import { ownPlace, SimilarityAnswer } from "./similarity-answer.ts";

/** What one change adds, file by file, against the index. */
export class ChangeComparison {
  private readonly index: CloneIndexReader;
  private readonly repository: number | null;
  private readonly answer: SimilarityAnswer;
  private readonly reader = new FileReader();
  private excluded: ReadonlySet<number> = new Set();
  private readonly notCompared: { path: string; reason: string }[] = [];
  private filesCount = 0;
  private linesCount = 0;
  private addedLinesCount = 0;

  constructor(index: CloneIndexReader, repository: number | null, withOwn: boolean) {
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
