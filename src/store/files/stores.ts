import type { Stores } from "#ports/context.ts";
import { AssessmentFiles } from "./assessments/assessment-files.ts";
import { cloneFiles } from "./clones/clone-files.ts";
import { createAtomically, writeAtomically } from "./atomic-write.ts";
import { FileCache } from "./cache.ts";
import { editFile, textOrNothing } from "./edit-file.ts";

/** Everything in files; `home` is the folder of all places. */
export function fileStores(home: string): Stores {
  return {
    assessments: new AssessmentFiles(home),
    openEvidence: (place, onFailure) => new FileCache(place, onFailure),
    clones: cloneFiles,
    declared: {
      text: textOrNothing,
      edit: (path, edit, signal) => editFile(path, edit, { signal }),
    },
    outputs: {
      write: writeAtomically,
      writeGuarded: (path, pieces) => writeAtomically(path, pieces, { newMode: 0o600 }),
      create: createAtomically,
    },
  };
}
