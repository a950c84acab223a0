import { resolve } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import type { ChangeKind } from "#operations/duplication/read-change.ts";
import { findChangedDuplicates } from "#operations/find-changed-duplicates.ts";
import { contextOf, type Session } from "../session.ts";
import { showSimilarity } from "./show-similarity.ts";
import { placeNamed } from "./similar.ts";
import type { DuplicatesOptions } from "./duplicates-options.ts";

/** What a change of one clone adds that stands elsewhere already. */
export async function runChangedDuplicates(
  session: Session,
  folders: readonly string[],
  options: DuplicatesOptions,
): Promise<void> {
  const [folder = ".", ...more] = folders;
  if (more.length > 0)
    throw new FulcrumError(
      "usage",
      "A change is of one clone, and several folders were named.",
      "Name one, or none for the clone that you are in: fulcrum duplicates --changed",
    );
  const context = await contextOf(session, options);
  const cache = options.cache === false ? undefined : options.cache;
  const similarity = await findChangedDuplicates(context, {
    place: await placeNamed(session, cache),
    folder: resolve(session.workingFolder, folder),
    change: changeOf(options),
    withOwn: options.own === true,
  });
  await showSimilarity(session, similarity, options);
}

function changeOf({ base, staged }: DuplicatesOptions): ChangeKind {
  if (base !== undefined && staged === true)
    throw new FulcrumError(
      "usage",
      "--base is about commits, --staged about what is not committed.",
      "Give one of them. See: fulcrum duplicates --help",
    );
  if (base !== undefined) return { kind: "commits", base };
  return { kind: staged === true ? "index" : "working-tree" };
}
