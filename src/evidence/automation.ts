/** A bot that is set up to raise versions, for a set of ecosystems. */
export interface UpdateBot {
  readonly bot: "Dependabot" | "Renovate";
  /** Types of purls (`npm`, `cargo`, `githubactions`); null: all that it knows. */
  readonly types: readonly string[] | null;
  /** Folders whose manifests it reads, from the root, may hold `*` and `**`; null: all. */
  readonly folders: readonly string[] | null;
  readonly line: number;
  /** It raises what has a known vulnerability, and no other version. */
  readonly isSecurityOnly?: true;
}

/** One job of a workflow of the forge. */
export interface PipelineJob {
  /** First and last line, 1-based. */
  readonly from: number;
  readonly to: number;
  /** All that it does is to call a workflow that stands elsewhere. */
  readonly isCall: boolean;
  /**
   * What code in it could do: put out what others install (it publishes), or read secrets that the forge does not give by itself,
   * get credentials in their name, or write to the repository.
   */
  readonly reach: "publishes" | "secrets" | null;
  /** Actions of other owners called by a tag or branch, as written. */
  readonly loose: readonly {
    readonly action: string;
    readonly ref: string;
    readonly line: number;
  }[];
}

/** A tool, named in a document, that makes one change in many repositories. */
export interface BulkChangeTool {
  readonly name: string;
  readonly line: number;
}
