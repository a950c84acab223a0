import type { FileFacts } from "./facts.ts";

/** How much of a file's life a source wants to see. */
export type Appetite = "history" | "head" | "none";

export interface SourceFile {
  /** POSIX, from the root of the repository. */
  readonly path: string;
  /** Decoded as UTF-8 without byte-order mark; already bounded in size. */
  readonly text: string;
}

/**
 * Reads one kind of evidence from one kind of file. A source is a pure function of the file: it sees no other file,
 * no commit, no cache and no screen. The walk over the repository, the dates and the cache are somebody else's work.
 */
export interface FileSource {
  /** kebab-case; stands in every evidence record. */
  readonly id: string;
  /** Raised whenever `read` would answer differently: invalidates what was cached. */
  readonly version: number;
  /** Of files with appetite "head": what each version says of owners is kept, so that a past day knows its own. */
  readonly namesOwners?: true;
  /** Appetite for files that another file takes in (`FileFacts.includes`), whatever they are called. Absent: "history". */
  readonly included?: "history" | "head";
  /** It says what its folder is: not asked about copies of other people's code, inputs of tests and templates. */
  readonly tellsOfItsFolder?: true;
  /**
   * What the names that `detect` may want end with: what follows their last dot, or the whole name where it has none; in lower
   * case. It is not asked about others. Absent: any.
   */
  readonly endings?: readonly string[];
  /** Called once per distinct path; must be fast and must not throw. */
  detect(path: string): Appetite;
  /** Must not throw on any text: what cannot be read becomes `problems`. */
  read(file: SourceFile): FileFacts;
  /**
   * Of sources with appetite "head" that name services: the `services` that `read` tells and no more. Past versions are read for
   * these alone; the past of a source without it is not looked at.
   */
  readonly readServices?: (file: SourceFile) => FileFacts;
}

/** Reads what the mere list of paths at HEAD says (views, pages, assets, charts, tests …). */
export interface TreeSource {
  readonly id: string;
  readonly version: number;
  /** Facts by folder: key is the folder (`.` for the root) that the facts are about. */
  readTree(paths: readonly string[]): ReadonlyMap<string, FileFacts>;
}
