import type { BulkChangeTool, PipelineJob, UpdateBot } from "#evidence/automation.ts";
import { matchesPathGlob } from "#evidence/path-glob.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { folderOf } from "./units.ts";

/** Where something stands at HEAD. */
export interface Place {
  readonly repositoryId: string;
  readonly path: string;
  readonly commit: string;
  /** Seconds since the epoch. */
  readonly at: number;
}

export interface Workflow extends Place {
  readonly jobs: readonly PipelineJob[];
}

export interface BulkToolTold extends Place, BulkChangeTool {}

/** What works by itself in the repositories, as they stand at HEAD. */
export interface Automation {
  /** By repository. */
  readonly bots: ReadonlyMap<string, readonly UpdateBot[]>;
  readonly workflows: readonly Workflow[];
  /** Tools that change many repositories at once, where documents tell of them. */
  readonly bulkTools: readonly BulkToolTold[];
}

export const noAutomation: Automation = { bots: new Map(), workflows: [], bulkTools: [] };

export function automationOf(
  repositories: readonly Pick<RepositoryEvidence, "id" | "head" | "headFiles">[],
): Automation {
  const found = repositories.map(({ id, head, headFiles }) => {
    const { commit = "", at = 0 } = head ?? {};
    const place = (path: string): Place => ({ repositoryId: id, path, commit, at });
    return {
      bots: [id, headFiles.flatMap(({ updateBots = [] }) => updateBots)] as const,
      workflows: headFiles.flatMap(({ path, pipelineJobs: jobs }) =>
        jobs === undefined ? [] : [{ ...place(path), jobs }],
      ),
      bulkTools: headFiles.flatMap(({ path, bulkChangeTools = [] }) =>
        bulkChangeTools.map((one) => ({ ...place(path), ...one })),
      ),
    };
  });
  return {
    bots: new Map(found.map(({ bots }) => bots).filter(([, bots]) => bots.length > 0)),
    workflows: found.flatMap(({ workflows }) => workflows),
    bulkTools: found.flatMap(({ bulkTools }) => bulkTools),
  };
}

/** The bot that is set up to raise what a file of this repository names; null where none is. Null path: any file of it. */
export function botFor(
  { bots }: Pick<Automation, "bots">,
  repositoryId: string,
  purl: string,
  path: string | null,
): UpdateBot | null {
  const type = /^pkg:([^/]{1,60})\//.exec(purl)?.[1] ?? "";
  const found = (bots.get(repositoryId) ?? []).filter(
    ({ types, folders }) =>
      (types === null || types.includes(type)) &&
      (path === null || folders === null || isIn(folderOf(path), folders, type)),
  );
  return found.find(({ isSecurityOnly }) => isSecurityOnly !== true) ?? found[0] ?? null;
}

/** Workflows stand where the forge wants them, which is told as the root. */
function isIn(folder: string, folders: readonly string[], type: string): boolean {
  return folders.some(
    (one) =>
      (one === "." && type === "githubactions") || one === folder || matchesPathGlob(one, folder),
  );
}

/** Of a path of the forge the owner: `acme` of `repository:github.com/acme/web`; null where the repository has none. */
export function forgeOwnerOf(repositoryId: string): string | null {
  return (
    /^repository:[^/]{1,200}\/(?:[^/]{1,200}\/){0,8}?([^/]{1,200})\/[^/]{1,200}$/
      .exec(repositoryId)?.[1]
      ?.toLowerCase() ?? null
  );
}
