import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { folderOf, homeOf, nearest } from "./folder-paths.ts";
import { isBeside, type LockedUse, componentsByFolder } from "./locked-uses.ts";
import type { Component } from "./organisation.ts";

const version = String.raw`(\d{1,9}(?:\.[0-9A-Za-z]{1,30}){0,6}(?:[-+][0-9A-Za-z.+~-]{1,80})?)`;
const bare = new RegExp(String.raw`^v?${version}$`);
const equals = new RegExp(String.raw`^={1,3}\s{0,4}v?${version}$`);
const bracketed = new RegExp(String.raw`^\[\s{0,4}${version}\s{0,4}\]$`);
const strict = new RegExp(String.raw`^v?${version}!!$`);
const threeParts = /^\d+\.\d+\.\d+/;

/**
 * What a constraint fixes to one version, by type of purl: Go's build list begins with the requirements of go.mod, the nearest
 * declaration wins in Maven, NuGet takes the lowest that fits; Cargo's bare version is a range, as is `1.2` of npm.
 */
const forms: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ["golang", [bare]],
  ["maven", [bare, bracketed, strict]],
  ["nuget", [bare, bracketed]],
  ["npm", [bare, equals]],
  ["pypi", [bare, equals]],
  ["gem", [bare, equals]],
  ["composer", [bare, equals]],
  ["hex", [bare, equals]],
  ["pub", [bare]],
  ["cargo", [equals]],
  ["githubactions", [bare]],
]);
/** Where a shorter number is a range, or a tag that moves. */
const needsThreeParts: ReadonlySet<string> = new Set(["npm", "cargo", "githubactions"]);

/** The one version that a constraint of a package allows; null for ranges, branches, `1.x` and other ecosystems. */
export function fixedVersion(purl: string, constraint: string | null): string | null {
  const type = /^pkg:([a-z]{1,30})\//.exec(purl)?.[1] ?? "";
  const said = (constraint ?? "").slice(0, 200).trim();
  if (/\.[xX](?:[.-]|$)/.test(said)) return null;
  for (const form of forms.get(type) ?? []) {
    const found = form.exec(said)?.[1];
    if (found === undefined) continue;
    return needsThreeParts.has(type) && !threeParts.test(found) ? null : found;
  }
  return null;
}

/**
 * Versions that manifests fix over [from, to) for packages that no lock file at or above them holds; for the component in whose
 * folder the manifest lies. Those of tests and examples do not count, nor what lies in the repository itself.
 */
export function declaredUses(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): LockedUse[] {
  const foldersOf = componentsByFolder(components);
  return repositories.flatMap(({ id: repositoryId, files }) => {
    const ids = foldersOf.get(repositoryId);
    if (ids === undefined) return [];
    const folders = new Set(ids.keys());
    const locks = lockFolders(files);
    return files.flatMap((file) => {
      if (file.dependencies.length === 0) return [];
      const folder = homeOf(file);
      const component = nearest(folder, folders);
      const componentId = ids.get(component);
      if (componentId === undefined || isBeside(file.path, component)) return [];
      return file.dependencies.flatMap(({ purl, localPath, spans }) => {
        if (localPath !== null || isLocked(locks.get(purl), folder)) return [];
        return spans.flatMap(({ value, from, to }): LockedUse[] => {
          const fixed = fixedVersion(purl, value);
          if (fixed === null) return [];
          return [
            {
              componentId,
              repositoryId,
              purl,
              version: fixed,
              from: from.at,
              to: to?.at ?? null,
              path: file.path,
              commit: from.commit,
              isDeclared: true,
            },
          ];
        });
      });
    });
  });
}

/** Folders with a lock file that is there now, by the packages it holds or held. */
function lockFolders(files: readonly FileHistory[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const { path, locked, spans } of files) {
    if (spans.at(-1)?.to !== null) continue;
    for (const { purl } of locked) {
      const known = folders.get(purl);
      if (known === undefined) folders.set(purl, new Set([folderOf(path)]));
      else known.add(folderOf(path));
    }
  }
  return folders;
}

function isLocked(folders: ReadonlySet<string> | undefined, folder: string): boolean {
  if (folders === undefined) return false;
  return [...folders].some((one) => one === "." || one === folder || folder.startsWith(`${one}/`));
}
