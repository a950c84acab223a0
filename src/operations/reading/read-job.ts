import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { messageOf } from "#kernel/errors.ts";
import {
  publishedCatalogue,
  type PublishedCatalogue,
} from "#sources/catalogue/published-catalogue.ts";
import type { Refs } from "#sources/git/refs.ts";
import type { GitLocation } from "#sources/git/run.ts";
import type { DeploymentPattern } from "#sources/gitops/path-template.ts";
import { allSources } from "#sources/registry.ts";
import { readRepository } from "#sources/repository/read-repository.ts";

/** Everything a worker thread needs to read one repository: plain data. */
export interface ReadJob {
  readonly id: string;
  readonly name: string;
  readonly location: GitLocation;
  readonly refs: Refs;
  readonly personKey: string;
  readonly bots: readonly string[];
  /** Catalogues that may lie inside repositories, by path. */
  readonly catalogues: readonly PublishedCatalogue[];
  readonly deploymentPatterns: readonly DeploymentPattern[];
  readonly earlier: RepositoryEvidence | null;
  readonly wantsBlobs: boolean;
  /** Of its packs together: what it may take grows with them. */
  readonly packBytes: number;
  /** Files that are not to be read: see `ReadRequest`. */
  readonly without?: readonly string[];
}

export interface ReadOutcome {
  readonly id: string;
  /** Null: git could not read it; `failure` says why. */
  readonly evidence: RepositoryEvidence | null;
  readonly failure: string | null;
  /** Not git failed: the reader itself died or had to be ended. */
  readonly isLost?: true;
  readonly blobs: readonly string[];
}

export async function runReadJob(job: ReadJob, signal?: AbortSignal): Promise<ReadOutcome> {
  const blobs: string[] = [];
  const addBlobs = (ids: readonly string[]): void => {
    for (const id of ids) blobs.push(id);
  };
  const sources =
    job.catalogues.length === 0
      ? allSources
      : { ...allSources, files: [...allSources.files, ...job.catalogues.map(publishedCatalogue)] };
  try {
    const evidence = await readRepository({
      ...job,
      sources,
      ...(signal === undefined ? {} : { signal }),
      ...(job.wantsBlobs ? { onBlobs: addBlobs } : {}),
    });
    return { id: job.id, evidence, failure: null, blobs };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return { id: job.id, evidence: null, failure: messageOf(error), blobs };
  }
}
