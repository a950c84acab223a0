import { rm } from "node:fs/promises";
import type { OperationContext } from "#ports/context.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { readBlobs } from "#sources/git/blobs.ts";
import { makeTemporaryFolder } from "#sources/git/temporary-folder.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { listTree, type TreeEntry } from "#sources/git/tree.ts";
import { decodeText } from "#sources/repository/decode-text.ts";
import { inspectRepositories, type InspectedRepository } from "../reading/inspect-repositories.ts";
import { guessCatalogue, lastStep, type GuessedCatalogue } from "./guess-fields.ts";

export interface DetectedCatalogue extends GuessedCatalogue {
  /** Name of the repository that holds it. */
  readonly repository: string;
}

const likely =
  /^(?:[^/]{1,80}\/){0,3}[^/]{0,60}(?:repos|repositories|services|applications|apps|catalog|catalogue|components|systems|owners|ownership|inventory)\.(?:json|ya?ml|csv)$/i;
const mostFiles = 20;
const largestBytes = 2_000_000;

/** Files at the head of the repositories that list repositories with their owners, the most telling first. */
export async function detectCatalogues(
  { signal }: Pick<OperationContext, "signal">,
  folders: readonly string[],
): Promise<DetectedCatalogue[]> {
  const { repositories } = await inspectRepositories(folders, signal);
  const known = new Set(repositories.map(({ id }) => lastStep(id)));
  const shadows = await makeTemporaryFolder();
  try {
    const found: DetectedCatalogue[] = [];
    for (const repository of repositories) {
      for (const { path, text } of await likelyFiles(repository, shadows, signal)) {
        const guess = guessCatalogue(path, text, known);
        if (guess !== null) found.push({ ...guess, repository: repository.name });
      }
    }
    return found.sort((one, other) => other.knownCount - one.knownCount);
  } finally {
    await rm(shadows, { recursive: true, force: true });
  }
}

async function likelyFiles(
  { refs, paths }: InspectedRepository,
  shadows: string,
  signal: AbortSignal,
): Promise<{ path: string; text: string }[]> {
  if (refs.head === null) return [];
  const shadowDir = await createShadow(shadows, refs.head.length === 64 ? "sha256" : "sha1");
  const location: GitLocation = { ...paths, shadowDir };
  const files: { path: string; text: string }[] = [];
  try {
    const entries = (await listTree(location, refs.head, signal))
      .filter(({ path }) => likely.test(path))
      .slice(0, mostFiles);
    const take = (entry: TreeEntry | undefined, content: Buffer | null): void => {
      if (entry === undefined || content === null || content.length > largestBytes) return;
      const text = decodeText(content);
      if (text !== null) files.push({ path: entry.path, text });
    };
    const ids = entries.map(({ object }) => object);
    await readBlobs(location, ids, (index, content) => take(entries[index], content), { signal });
  } catch (error) {
    signal.throwIfAborted();
    // A repository that git cannot read holds no catalogue that could be used; assess reports it.
    if (!(error instanceof FulcrumError) || error.code !== "git-failed") throw error;
  }
  return files;
}
