import type { DefinitionHistory, FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import type { RepositoryView, LookupOf } from "./repository-view.ts";

/**
 * Names of Terraform hold in a folder. Terragrunt reads other files by name: `local.common.ref` is `local.ref` of the file
 * that the local `common` reads, `include.root.ref` that of an included file; the nearest above, else one of that name anywhere.
 */
export const terraformLookup: LookupOf = (file, view) => {
  const beside = view.lookupIn([
    file,
    ...view.definingIn(folderOf(file.path)).filter((one) => one.source === "terraform"),
  ]);
  return (name) => {
    const [, container, key] =
      /^((?:local|include)\.[\w-]{0,100})\.([\w-]{1,100})$/.exec(name) ?? [];
    if (container === undefined || key === undefined) return beside(name);
    const rows: DefinitionHistory[] = [];
    for (const { spans } of beside(`from.${container}`))
      for (const base of new Set(spans.map(({ value }) => value)))
        for (const other of called(base, file, view))
          for (const each of view.definedIn(other, `local.${key}`)) rows.push(each);
    return rows;
  };
};

function called(base: string, file: FileHistory, view: RepositoryView): FileHistory[] {
  const isCalled = ({ path, source }: FileHistory): boolean =>
    source === "terraform" && (path === base || path.endsWith(`/${base}`));
  const above = [...view.definingAbove(folderOf(file.path))].filter(isCalled);
  return above.length > 0 ? above : view.files.filter(isCalled);
}
