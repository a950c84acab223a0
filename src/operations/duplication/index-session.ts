import { DamagedFile } from "#kernel/damaged-file.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { CloneIndexReader, CloneStore } from "#ports/clone-store.ts";

const makeIt = "Run fulcrum assess FOLDER over your repositories: it writes the index.";

/**
 * Works with the index in force. Where another one comes into force meanwhile, and takes away what is not read yet, the
 * work is done again with that one. Throws `no-index`.
 */
export async function withCloneIndex<Result>(
  { clones }: { readonly clones: CloneStore },
  cacheFolder: string | null,
  work: (index: CloneIndexReader) => Promise<Result>,
): Promise<Result> {
  if (cacheFolder === null)
    throw new FulcrumError("no-index", "Nothing was assessed yet, so there is no index.", makeIt);
  for (let attempts = 0; ; attempts++) {
    const generation = clones.generationOf(cacheFolder);
    const index = clones.openIndex(cacheFolder);
    if (index === null) {
      if (generation !== clones.generationOf(cacheFolder) && attempts < 3) continue;
      const what =
        generation === null
          ? `The assessment in ${cacheFolder} wrote no clone index.`
          : `The clone index in ${cacheFolder} is damaged, or of another version of fulcrum.`;
      throw new FulcrumError("no-index", what, makeIt);
    }
    try {
      return await work(index);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      if (generation !== clones.generationOf(cacheFolder) && attempts < 3) continue;
      throw new FulcrumError("no-index", `${error.message}.`, makeIt, { cause: error });
    } finally {
      index.close();
    }
  }
}
