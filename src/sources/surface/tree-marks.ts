import type { FileFacts } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { TreeSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { MarkCounter } from "./marks.ts";
import { pathSigns, type PathSign } from "./path-signs.ts";

const maximumFolders = 2_000;
/** Signs that live where tests and documents do. */
const nearDocuments: ReadonlySet<PathSign["mark"]> = new Set(["documentation-site", "template"]);

/** What the mere paths say of whom a component is for: one count for each sign and folder it is about. */
export const treeMarks: TreeSource = {
  id: "tree-marks",
  version: 1,
  readTree: (paths) => {
    const folders = new Map<string, MarkCounter>();
    for (const path of paths) {
      const found = signOf(path);
      if (found === null) continue;
      let counter = folders.get(found.folder);
      if (counter === undefined) {
        if (folders.size >= maximumFolders) continue;
        counter = new MarkCounter();
        folders.set(found.folder, counter);
      }
      counter.add(found.sign.mark, found.sign.text);
    }
    const facts = new Map<string, FileFacts>();
    for (const [folder, counter] of folders) facts.set(folder, { surface: counter.marks() });
    return facts;
  },
};

function signOf(path: string): { readonly sign: PathSign; readonly folder: string } | null {
  if (path.length > 1_000 || isForeignPath(path)) return null;
  for (const sign of pathSigns) {
    const match = sign.path.exec(path);
    if (match === null || (isTestPath(path) && !nearDocuments.has(sign.mark))) continue;
    const start = match.index + (match[0].startsWith("/") ? 1 : 0);
    const folder = path.slice(0, start + (match[1] ?? "").length).replace(/\/$/, "");
    return { sign, folder: folder === "" ? "." : folder };
  }
  return null;
}
