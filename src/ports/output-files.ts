/** Files that a person named to be written: each whole or not at all. */
export interface OutputFiles {
  /** In place of what stands there. Throws `write-failed`. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** As `write`, piece by piece; where no file stood yet, nobody but its owner may read it. Throws what the pieces throw, too. */
  writeGuarded(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** Only where no file stands yet; false: one does. Throws `write-failed`. */
  create(path: string, content: string | Uint8Array): Promise<boolean>;
}
