import type { FileFacts } from "#evidence/facts.ts";
import type { TreeSource } from "#evidence/source.ts";
import { distributionOf } from "./distribution-paths.ts";
import { MarkCounter } from "./marks.ts";
import { type OwnPaths, projectShapes } from "./project-shapes.ts";
import { repositoryKinds } from "./repository-kinds.ts";
import { isOwnPath } from "./sample-folders.ts";
import { shapePaths, worthShaping } from "./tree-shapes.ts";

const maximumFolders = 2_000;

/**
 * What the list of paths at HEAD says a folder is built to be: by single files that a tool or framework looks for, by
 * several together, and by what the whole repository holds.
 */
export const repositoryShape: TreeSource = {
  id: "repository-shape",
  version: 1,
  readTree: (paths) => {
    const folders = new Map<string, MarkCounter>();
    const say = (folder: string, mark: SurfaceMarkOf, text: string, count = 1): void => {
      const key = folder === "" ? "." : folder.replace(/\/$/, "");
      let counter = folders.get(key);
      if (counter === undefined) {
        if (folders.size >= maximumFolders) return;
        counter = new MarkCounter();
        folders.set(key, counter);
      }
      counter.add(mark, text, count);
    };
    const own = ownPathsOf(paths);
    const isPython = own.foldersOf("setup.py").length + own.foldersOf("pyproject.toml").length > 0;
    const once = new Set<string>();
    const sayOnce: typeof say = (folder, mark, text) => {
      const key = `${folder}\n${mark}\n${text}`;
      if (once.has(key)) return;
      once.add(key);
      say(folder, mark, text);
    };
    for (const path of own.paths) {
      const shop = distributionOf(path, isPython);
      if (shop !== null) sayOnce(folderOf(path), "distribution", shop);
      if (!worthShaping.test(path)) continue;
      for (const { mark, text, path: sign } of shapePaths) {
        const found = sign.exec(path);
        if (found === null) continue;
        (mark === "page" || mark === "view" || mark === "deployment-state" ? say : sayOnce)(
          found[1] ?? "",
          mark,
          text,
        );
      }
    }
    projectShapes(own, say);
    repositoryKinds(paths, own, say);
    const facts = new Map<string, FileFacts>();
    for (const [folder, counter] of folders) facts.set(folder, { surface: counter.marks() });
    return facts;
  },
};

type SurfaceMarkOf = Parameters<MarkCounter["add"]>[0];

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function ownPathsOf(paths: readonly string[]): OwnPaths {
  const own = paths.filter(isOwnPath);
  const byName = new Map<string, string[]>();
  for (const path of own) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [folderOf(path)]);
    else known.push(folderOf(path));
  }
  return { paths: own, foldersOf: (name) => byName.get(name) ?? [] };
}
