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
    const within = base === "." ? folder : folder.slice(base.length + 1);
    const isNamed = partsOf(within).some((part) =>
      view.definedIn(around, shipsFolder + part).some(({ spans }) => spans.at(-1)?.to === null),
    );
    if (isNamed) return true;
  }
  return false;
}

/** `a/b` → `a`, `a/b`. */
function partsOf(path: string): string[] {
  const names = path.split("/");
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
