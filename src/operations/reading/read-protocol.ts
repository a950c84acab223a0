/** What the process that reads repositories is asked, and what it answers. */

export interface ReadTask {
  /** A `ReadJob`, by `toBytes`. */
  readonly job: Uint8Array;
  readonly fileSeconds: number;
  readonly repositorySeconds: number;
  readonly memoryMegabytes: number;
  /** A file that shall name the file being read at any moment, for a second try after the reader died; else null. */
  readonly traceFile: string | null;
}

export type ReadAnswer =
  /** A `ReadOutcome`, by `toBytes`. */
  | { readonly kind: "outcome"; readonly outcome: Uint8Array }
  /** A file is being read for too long. */
  | { readonly kind: "stuck"; readonly path: string }
  /** The repository took all its time. */
  | { readonly kind: "spent" }
  /** The thread that reads ended. */
  | { readonly kind: "lost"; readonly why: string };
