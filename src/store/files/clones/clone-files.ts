import type { CloneStore } from "#ports/clone-store.ts";
import { CloneIndex, generationOf } from "./index-reader.ts";
import { IndexWriter } from "./index-writer.ts";
import { tokenFiles } from "./token-files.ts";

/** Tokens and the index of them in the folder of each place. */
export const cloneFiles: CloneStore = {
  tokens: tokenFiles,
  generationOf,
  openIndex: (place) => CloneIndex.open(place),
  beginIndex: (place) => new IndexWriter(place),
};
