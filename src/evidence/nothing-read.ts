import { noDeployments } from "./deployments.ts";
import type { RepositoryEvidence } from "./repository-evidence.ts";

type Known = "id" | "name" | "remote" | "defaultBranch" | "isShallow";

/** What there is to tell of a repository without a commit on its default branch, beside what it is called. */
export const nothingRead: Omit<RepositoryEvidence, Known> = {
  head: null,
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
  changes: { quarters: [], kinds: [], tail: [] },
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
