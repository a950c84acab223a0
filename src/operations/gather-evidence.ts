import { createHash } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import type { OperationContext } from "#kernel/ports.ts";
import { type ObjectFormat, createShadow } from "#sources/git/shadow.ts";
import { makeTemporaryFolder } from "#sources/git/temporary-folder.ts";
import type { PublishedCatalogue } from "#sources/catalogue/published-catalogue.ts";
import type { DeploymentPattern } from "#sources/gitops/path-template.ts";
import { allSourceVersions } from "#sources/registry.ts";
import type { FileCache } from "#store/files/cache.ts";
import type { InspectedRepository, InspectionProblem } from "./inspect-repositories.ts";
import { runReadJob, type ReadJob, type ReadOutcome } from "./read-job.ts";
import { createWorkerPool } from "./worker-pool.ts";

export interface GatherInput {
  readonly repositories: readonly InspectedRepository[];
  readonly cache: FileCache | null;
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
  readonly problems: readonly InspectionProblem[];
  readonly blobs: ReadonlyMap<string, readonly string[]>;
  readonly readCount: number;
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
  const evidence = new Map<string, RepositoryEvidence>();
  const blobs = new Map<string, readonly string[]>();
  const problems: InspectionProblem[] = [];
  const toRead: { repository: InspectedRepository; earlier: RepositoryEvidence | null }[] = [];
  for (const repository of input.repositories) {
    const cached = await readCached(input.cache, repository.id, key);
    if (cached?.stateKey === repository.stateKey) evidence.set(repository.id, cached.evidence);
    else toRead.push({ repository, earlier: continuable(cached, repository) });
  }
  const shadowFolder = await makeTemporaryFolder();
  const pool = createWorkerPool<ReadJob, ReadOutcome>({
    entry: new URL("./read-worker.js", import.meta.url),
    width: Math.min(input.jobs, Math.max(1, toRead.length)),
    inProcess: runReadJob,
    nameOf: (job) => job.name,
  });
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
        const { repository, earlier } = next;
        const job = jobOf(repository, earlier, input, shadows);
        const outcome = await pool.run(job, context.signal).catch((error: unknown) => {
          if (!isOfOneRepository(error)) order.length = 0; // the others begin nothing new
          return lostOutcome(job, error);
        });
        if (outcome.evidence === null)
          problems.push(failed(repository, outcome.failure ?? "unknown failure"));
        else {
          evidence.set(repository.id, outcome.evidence);
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
  };
}

async function readCached(
  cache: FileCache | null,
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

async function largestFirst<Item extends { readonly repository: InspectedRepository }>(
  items: readonly Item[],
): Promise<Item[]> {
  const sized = await Promise.all(
    items.map(async (item) => ({ item, size: await sizeOf(item.repository) })),
  );
  return sized.sort((a, b) => b.size - a.size).map(({ item }) => item);
}

/** The index of packs grows with the number of objects: near enough to order work by; what leads nowhere has none. */
async function sizeOf({ paths }: InspectedRepository): Promise<number> {
  const { readdir } = await import("node:fs/promises");
  const folder = join(paths.objectsDir, "pack");
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names
      .filter((name) => name.endsWith(".idx"))
      .map((name) =>
        stat(join(folder, name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function jobOf(
  repository: InspectedRepository,
  earlier: RepositoryEvidence | null,
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
  };
}

/** A thread that died with one repository (out of memory) is replaced; the others must not pay for it. */
function lostOutcome({ id }: ReadJob, error: unknown): ReadOutcome {
  if (!isOfOneRepository(error)) throw error;
  return { id, evidence: null, failure: messageOf(error), blobs: [] };
}

function isOfOneRepository(error: unknown): boolean {
  return error instanceof FulcrumError && error.code === "worker-failed";
}

function failed(repository: InspectedRepository, text: string): InspectionProblem {
  return {
    code: "unreadable-repository",
    where: repository.name,
    text,
    needs: "Run `git fsck` in it, or clone it again; the others were assessed.",
  };
}
