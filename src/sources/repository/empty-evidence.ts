import { noDeployments } from "#evidence/deployments.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { ReadRequest } from "./read-repository.ts";

/** What is known of a repository without a commit on its default branch. */
export function emptyEvidence({ id, name, refs, location }: ReadRequest): RepositoryEvidence {
  return {
    id,
    name,
    remote: refs.remote,
    defaultBranch: refs.defaultBranch,
    head: null,
    isShallow: location.shallowFile !== null,
    commitsCount: 0,
    botCommitsCount: 0,
    mainlineCommitsCount: 0,
    first: null,
    lastHuman: null,
    mainlineRoot: null,
    files: [],
    headFiles: [],
    folders: [],
    symbols: [],
    releaseExports: [],
    changes: { quarters: [], tail: [] },
    headPathsCount: 0,
    languages: {},
    activity: {
      persons: [],
      personIndex: new Uint32Array(),
      day: new Uint32Array(),
      commitsCount: new Uint16Array(),
    },
    folderActivity: [],
    fileChanges: { paths: [], ends: new Uint32Array(), days: new Uint16Array() },
    authors: [],
    tags: [],
    deployments: noDeployments,
    unreadable: [],
    problems: [],
  };
}
