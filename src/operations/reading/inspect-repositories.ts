import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readAllText } from "#kernel/plain-file.ts";
import { repositoryId } from "#model/identifiers.ts";
import { discoverRepositories, type FoundRepository } from "#sources/git/discover.ts";
import { fetchedAt } from "#sources/git/fetched-at.ts";
import { locateRepository, type RepositoryPaths } from "#sources/git/locate.ts";
import { listRefs, type Refs } from "#sources/git/refs.ts";
import { distinctNames } from "./folder-names.ts";
import type { Problem } from "#evidence/problem.ts";

/** A repository that can be read, and the state that its evidence depends on. */
export interface InspectedRepository {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly paths: RepositoryPaths;
  readonly refs: Refs;
  /** Changes when a reading would find something else: head, tags, shallow boundary, objects of a partial clone. */
  readonly stateKey: string;
  readonly isPartial: boolean;
  /** Seconds since the epoch, at the latest; null: not known. */
  readonly fetchedAt: number | null;
}

export interface Inspection {
  readonly repositories: readonly InspectedRepository[];
  readonly problems: readonly Problem[];
  readonly foundCount: number;
}

/** Before it has an identity of its own. */
interface Found extends Omit<InspectedRepository, "id"> {
  readonly root: string;
}

const atOnce = 8;

/** Finds repositories below the folders and looks at their refs. Throws `no-folder`, `no-repositories`. */
export async function inspectRepositories(
  folders: readonly string[],
  signal: AbortSignal,
): Promise<Inspection> {
  const found: FoundRepository[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    await requireFolder(folder);
    const discovery = await discoverRepositories(resolve(folder));
    for (const each of discovery.repositories) found.push(each);
    for (const { where, code, text } of discovery.problems) {
      problems.push({ code, where, text, needs: "Make the folder readable, or leave it out." });
    }
  }
  if (found.length === 0) {
    throw new FulcrumError(
      "no-repositories",
      `No git repository was found below ${folders.join(", ")}.`,
      "Clone the repositories into that folder (bare clones will do), or name the folder that holds them.",
    );
  }
  const inspected: (Found | Problem)[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < found.length; index = next++) {
      const one = found[index];
      if (one !== undefined) inspected.push(await inspect(one, signal));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  signal.throwIfAborted();
  const repositories = uniqueById(named(inspected.filter((one) => "refs" in one)));
  for (const one of inspected) if (!("refs" in one)) problems.push(one);
  for (const each of repositories.problems) problems.push(each);
  return { repositories: repositories.kept, problems, foundCount: found.length };
}

async function requireFolder(folder: string): Promise<void> {
  try {
    if ((await stat(folder)).isDirectory()) return;
  } catch (error) {
    if (systemCodeOf(error) !== "ENOENT" && systemCodeOf(error) !== "ENOTDIR") throw error;
  }
  throw new FulcrumError(
    "no-folder",
    `${folder} is not a folder.`,
    "Name a folder that holds clones of your repositories: fulcrum assess ../repos",
  );
}

async function inspect(found: FoundRepository, signal: AbortSignal): Promise<Found | Problem> {
  try {
    const paths = await locateRepository(found);
    if ("code" in paths) {
      const needs = neededAfter[paths.code] ?? "Clone it again, or leave it out.";
      return { code: paths.code, where: found.name, text: paths.text, needs };
    }
    const refs = await listRefs(paths.gitDir, paths.commonDir, signal);
    return {
      name: found.name,
      root: found.root,
      folder: found.folder,
      paths,
      refs,
      ...(await stateOf(paths, refs)),
      fetchedAt: await fetchedAt(paths.commonDir),
    };
  } catch (error) {
    if (signal.aborted) throw error;
    if (
      error instanceof FulcrumError &&
      (error.code === "git-missing" || error.code === "git-too-old")
    )
      throw error;
    return {
      code: "unreadable-repository",
      where: found.name,
      text: messageOf(error),
      needs: "Run `git fsck` in it, or clone it again.",
    };
  }
}

const neededAfter: Readonly<Record<string, string | undefined>> = {
  "outside-folder": "Assess the folder that holds both, or clone it again without alternates.",
  "other-repository":
    "Clone it again: objects of another are borrowed by alternates, not by links.",
};

/** Objects can come to a shallow or partial clone without its head moving. */
async function stateOf(
  paths: RepositoryPaths,
  refs: Refs,
): Promise<{ stateKey: string; isPartial: boolean }> {
  const hash = createHash("sha256").update(refs.digest);
  if (paths.shallowFile !== null) hash.update(await readAllText(paths.shallowFile));
  const packs = await listPacks(paths.objectsDir);
  const isPartial = packs.some((name) => name.endsWith(".promisor"));
  if (isPartial) hash.update(packs.join("\n"));
  return { stateKey: hash.digest("hex"), isPartial };
}

async function listPacks(objectsDir: string): Promise<string[]> {
  try {
    return (await readdir(join(objectsDir, "pack"))).sort();
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** The remote is the identity; a folder without one is a repository of its own, whatever others are called. */
function named(found: readonly Found[]): InspectedRepository[] {
  const sorted = found.toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
  const places = new Set<string>();
  const alone: Found[] = [];
  for (const one of sorted) {
    if (one.refs.remote !== null || places.has(one.paths.commonDir)) continue;
    places.add(one.paths.commonDir);
    alone.push(one);
  }
  const taken = new Set(found.flatMap(({ refs }) => refs.remote?.toLowerCase() ?? []));
  const names = new Map(
    distinctNames(alone, taken).map((name, place) => [alone[place]?.paths.commonDir, name]),
  );
  return found.map(({ root: _root, ...one }) => {
    const own = one.refs.remote === null ? names.get(one.paths.commonDir) : undefined;
    return { ...one, id: repositoryId(one.refs.remote, own ?? one.name), name: own ?? one.name };
  });
}

/** A work tree beside the main one has a branch of its own checked out. */
function isFurther({ paths }: InspectedRepository): boolean {
  return paths.gitDir !== paths.commonDir;
}

/** Two clones of one remote are one repository: the one whose head is set and whose name sorts first is read. */
function uniqueById(inspected: readonly InspectedRepository[]): {
  kept: InspectedRepository[];
  problems: Problem[];
} {
  const byId = new Map<string, InspectedRepository>();
  const problems: Problem[] = [];
  const sorted = inspected.toSorted(
    (a, b) =>
      Number(a.refs.head === null) - Number(b.refs.head === null) ||
      Number(isFurther(a)) - Number(isFurther(b)) ||
      (a.name === b.name ? compare(a.folder, b.folder) : compare(a.name, b.name)),
  );
  for (const one of sorted) {
    // Forges do not tell the case of owners and names apart; file systems may.
    const key = one.refs.remote === null ? one.id : one.id.toLowerCase();
    const known = byId.get(key);
    if (known === undefined) byId.set(key, one);
    else {
      problems.push({
        code: "cloned-twice",
        where: one.name,
        text: `it is a second clone of ${one.id.slice("repository:".length)}; ${known.name} was read`,
        needs: "Remove one of the two clones.",
      });
    }
  }
  return { kept: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
