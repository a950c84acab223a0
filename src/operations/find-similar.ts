import { dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import type { Similarity } from "#contract/similarity.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext, VerbContext } from "#ports/context.ts";
import { searchIndex } from "./duplication/index-search.ts";
import { assessedFolders } from "./duplication/assessed-folders.ts";
import { withCloneIndex } from "./duplication/index-session.ts";
import { reasonNotCompared } from "./duplication/not-compared.ts";
import { findClone, numberInIndex, pathWithin } from "./duplication/own-clone.ts";
import { ownPlace, SimilarityAnswer } from "./duplication/similarity-answer.ts";
import { mostSubjectBytes, readSubject } from "./duplication/subject-bytes.ts";
import { readStream } from "./reading/named-input.ts";

export interface FindSimilarInput {
  /** Whose index is meant; null: nothing was assessed. */
  readonly place: string | null;
  /** A path, or a stream with no name of its own. */
  readonly from: string | Readable;
  /** A name that says what language it is in, instead of the file's own. */
  readonly as: string | null;
  /** How the file is called in the answer. */
  readonly shownAs: string;
  readonly workingFolder: string;
}

/**
 * Everything in the organisation that is alike to a stretch of one file, from the index. The file's own place in the index,
 * where it has one, is not told. Throws `no-file`, `no-index`, `usage`.
 */
export async function findSimilar(
  context: OperationContext & Pick<VerbContext, "assessments" | "clones">,
  input: FindSimilarInput,
): Promise<Similarity> {
  const { from, as } = input;
  if (typeof from !== "string" && as === null)
    throw new FulcrumError(
      "usage",
      "Standard input has no name that says what language it is in.",
      "Give one with --as: fulcrum similar - --as bread.rb",
    );
  const bytes = await (typeof from === "string"
    ? readSubject(from, context.signal)
    : readStream(from, mostSubjectBytes, context.signal));
  context.signal.throwIfAborted();
  return withCloneIndex(context, input.place, async (index) => {
    const where = await placeOf(input);
    const repository =
      where === null
        ? null
        : await numberInIndex(
            where.clone,
            index.about.repositories,
            await assessedFolders(context, input.place),
          );
    const path = as ?? (typeof from === "string" ? from : "");
    const file = new FileReader().read(path, bytes);
    const ownPath = where?.path ?? "";
    const own = repository === null ? null : index.numberOf(repository, ownPath);
    const copies = searchIndex(index, file, {
      before: own ?? index.filesCount,
      excluded: new Set(own === null ? [] : [own]),
    });
    const answer = new SimilarityAnswer(index, false);
    answer.add(input.shownAs, ownPlace(index, repository, ownPath), copies, null);
    const reason = reasonNotCompared(file, bytes.length);
    return {
      ...answer.take(),
      compared: {
        filesCount: reason === null ? 1 : 0,
        linesCount: file.codeLines,
        notCompared: reason === null ? [] : [{ path: input.shownAs, reason }],
      },
      change: null,
    };
  });
}

/** The clone around the file, and its path there: by `--as` for what comes from a stream. */
async function placeOf({ from, as, workingFolder }: FindSimilarInput) {
  const path = typeof from === "string" ? from : resolve(workingFolder, as ?? "");
  const clone = await findClone(dirname(path));
  if (clone === null || "refusal" in clone) return null;
  const within = await pathWithin(clone, path);
  return within === null ? null : { clone, path: within };
}
