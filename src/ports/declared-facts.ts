import type { IdentityKind } from "#vocabulary/access.ts";
import type { DeclaredKind, DeclaredState } from "#vocabulary/declared.ts";
import type { RequestKey } from "./request-key.ts";

/** Who stated something: of persons and tokens the ids only. */
export interface StatedBy {
  readonly identity: IdentityKind;
  readonly actorId: string | null;
  readonly tokenId: string | null;
}

/** Names are looked up when it is read: who was forgotten has a pseudonym. */
export interface KnownStatedBy extends StatedBy {
  readonly actorName: string | null;
  readonly tokenName: string | null;
}

export interface NewDeclaredFact {
  /** What the organisation is called in addresses. */
  readonly organisation: string;
  readonly kind: DeclaredKind;
  /** What it is about: of each subject one record stands. */
  readonly subject: readonly string[];
  readonly statement: object;
  readonly reason: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: StatedBy;
}

export interface DeclaredFact extends Omit<NewDeclaredFact, "by" | "statement"> {
  readonly id: string;
  /** As it was written: schemas say what it is. */
  readonly statement: unknown;
  readonly by: KnownStatedBy;
  readonly state: DeclaredState;
  /** Which stood before it. */
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly undone: { readonly at: number; readonly by: KnownStatedBy } | null;
  /** The scan that its last change asked for. */
  readonly job: string | null;
}

/** Under what condition something is written, and what is written with it, in the same transaction. */
export interface DeclaredWrite {
  /** What the writer saw standing, by `versionOfDeclared`; null: nothing; undefined: they do not say. */
  readonly seen?: string | null;
  readonly key?: RequestKey;
  /** The entry of the audit that began, and the status that it ends with. */
  readonly audit: { readonly entry: string; readonly status: number } | null;
}

export interface DeclaredWish {
  readonly organisation: string;
  readonly kind: DeclaredKind | null;
  readonly state: DeclaredState | null;
  /** In what it is about: an id of a component, a question; null: whatever it is. */
  readonly about: string | null;
  /** The last one of the page before; null: the newest first. */
  readonly after: string | null;
  readonly limit: number;
}

/** Changes with the record, and with nothing else. */
export function versionOfDeclared({ id, state }: Pick<DeclaredFact, "id" | "state">): string {
  return `${id}.${state}`;
}

/** What people state in the service. All throw `database-failed`. */
export interface DeclaredFactStore {
  /**
   * It stands from now on, in place of what stood about the same subject, and a scan is asked for where something is watched.
   * Throws `seen-changed`, `key-used`.
   */
  declare(fact: NewDeclaredFact, write: DeclaredWrite): Promise<DeclaredFact>;
  /** It counts no more, and is kept; one that is undone already stays as it was. Null: there is none. Throws `seen-changed`, `key-used`. */
  undo(
    place: { readonly organisation: string; readonly id: string },
    by: StatedBy & { readonly at: number },
    write: DeclaredWrite,
  ): Promise<DeclaredFact | null>;
  one(organisation: string, id: string): Promise<DeclaredFact | null>;
  list(wish: DeclaredWish): Promise<readonly DeclaredFact[]>;
}
