import type { Moment } from "#evidence/moment.ts";
import type { FolderActivity } from "#evidence/repository-evidence.ts";

/** `a/b/c.txt` → `a/b`; `.` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash);
}

/** The nearest of `roots` at or above `folder`; `.` when there is none. */
export function nearestRoot(folder: string, roots: ReadonlySet<string>): string {
  let at = folder;
  while (at !== "." && !roots.has(at)) at = folderOf(at);
  return at;
}

/** When a folder was touched first, and last by a human: positions in the mainline, oldest = 0. */
export interface Touched {
  first: number;
  lastHuman: number;
  /** How many commits back from the newest it was touched, ascending, until `settle`. */
  readonly back: number[];
}

/** First and last human touch of every folder while the mainline streams by. */
export class FolderTouches {
  private readonly folders = new Map<string, Touched>();

  /** What is known of the folder of a path; to be kept, so that it is looked up once for each path. */
  of(path: string): Touched {
    return this.at(folderOf(path));
  }

  /** `back`: 1 for the newest commit of the mainline, never falling. */
  touch({ back: all }: Touched, back: number): void {
    if (all.at(-1) !== back) all.push(back);
  }

  /** Once it is known how long the mainline is and which of its commits brought in work of people. */
  settle(isHuman: Uint8Array): void {
    for (const touched of this.folders.values()) {
      const { length } = isHuman;
      const oldest = touched.back.at(-1);
      const human = touched.back.find((back) => isHuman[length - back] === 1);
      if (oldest !== undefined) touched.first = length - oldest;
      if (human !== undefined) touched.lastHuman = length - human;
      touched.back.length = 0;
    }
  }

  private at(folder: string): Touched {
    let touched = this.folders.get(folder);
    if (touched === undefined) {
      touched = { first: Number.POSITIVE_INFINITY, lastHuman: -1, back: [] };
      this.folders.set(folder, touched);
    }
    return touched;
  }

  /** Activity of `roots`, each over everything below it that belongs to no deeper root. */
  summarise(
    roots: ReadonlySet<string>,
    momentAt: (position: number) => Moment,
    earlier: readonly FolderActivity[],
  ): FolderActivity[] {
    const byRoot = new Map<string, Touched>();
    for (const [folder, touched] of this.folders) {
      const root = nearestRoot(folder, roots);
      const sum = byRoot.get(root) ?? { first: Number.POSITIVE_INFINITY, lastHuman: -1, back: [] };
      sum.first = Math.min(sum.first, touched.first);
      sum.lastHuman = Math.max(sum.lastHuman, touched.lastHuman);
      byRoot.set(root, sum);
    }
    const known = new Map(earlier.map((one) => [one.folder, one]));
    for (const [folder, { first, lastHuman }] of byRoot) {
      if (!Number.isFinite(first)) continue;
      const before = known.get(folder);
      known.set(folder, {
        folder,
        born: before?.born ?? momentAt(first),
        lastHuman: lastHuman >= 0 ? momentAt(lastHuman) : (before?.lastHuman ?? null),
      });
    }
    return [...known.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
  }
}
