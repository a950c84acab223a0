import { randomBytes } from "node:crypto";
import { readFile, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "#kernel/ids.ts";
import { messageOf, systemCodeOf } from "#kernel/errors.ts";
import { writeAtomically } from "./atomic-write.ts";
import { seal, unseal } from "./envelope.ts";

export interface CacheSummary {
  readonly folder: string;
  readonly entriesCount: number;
  readonly bytes: number;
}

/**
 * Values by name on disk, each with the key it was made for. A name holds one value, the newest; a torn, foreign or
 * outdated file reads as absent and is overwritten. Never fatal to read; writing may fail with `write-failed`.
 */
export class FileCache {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  private pathOf(kind: string, name: string): string {
    return join(this.folder, kind, `${digest(name)}.bin`);
  }

  async read(kind: string, name: string, key: string): Promise<{ readonly value: unknown } | null> {
    try {
      return unseal(key, await readFile(this.pathOf(kind, name)));
    } catch (error) {
      if (systemCodeOf(error) === "ENOENT") return null;
      return null; // unreadable is as good as absent: the value is made again, and writing it will say why it cannot
    }
  }

  async write(kind: string, name: string, key: string, value: unknown): Promise<void> {
    await writeAtomically(this.pathOf(kind, name), seal(key, value));
  }

  /** The secret of pseudonyms: made once, kept with the cache; losing it makes everybody somebody else. */
  async identityKey(): Promise<string> {
    const path = join(this.folder, "identity.key");
    try {
      const text = (await readFile(path, "utf8")).trim();
      if (/^[0-9a-f]{64}$/.test(text)) return text;
    } catch (error) {
      if (systemCodeOf(error) !== "ENOENT")
        throw new Error(`${path}: ${messageOf(error)}`, { cause: error });
    }
    const made = randomBytes(32).toString("hex");
    await writeAtomically(path, `${made}\n`);
    return made;
  }

  /** Removes everything but the identity key; with `andIdentity` that too (all pseudonyms change). */
  async clear(andIdentity = false): Promise<void> {
    for (const kind of ["evidence", "results"])
      await rm(join(this.folder, kind), { recursive: true, force: true });
    if (andIdentity) await rm(join(this.folder, "identity.key"), { force: true });
  }

  async summary(): Promise<CacheSummary> {
    let entriesCount = 0;
    let bytes = 0;
    for (const kind of ["evidence", "results"]) {
      let names: string[] = [];
      try {
        names = await readdir(join(this.folder, kind));
      } catch (error) {
        if (systemCodeOf(error) !== "ENOENT") throw error;
      }
      for (const name of names) {
        entriesCount++;
        bytes += (await stat(join(this.folder, kind, name))).size;
      }
    }
    return { folder: this.folder, entriesCount, bytes };
  }
}
