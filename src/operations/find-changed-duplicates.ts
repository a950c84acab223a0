import type { Similarity } from "#contract/similarity.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext, VerbContext } from "#ports/context.ts";
import { ChangeComparison } from "./duplication/change-comparison.ts";
import { assessedFolders } from "./duplication/assessed-folders.ts";
import { withCloneIndex } from "./duplication/index-session.ts";
import { findClone, numberInIndex, type OwnClone } from "./duplication/own-clone.ts";
import { readChange, type ChangeKind } from "./duplication/read-change.ts";

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
  context: OperationContext & Pick<VerbContext, "assessments" | "clones">,
  input: ChangedDuplicatesInput,
): Promise<Similarity> {
  const clone = await requireClone(input.folder);
  return withCloneIndex(context, input.place, async (index) => {
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
