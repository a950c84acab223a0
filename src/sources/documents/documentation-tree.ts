import type { DocumentationAid, FileFacts } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { TreeSource } from "#evidence/source.ts";

/** Group 1: the folder that the sign is about, with its slash. The first that fits counts. */
const signs: readonly (readonly [DocumentationAid["aid"], RegExp])[] = [
  [
    "contributing",
    /^((?:.{1,500}\/)?)(?:CONTRIBUTING|SUPPORT|MAINTAINERS)(?:\.(?:md|rst|adoc|txt))?$/i,
  ],
  ["examples", /^((?:.{1,500}?\/)?)(?:examples?|samples?|demos?)\/.{1,500}$/i],
  [
    "reference",
    /^((?:.{1,500}\/)?)(?:\.yardopts|\.rdoc_options|typedoc\.jsonc?|\.storybook\/.{1,200})$/,
  ],
  [
    "reference",
    /^((?:.{1,500}\/)?)(?:docs?|doc)\/(?:api|reference|api-reference)(?:\/.{1,500}|\.(?:md|rst|adoc))$/i,
  ],
  [
    "reference",
    /^((?:.{1,500}?\/)?)app\/views\/(?:.{1,200}\/)?components\/docs\/[^/]{1,200}\.ya?ml$/,
  ],
  ["reference", /^((?:.{1,500}\/)?)(?:openapi|swagger|asyncapi)\.(?:ya?ml|json)$/i],
];

const maximumFolders = 2_000;

/** What stands beside documents and helps their readers: guides for contributors, examples, references. */
export const documentationTree: TreeSource = {
  id: "documentation-tree",
  version: 1,
  readTree: (paths) => {
    const folders = new Map<string, Map<DocumentationAid["aid"], DocumentationAid>>();
    for (const path of paths) {
      if (path.length > 1_000 || isForeignPath(path)) continue;
      const found = signOf(path);
      if (found === null) continue;
      let aids = folders.get(found.folder);
      if (aids === undefined) {
        if (folders.size >= maximumFolders) continue;
        aids = new Map();
        folders.set(found.folder, aids);
      }
      const known = aids.get(found.aid);
      aids.set(found.aid, {
        aid: found.aid,
        path: known?.path ?? path,
        filesCount: (known?.filesCount ?? 0) + 1,
      });
    }
    const facts = new Map<string, FileFacts>();
    for (const [folder, aids] of folders) facts.set(folder, { aids: [...aids.values()] });
    return facts;
  },
};

function signOf(
  path: string,
): { readonly aid: DocumentationAid["aid"]; readonly folder: string } | null {
  for (const [aid, pattern] of signs) {
    const before = pattern.exec(path)?.[1];
    if (before === undefined) continue;
    const folder = before.replace(/(?:^|\/)(?:\.github|docs)\/$/, "").replace(/\/$/, "");
    return { aid, folder: folder === "" ? "." : folder };
  }
  return null;
}
