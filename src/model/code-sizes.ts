import { languageOf } from "#evidence/languages.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { isTestPath } from "#evidence/test-path.ts";
import type { Component } from "./organisation.ts";
import { folderOf, nearest } from "./units.ts";

/** Files of code at HEAD below a component's folder, tests left out: by language, and all together. */
export interface CodeSize {
  readonly filesCount: number;
  readonly languages: ReadonlyMap<string, number>;
}

/** By component id. */
export function codeSizes(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): ReadonlyMap<string, CodeSize> {
  const sizes = new Map<string, { filesCount: number; languages: Map<string, number> }>();
  for (const { id, fileChanges } of repositories) {
    const own = new Map(
      components.filter((one) => one.repositoryId === id).map((one) => [one.path, one.id] as const),
    );
    const folders = new Set(own.keys());
    for (const componentId of own.values())
      sizes.set(componentId, { filesCount: 0, languages: new Map() });
    for (const path of fileChanges.paths) {
      const language = languageOf(path);
      if (language?.kind !== "code" || isTestPath(path)) continue;
      const size = sizes.get(own.get(nearest(folderOf(path), folders)) ?? "");
      if (size === undefined) continue;
      size.filesCount++;
      size.languages.set(language.name, (size.languages.get(language.name) ?? 0) + 1);
    }
  }
  return sizes;
}
