import { folderOf } from "./folders.ts";

const descriptor =
  /(?:^|\/)(?:template\.ya?ml|[\w-]{1,60}[-.]template\.ya?ml|copier\.ya?ml|\.template\.config\/template\.json|devcontainer-template\.json|cargo-generate\.toml)$/;
const source = /^[\s-]{0,60}url:\s{0,4}["']?(\.{1,2}(?:\/[\w.@-]{1,100}){0,8}\/?|\.)["']?\s*$/gm;
const subfolder = /^_subdirectory:\s{0,4}["']?([\w./-]{1,200})["']?\s*$/m;

/** A file by which a generator knows the folder that it copies. */
export function isTemplateFile(path: string): boolean {
  return path.length < 1_000 && descriptor.test(path);
}

/**
 * Folders whose content is to be copied, from the root; the root itself never, for a repository that is a template as a whole is
 * still one: https://backstage.io/docs/features/software-templates, https://copier.readthedocs.io/en/stable/configuring/#subdirectory,
 * https://learn.microsoft.com/dotnet/core/tools/custom-templates.
 */
export function templateFoldersIn(path: string, text: string): string[] {
  return foldersOf(path, text).filter((folder) => folder !== "." && folder !== "");
}

function foldersOf(path: string, text: string): string[] {
  const folder = folderOf(path);
  if (!isTemplateFile(path)) return [];
  if (path.endsWith(".template.config/template.json")) return [folderOf(folder)];
  if (/(?:devcontainer-template\.json|cargo-generate\.toml)$/.test(path)) return [folder];
  if (/copier\.ya?ml$/.test(path))
    return [below(folder, subfolder.exec(text)?.[1] ?? ".")].flatMap((one) => one ?? []);
  // AWS SAM and OpenShift call their files so too.
  if (!/^\s{0,8}apiVersion:\s{0,4}["']?(?:scaffolder\.)?backstage\.io\//m.test(text)) return [];
  if (!/^\s{0,8}kind:\s{0,4}["']?Template\b/m.test(text)) return [];
  return [...text.matchAll(source)]
    .slice(0, 50)
    .flatMap(([, url]) => below(folder, url ?? "") ?? []);
}

/** `./skeleton` from `service` → `service/skeleton`; null where it leaves the repository. */
function below(folder: string, relative: string): string | null {
  const names = folder === "." ? [] : folder.split("/");
  for (const name of relative.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return names.length === 0 ? "." : names.join("/");
}
