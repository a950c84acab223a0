import { createHash } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { givenUpCode } from "#evidence/reading-codes.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { OperationContext } from "#ports/context.ts";
import { type ObjectFormat, createShadow } from "#sources/git/shadow.ts";
import { makeTemporaryFolder } from "#sources/git/temporary-folder.ts";
import type { PublishedCatalogue } from "#sources/catalogue/published-catalogue.ts";
import type { DeploymentPattern } from "#sources/gitops/path-template.ts";
import { changeHistoryVersion } from "#evidence/change-quarters.ts";
import { freshStartVersion } from "#sources/repository/begun-afresh.ts";
import { allSourceVersions } from "#sources/registry.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import type { InspectedRepository } from "../reading/inspect-repositories.ts";
import type { ReadJob, ReadOutcome } from "../reading/read-job.ts";
import { startReaders } from "../reading/start-readers.ts";
import type { Problem } from "#evidence/problem.ts";

export interface GatherInput {
  readonly repositories: readonly InspectedRepository[];
  readonly cache: EvidenceStore | null;
  readonly personKey: string;
  readonly bots: readonly string[];
  readonly catalogues: readonly PublishedCatalogue[];
  /** Where deployments stand, as configured. */
  readonly deploymentPatterns: readonly DeploymentPattern[];
  readonly jobs: number;
  readonly wantsBlobs: boolean;
}

export interface Gathered {
  readonly evidence: readonly RepositoryEvidence[];
  readonly problems: readonly Problem[];
  readonly blobs: ReadonlyMap<string, readonly string[]>;
  readonly readCount: number;
  /** Nothing was left out that another try might read. */
  readonly isWhole: boolean;
}

interface Cached {
  readonly stateKey: string;
  readonly evidence: RepositoryEvidence;
}

/** Everything but the repository's own state that its evidence depends on. */
export function evidenceConfigurationKey(
  input: Pick<GatherInput, "personKey" | "bots" | "catalogues" | "deploymentPatterns">,
): string {
  const hash = createHash("sha256");
  hash.update(
    JSON.stringify([
      allSourceVersions,
      changeHistoryVersion,
      freshStartVersion,
      process.versions.v8,
      input.personKey,
      input.bots,
      input.catalogues,
      input.deploymentPatterns,
    ]),
  );
  return hash.digest("hex");
}

/** Evidence of every repository: from the cache where nothing changed, else read, the largest first. */
export async function gatherEvidence(
  context: OperationContext,
  input: GatherInput,
): Promise<Gathered> {
  const key = evidenceConfigurationKey(input);
  let isWhole = true;
  const evidence = new Map<string, RepositoryEvidence>();
  const blobs = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  const toRead: ToRead[] = [];
  for (const repository of input.repositories) {
    const cached = await readCached(input.cache, repository.id, key);
    if (cached?.stateKey === repository.stateKey) evidence.set(repository.id, cached.evidence);
    else toRead.push({ repository, earlier: continuable(cached, repository) });
  }
  const shadowFolder = await makeTemporaryFolder();
  const pool = startReaders(Math.min(input.jobs, Math.max(1, toRead.length)), shadowFolder);
  context.progress.start("Reading repositories", input.repositories.length, "repositories");
  try {
    // Made before anything reads through them: a directory half written is no repository.
    const shadows = {
      sha1: await createShadow(shadowFolder, "sha1"),
      sha256: await createShadow(shadowFolder, "sha256"),
    };
    const order = await largestFirst(toRead);
    let done = evidence.size;
    context.progress.advance(done);
    const work = async (): Promise<void> => {
      for (let next = order.shift(); next !== undefined; next = order.shift()) {
        const { repository } = next;
        const job = jobOf(next, input, shadows);
        const outcome = await pool.run(job, context.signal).catch((error: unknown) => {
          order.length = 0; // the others begin nothing new
          throw error;
        });
        if (outcome.evidence === null) problems.push(failed(repository, outcome));
        else {
          evidence.set(repository.id, outcome.evidence);
          // What was given up may have been the machine's fault: the next run tries again.
          if (outcome.evidence.problems.some(({ problem }) => problem.code === givenUpCode))
            isWhole = false;
          else
            await input.cache?.write("evidence", repository.id, key, {
              stateKey: repository.stateKey,
              evidence: outcome.evidence,
            });
        }
        blobs.set(repository.folder, outcome.blobs);
        done++;
        context.progress.advance(done, repository.name);
      }
    };
    await Promise.all(Array.from({ length: pool.width }, work));
  } finally {
    context.progress.finish();
    await pool.close();
    await rm(shadowFolder, { recursive: true, force: true });
  }
  return {
    evidence: [...evidence.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems,
    blobs,
    readCount: toRead.length,
    isWhole: isWhole && problems.length === 0,
  };
}

async function readCached(
  cache: EvidenceStore | null,
  id: string,
  key: string,
): Promise<Cached | null> {
  return (await cache?.read<Cached>("evidence", id, key))?.value ?? null;
}

/** A shallow or partial clone may have gained older history: it is read again. */
function continuable(
  cached: Cached | null,
  repository: InspectedRepository,
): RepositoryEvidence | null {
  if (cached === null || repository.isPartial || repository.paths.shallowFile !== null) {
    return cached !== null && repository.isPartial && cached.evidence.unreadable.length === 0
      ? cached.evidence
      : null;
  }
  return cached.evidence.isShallow ? null : cached.evidence;
}

interface Sizes {
  /** Grows with the number of objects: near enough to order work by. */
  readonly indexBytes: number;
  readonly packBytes: number;
}

interface ToRead {
  readonly repository: InspectedRepository;
  readonly earlier: RepositoryEvidence | null;
}

async function largestFirst(items: readonly ToRead[]): Promise<(ToRead & Sizes)[]> {
  const sized = await Promise.all(
    items.map(async (item) => ({ ...item, ...(await sizesOf(item.repository)) })),
  );
  return sized.sort((a, b) => b.indexBytes - a.indexBytes);
}

/** What leads nowhere has none. */
async function sizesOf({ paths }: InspectedRepository): Promise<Sizes> {
  const { readdir } = await import("node:fs/promises");
  const folder = join(paths.objectsDir, "pack");
  const names = await readdir(folder).catch(() => []);
  let indexBytes = 0;
  let packBytes = 0;
  for (const name of names.filter((one) => /\.(?:idx|pack)$/.test(one))) {
    const size = await stat(join(folder, name)).then(
      (found) => found.size,
      () => 0,
    );
    if (name.endsWith(".idx")) indexBytes += size;
    else packBytes += size;
  }
  return { indexBytes, packBytes };
}

function jobOf(
  { repository, earlier, packBytes }: ToRead & Sizes,
  input: GatherInput,
  shadows: Readonly<Record<ObjectFormat, string>>,
): ReadJob {
  const format = repository.refs.head?.length === 64 ? "sha256" : "sha1";
  const { gitDir, objectsDir, shallowFile } = repository.paths;
  return {
    id: repository.id,
    name: repository.name,
    location: { gitDir, objectsDir, shallowFile, shadowDir: shadows[format] },
    refs: repository.refs,
    personKey: input.personKey,
    bots: input.bots,
    catalogues: input.catalogues,
    deploymentPatterns: input.deploymentPatterns,
    earlier,
    wantsBlobs: input.wantsBlobs,
    packBytes,
  };
}

function failed(repository: InspectedRepository, { failure, isLost }: ReadOutcome): Problem {
  const needs =
    isLost === true
      ? "Run again to try once more; if it stays so, look at what the repository holds, or leave it out. The others were assessed."
      : "Run `git fsck` in it, or clone it again; the others were assessed.";
  const text = isLost === true ? `it could not be read: ${failure ?? ""}` : failure;
  return {
    code: "unreadable-repository",
    where: repository.name,
    text: text ?? "unknown failure",
    needs,
  };
}
