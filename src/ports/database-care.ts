/** What stands in one table. */
export interface TableContents {
  readonly name: string;
  readonly rowsCount: number;
  /** Of its rows as text. */
  readonly bytes: number;
  /** SHA-256, in hexadecimal digits, of its rows as text in the order of their keys; the same whatever version of PostgreSQL holds them. */
  readonly digest: string;
}

/** Everything that the database holds at one moment. */
export interface DatabaseContents {
  /** "PostgreSQL 18.4". */
  readonly server: string;
  /** Names, in their order. */
  readonly migrations: readonly string[];
  /** Each after those that it refers to. */
  readonly tables: readonly TableContents[];
}

export interface DatabaseBackup {
  /** To be read once; a file of these can be restored. Reading throws `database-failed`. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What the bytes hold, after the last of them. */
  readonly contents: () => DatabaseContents;
}

export interface RestoreWish {
  /** Whether what the database holds may be removed. */
  readonly replaces: boolean;
  /** Asked last, before anybody sees what was restored: throws where it is not to be. */
  readonly accept?: (restored: DatabaseContents) => Promise<void>;
}

export interface RestoredDatabase extends DatabaseContents {
  /** Tables of the backup that are none of Fulcrum's: they were left out. */
  readonly left: readonly string[];
  /** Migrations that the backup was made before, and that were applied to it. */
  readonly migrated: readonly string[];
}

/** Copies of a whole database. Jobs that wait are none of it: they are made anew. All throw `database-failed`. */
export interface DatabaseCare {
  /** Throws `database-version` where a later version has migrated it. */
  contents(): Promise<DatabaseContents>;
  backup(): DatabaseBackup;
  /**
   * All of a backup or nothing, in one transaction. Throws `backup-invalid`, `database-version` where a later version made the
   * backup, `database-not-empty`, and what reading the bytes throws.
   */
  restore(bytes: AsyncIterable<Uint8Array>, wish: RestoreWish): Promise<RestoredDatabase>;
}
