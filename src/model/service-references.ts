import type { ServiceReference } from "#evidence/facts.ts";
import type { BuiltComponent } from "./components.ts";
import { folderOf, nearest } from "./folder-paths.ts";

/** What a file says of services today. */
export interface HeadReference {
  readonly holder: BuiltComponent;
  readonly path: string;
  readonly source: string;
  readonly reference: ServiceReference;
}

/** Every reference at HEAD, each with the component whose folder is nearest. */
export function headReferences(built: readonly BuiltComponent[]): readonly HeadReference[] {
  const repositories = byRepository(built);
  return [...repositories.values()].flatMap((components) => {
    const byFolder = new Map(components.map((one) => [one.unit.folder, one]));
    const folders = new Set(byFolder.keys());
    const repository = components[0]?.unit.repository;
    if (repository === undefined) return [];
    const atHead = new Set(repository.headFiles.map(({ path, source }) => `${path}\n${source}`));
    const found: HeadReference[] = [];
    const take = (path: string, source: string, reference: ServiceReference): void => {
      const holder = byFolder.get(nearest(folderOf(path), folders));
      if (holder !== undefined) found.push({ holder, path, source, reference });
    };
    for (const { path, source, services } of repository.headFiles)
      for (const reference of services) take(path, source, reference);
    for (const { path, source, references } of repository.files) {
      if (atHead.has(`${path}\n${source}`)) continue;
      for (const { reference, spans } of references)
        if (spans.at(-1)?.to === null) take(path, source, reference);
    }
    return found;
  });
}

export function byRepository(
  built: readonly BuiltComponent[],
): ReadonlyMap<string, readonly BuiltComponent[]> {
  const groups = new Map<string, BuiltComponent[]>();
  for (const one of built) {
    const { repositoryId } = one.component;
    const group = groups.get(repositoryId) ?? [];
    group.push(one);
    groups.set(repositoryId, group);
  }
  return groups;
}
