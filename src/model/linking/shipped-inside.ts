import { shipsFolder } from "#evidence/npm-shipping.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import type { RepositoryView } from "./repository-view.ts";

/**
 * A package.json in a folder that the package around it takes along is a part of that one: it is asked for as `around/folder`,
 * and never published by its own name. Told by what holds last.
 */
export function shippedInside(file: FileHistory, view: RepositoryView): FileHistory {
  if (file.source !== "npm-package-json" || file.packages.length === 0) return file;
  if (!isTakenAlong(folderOf(file.path), view)) return file;
  return {
    ...file,
    packages: file.packages.map((one) =>
      one.isPrivate ? one : { ...one, isPrivate: true, isKeptBack: true as const },
    ),
  };
}

function isTakenAlong(folder: string, view: RepositoryView): boolean {
  if (folder === ".") return false;
  for (const around of view.definingAbove(folderOf(folder))) {
    if (around.source !== "npm-package-json" || around.packages.length === 0) continue;
    const base = folderOf(around.path);
    if (foldersBelow(base, folder).some((one) => ships(around, one, view))) return true;
  }
  return false;
}

function ships(around: FileHistory, folder: string, view: RepositoryView): boolean {
  return view
    .definedIn(around, shipsFolder + folder)
    .some(({ spans }) => spans.at(-1)?.to === null);
}

/** From `folder` up to the one below `base`, as they are written there: `x/a/b` below `x` → `a/b`, `a`. */
function foldersBelow(base: string, folder: string): string[] {
  const found: string[] = [];
  const start = base === "." ? 0 : base.length + 1;
  for (let at = folder; at !== base; at = folderOf(at)) found.push(at.slice(start));
  return found;
}
