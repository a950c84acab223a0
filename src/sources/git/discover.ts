import { readdirSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { messageOf, systemCodeOf } from "#kernel/errors.ts";

/** A folder that holds a repository, before anything in it was read. */
export interface FoundRepository {
  /** Absolute path of the folder: the work tree, or the bare repository itself. */
  readonly folder: string;
  /** POSIX path relative to the input folder; the folder's own name when it is the input. */
  readonly name: string;
  /** Real path of the input folder: nothing outside may be read without a link back. */
  readonly root: string;
}

export interface DiscoveryProblem {
  readonly where: string;
  readonly code: "unreadable-folder" | "link-loop" | "dangling-link" | "too-deep";
  readonly text: string;
}

export interface Discovery {
  readonly repositories: readonly FoundRepository[];
  readonly problems: readonly DiscoveryProblem[];
}

const deepest = 5;
/** Folders are listed without waiting, which is ten times as fast; after so many the process can do other things. */
const listedAtOnce = 256;
const skipped = new Set(["node_modules", ".fulcrum", "__pycache__"]);

/** Finds repositories below `input`, sorted by name; a repository's inside is not searched. Links are followed once. */
export async function discoverRepositories(input: string): Promise<Discovery> {
  const root = await realpath(input);
  const repositories: FoundRepository[] = [];
  const problems: DiscoveryProblem[] = [];
  const visited = new Set<string>();

  const nameOf = (folder: string): string => {
    const path = relative(input, folder).split(sep).join("/");
    return (path === "" ? basename(root) : path).replace(/\.git$/, "");
  };

  const visit = async (folder: string, real: string, depth: number): Promise<void> => {
    if (visited.has(real)) {
      problems.push({
        where: nameOf(folder),
        code: "link-loop",
        text: "a link leads to a folder that was read already",
      });
      return;
    }
    visited.add(real);
    if (visited.size % listedAtOnce === 0) await setImmediate();
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = new Set(entries.map((entry) => entry.name));
    if (names.has(".git") || (names.has("HEAD") && names.has("objects") && names.has("refs"))) {
      repositories.push({ folder, name: nameOf(folder), root });
      return;
    }
    if (depth === deepest) {
      if (entries.some((entry) => entry.isDirectory())) {
        problems.push({
          where: nameOf(folder),
          code: "too-deep",
          text: `folders more than ${String(deepest)} levels down are not searched`,
        });
      }
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (skipped.has(entry.name)) continue;
      const path = join(folder, entry.name);
      const isFolder =
        entry.isDirectory() || (entry.isSymbolicLink() && (await leadsToFolder(path)));
      if (!isFolder) continue;
      const leadsTo = entry.isDirectory() ? join(real, entry.name) : null;
      await visitSafely(path, leadsTo, depth + 1);
    }
  };

  const leadsToFolder = async (link: string): Promise<boolean> => {
    try {
      return (await stat(link)).isDirectory();
    } catch (error) {
      const isLoop = systemCodeOf(error) === "ELOOP";
      problems.push({
        where: nameOf(link),
        code: isLoop ? "link-loop" : "dangling-link",
        text: isLoop ? "a link leads back to itself" : "a link leads nowhere",
      });
      return false;
    }
  };

  /** `real` is null where it is not known yet: behind a link. */
  const visitSafely = async (folder: string, real: string | null, depth: number): Promise<void> => {
    try {
      await visit(folder, real ?? (await realpath(folder)), depth);
    } catch (error) {
      problems.push({ where: nameOf(folder), code: "unreadable-folder", text: messageOf(error) });
    }
  };

  await visitSafely(input, root, 0);
  repositories.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { repositories, problems };
}
