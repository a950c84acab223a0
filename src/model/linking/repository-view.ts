import type { DefinitionHistory, FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import type { Lookup } from "./expand.ts";

/** Where files of one kind look for what is defined around them, as their tool does. */
export type LookupOf = (file: FileHistory, view: RepositoryView, all: AllViews) => Lookup;

/** Views of every repository read, for what is inherited across them. */
export type AllViews = readonly RepositoryView[];

/** The files of one repository by place, for those that look for what is defined around them. */
export class RepositoryView {
  readonly files: readonly FileHistory[];
  private readonly byPath = new Map<string, FileHistory[]>();
  private readonly byFolder = new Map<string, FileHistory[]>();
  private readonly names = new WeakMap<FileHistory, ReadonlyMap<string, DefinitionHistory[]>>();

  constructor(files: readonly FileHistory[]) {
    this.files = files;
    for (const file of files) {
      push(this.byPath, file.path, file);
      if (file.definitions !== undefined) push(this.byFolder, folderOf(file.path), file);
    }
  }

  /** What sources saw at a path; empty where nothing was read there. */
  at(path: string): readonly FileHistory[] {
    return this.byPath.get(path) ?? [];
  }

  /** Files in a folder that define something. */
  definingIn(folder: string): readonly FileHistory[] {
    return this.byFolder.get(folder) ?? [];
  }

  /** Files that define something, from a folder up to the root, the nearest first. */
  *definingAbove(folder: string): Generator<FileHistory> {
    for (let at = folder; ; at = folderOf(at)) {
      yield* this.definingIn(at);
      if (at === ".") return;
    }
  }

  /** What a file says a name stands for. */
  definedIn(file: FileHistory, name: string): readonly DefinitionHistory[] {
    let names = this.names.get(file);
    if (names === undefined) {
      const found = new Map<string, DefinitionHistory[]>();
      for (const one of file.definitions ?? []) push(found, one.name, one);
      names = found;
      this.names.set(file, names);
    }
    return names.get(name) ?? [];
  }

  /** Looks in `files` in their order; the definitions of the first that has any come first. */
  lookupIn(files: Iterable<FileHistory>): Lookup {
    const list = [...new Set(files)];
    return (name) => list.flatMap((file) => this.definedIn(file, name));
  }
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
