import { relative, resolve } from "node:path";
import { findSimilar } from "#operations/find-similar.ts";
import { contextOf, type CommonOptions, type Session } from "../session.ts";
import { showSimilarity, type SimilarityFormat } from "./show-similarity.ts";

export interface SimilarOptions extends CommonOptions {
  readonly as?: string;
  readonly cache?: string;
  readonly most?: number;
  readonly format: SimilarityFormat;
}

/** One file, or standard input, against the organisation's index. */
export async function runSimilar(
  session: Session,
  file: string,
  options: SimilarOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const isStream = file === "-";
  const path = resolve(session.workingFolder, file);
  const similarity = await findSimilar(context, {
    place: await placeNamed(session, options.cache),
    from: isStream ? session.input() : path,
    as: options.as ?? null,
    shownAs: isStream ? (options.as ?? "-") : shown(session, path),
    workingFolder: session.workingFolder,
  });
  await showSimilarity(session, similarity, options);
}

/** The cache that is named, else that of the last assessment; null before the first. */
export async function placeNamed(
  { workingFolder, stores }: Session,
  cache: string | undefined,
): Promise<string | null> {
  return cache === undefined
    ? (await stores()).assessments.latestPlace()
    : resolve(workingFolder, cache);
}

function shown({ workingFolder }: Session, path: string): string {
  const near = relative(workingFolder, path);
  return near.startsWith("..") ? path : near;
}
