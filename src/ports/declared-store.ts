/** What people state: corrections, answers. Texts that they edit by hand as well, so that comments and order stay. */
export interface DeclaredStore {
  /** The text as it is; empty where there is none yet. Throws what the system says. */
  text(path: string): Promise<string>;
  /**
   * Changes a text that others may change at the same time. `edit` gets it as it is now, and may be asked again. Throws
   * `write-failed`, and what `edit` throws.
   */
  edit<Result>(
    path: string,
    edit: (text: string) => TextEdit<Result>,
    signal: AbortSignal,
  ): Promise<Result>;
}

export interface TextEdit<Result> {
  readonly text: string;
  readonly result: Result;
}
