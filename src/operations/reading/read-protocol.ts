/** What the process that reads repositories, or code, is asked, and what it answers. */

export interface ReadTask {
  /** What is to be read, by `toBytes`. */
  readonly job: Uint8Array;
  readonly fileSeconds: number;
  readonly repositorySeconds: number;
  readonly memoryMegabytes: number;
  /** A file that shall name the file being read at any moment, for a second try after the reader died; else null. */
  readonly traceFile: string | null;
}

/** From the thread that reads to the one that watches it. */
export type FromThread =
  | { readonly kind: "part"; readonly part: Uint8Array }
  /** By `toBytes`. */
  | { readonly kind: "outcome"; readonly outcome: Uint8Array };

/** Any number of parts, then one of the others. */
export type ReadAnswer =
  | FromThread
  /** A file is being read for too long. */
  | { readonly kind: "stuck"; readonly path: string }
  /** The repository took all its time. */
  | { readonly kind: "spent" }
  /** The thread that reads ended. */
  | { readonly kind: "lost"; readonly why: string };
