import type { FulcrumError } from "#kernel/errors.ts";

/** Evidence and results between runs, by name, each with the key it was made for. */
export interface EvidenceStore {
  /** Where it is; the clone index is kept there, too. */
  readonly folder: string;
  /** Null where nothing was kept under that name for that key. Never fails. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it wrote
  read<Value>(kind: string, name: string, key: string): Promise<{ readonly value: Value } | null>;
  write(kind: string, name: string, key: string, value: unknown): Promise<void>;
  /** The secret of pseudonyms. Throws `write-failed`. */
  identityKey(): Promise<string>;
  /** Where the tokens of one repository's files are kept. */
  tokensPath(repositoryId: string): string;
  /** Removes everything but the identity key; with `andIdentity` that too. */
  clear(andIdentity?: boolean): Promise<void>;
  summary(): Promise<EvidenceSummary>;
}

export interface EvidenceSummary {
  readonly folder: string;
  readonly entriesCount: number;
  readonly bytes: number;
  /** The clone index; null where none was made, or none that this version reads. */
  readonly index: {
    readonly madeAt: string;
    readonly linesCount: number;
    readonly repositoriesCount: number;
    /** On top of the tokens that it shares with the other entries. */
    readonly bytes: number;
  } | null;
}

/** The evidence of a place; `onFailure` is told once why nothing can be kept, in place of a failure of each `write`. */
export type OpenEvidence = (
  place: string,
  onFailure?: (error: FulcrumError) => void,
) => EvidenceStore;
