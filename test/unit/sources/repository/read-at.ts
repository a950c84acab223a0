import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { foundAt, locationOf, readFound } from "../read-found.ts";

/** The evidence as if `head` were the default branch's tip, and how many blobs it took. */
export async function readAt(
  folder: string,
  path: string,
  head: string,
  earlier: RepositoryEvidence | null = null,
): Promise<{ evidence: RepositoryEvidence; blobsCount: number }> {
  const found = foundAt(path, folder);
  const { location, refs } = await locationOf(found);
  let blobsCount = 0;
  const evidence = await readFound(found, earlier, {
    location,
    refs: { ...refs, head },
    onBlobs: (objects) => (blobsCount += objects.length),
  });
  return { evidence, blobsCount };
}
