import type { FileFacts } from "#evidence/facts.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { certainTemplate } from "#evidence/folder-signs.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { TreeSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { MarkCounter } from "./marks.ts";
import type { PathSign } from "./path-sign.ts";
import { signsFor } from "./path-signs.ts";
import { workaroundSign } from "./workaround-signs.ts";

const maximumFolders = 2_000;
const maximumWorkarounds = 1_000;
/** Signs that live where tests and documents do. */
const nearDocuments: ReadonlySet<PathSign["mark"]> = new Set(["documentation-site", "template"]);

/** What the mere paths say of whom a component is for: one count for each sign and folder it is about. */
export const treeMarks: TreeSource = {
  id: "tree-marks",
  version: 6,
  readTree: (paths) => {
    const folders = new Map<string, MarkCounter>();
    const add = (folder: string, mark: SurfaceMark["mark"], text: string): void => {
      let counter = folders.get(folder);
      if (counter === undefined) {
        if (folders.size >= maximumFolders) return;
        counter = new MarkCounter();
        folders.set(folder, counter);
      }
      counter.add(mark, text);
    };
    let workarounds = 0;
    for (const path of paths) {
      const found = signOf(path);
      if (found !== null) {
        const { mark, text } = found.sign;
        // A name alone shows little: a reader is shown which file.
        add(found.folder, mark, mark === "api-key" ? path.slice(0, 300) : text);
      }
      const workaround = workarounds < maximumWorkarounds ? workaroundSign(path) : null;
      if (workaround === null) continue;
      workarounds++;
      add(workaround.folder, workaround.mark, workaround.text);
    }
    const facts = new Map<string, FileFacts>();
    for (const [folder, counter] of folders) facts.set(folder, { surface: counter.marks() });
    return facts;
  },
};

function signOf(path: string): { readonly sign: PathSign; readonly folder: string } | null {
  if (path.length > 1_000 || isForeignPath(path)) return null;
  for (const sign of signsFor(path)) {
    const match = sign.path.exec(path);
    if (match === null || (isTestPath(path) && !nearDocuments.has(sign.mark))) continue;
    // What a generator fills in shows nobody anything yet.
    if (sign.mark !== "template" && certainTemplate(path) !== null) return null;
    const start = match.index + (match[0].startsWith("/") ? 1 : 0);
    const folder = path.slice(0, start + (match[1] ?? "").length).replace(/\/$/, "");
    return { sign, folder: folder === "" ? "." : folder };
  }
  return null;
}
