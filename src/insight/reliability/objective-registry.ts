import type { DeclaredObjective } from "#evidence/objectives.ts";

/** A file that declares objectives. `commit` and `at` are null for files read from a folder as they are. */
export interface ObjectiveFile {
  readonly repositoryId: string | null;
  readonly commit: string | null;
  readonly at: number | null;
  readonly path: string;
  readonly objectives: readonly DeclaredObjective[];
}

type Kind = DeclaredObjective["kind"];
type OfKind<K extends Kind> = Extract<DeclaredObjective, { kind: K }>;
interface Entry {
  readonly file: ObjectiveFile;
  readonly object: DeclaredObjective;
}

/** Objects by kind and name; the nearest declaration answers. */
export class ObjectiveRegistry {
  private readonly entries = new Map<string, Entry[]>();

  constructor(files: readonly ObjectiveFile[]) {
    for (const file of files)
      for (const object of file.objectives) {
        const key = `${object.kind} ${object.name}`;
        const list = this.entries.get(key);
        if (list === undefined) this.entries.set(key, [{ file, object }]);
        else list.push({ file, object });
      }
  }

  find<K extends Kind>(from: ObjectiveFile, kind: K, name: string): OfKind<K> | null {
    const nearest = this.nearest(from, kind, name);
    return nearest !== undefined && isOf(nearest.object, kind) ? nearest.object : null;
  }

  /** The file that declares it. */
  fileOf(from: ObjectiveFile, kind: Kind, name: string): ObjectiveFile | null {
    return this.nearest(from, kind, name)?.file ?? null;
  }

  private nearest(from: ObjectiveFile, kind: Kind, name: string): Entry | undefined {
    const entries = this.entries.get(`${kind} ${name}`) ?? [];
    return (
      entries.find(({ file }) => file === from) ??
      entries.find(({ file }) => file.repositoryId === from.repositoryId) ??
      entries[0]
    );
  }
}

function isOf<K extends Kind>(object: DeclaredObjective, kind: K): object is OfKind<K> {
  return object.kind === kind;
}
