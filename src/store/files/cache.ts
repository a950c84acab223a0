import { randomBytes } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "#kernel/ids.ts";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readAllText, readPlainFile } from "#kernel/plain-file.ts";
import type { EvidenceStore, EvidenceSummary } from "#ports/evidence-store.ts";
import { createAtomically, writeAtomically } from "./atomic-write.ts";
import { indexFolder } from "./clones/index-layout.ts";
import { CloneIndex } from "./clones/index-reader.ts";
import { seal, unseal } from "./envelope.ts";

/** Folders of what is made again when it is missing. */
const kinds = ["evidence", "results", "tokens"] as const;

/**
 * Values by name on disk, each with the key it was made for. A name holds one value, the newest; a torn, foreign or
 * outdated file reads as absent and is overwritten. Never fatal to read; writing may fail with `write-failed`.
 */
export class FileCache implements EvidenceStore {
  readonly folder: string;
  private readonly onFailure: ((error: FulcrumError) => void) | null;

  private isBroken = false;

  /** `onFailure` is told once why nothing can be kept, in place of a failure of each `write`. */
  constructor(folder: string, onFailure: ((error: FulcrumError) => void) | null = null) {
    this.folder = folder;
    this.onFailure = onFailure;
  }

  private pathOf(kind: string, name: string): string {
    return join(this.folder, kind, `${digest(name)}.bin`);
  }

  /** Where the tokens of one repository's files are kept: see `clones/token-store.ts`. */
  tokensPath(repositoryId: string): string {
    return this.pathOf("tokens", repositoryId);
  }

  /** `Value` is what `write` was given under the same key; the key must name the version of its shape. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it wrote
  async read<Value>(
    kind: string,
    name: string,
    key: string,
  ): Promise<{ readonly value: Value } | null> {
    try {
      const sealed = await readPlainFile(this.pathOf(kind, name));
      const found = sealed === null ? null : unseal(key, sealed);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checksum and key vouch for the shape: only this program writes here
      return found as { readonly value: Value } | null;
    } catch {
      return null; // unreadable is as good as absent: the value is made again, and writing it will say why it cannot
    }
  }

  async write(kind: string, name: string, key: string, value: unknown): Promise<void> {
    if (this.isBroken) return;
    try {
      await writeAtomically(this.pathOf(kind, name), seal(key, value), { isPrivate: true });
    } catch (error) {
      if (this.onFailure === null || !(error instanceof FulcrumError)) throw error;
      // Writes of several repositories may fail at the same moment: one word is enough.
      if (!this.isBroken) this.onFailure(error);
      this.isBroken = true;
    }
  }

  /**
   * The secret of pseudonyms: made once, kept with the cache; losing it makes everybody somebody else. Processes that start
   * at the same time agree on one. Throws `write-failed`.
   */
  async identityKey(): Promise<string> {
    const path = join(this.folder, "identity.key");
    const known = await readKey(path);
    if (known !== null) return known;
    const made = randomBytes(32).toString("hex");
    if (await createAtomically(path, `${made}\n`, { isPrivate: true })) return made;
    const others = await readKey(path);
    if (others !== null) return others;
    // What stands there is no key (a torn or foreign file): nobody can have used it.
    await writeAtomically(path, `${made}\n`, { isPrivate: true });
    return made;
  }

  /** Removes everything but the identity key; with `andIdentity` that too (all pseudonyms change). */
  async clear(andIdentity = false): Promise<void> {
    for (const kind of kinds) await rm(join(this.folder, kind), { recursive: true, force: true });
    await rm(indexFolder(this.folder), { recursive: true, force: true });
    if (andIdentity) await rm(join(this.folder, "identity.key"), { force: true });
  }

  async summary(): Promise<EvidenceSummary> {
    let entriesCount = 0;
    let bytes = 0;
    for (const kind of kinds) {
      let names: string[] = [];
      try {
        names = await readdir(join(this.folder, kind));
      } catch (error) {
        // A file in the folder's place holds no entries.
        if (!["ENOENT", "ENOTDIR"].includes(systemCodeOf(error) ?? "")) throw error;
      }
      for (const name of names) {
        if (!name.endsWith(".bin")) continue;
        entriesCount++;
        bytes += (await stat(join(this.folder, kind, name))).size;
      }
    }
    return { folder: this.folder, entriesCount, bytes, index: indexSummary(this.folder) };
  }
}

function indexSummary(cacheFolder: string): EvidenceSummary["index"] {
  const index = CloneIndex.open(cacheFolder);
  if (index === null) return null;
  const { madeAt, linesCount, repositories } = index.about;
  const bytes = index.ownBytes();
  index.close();
  return { madeAt, linesCount, repositoriesCount: repositories.length, bytes };
}

async function readKey(path: string): Promise<string | null> {
  try {
    const text = (await readAllText(path)).trim();
    return /^[0-9a-f]{64}$/.test(text) ? text : null;
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return null;
    throw new FulcrumError(
      "write-failed",
      `Could not read the identity key ${path}: ${messageOf(error)}.`,
      "Make that file readable, or choose another cache with --cache.",
      { cause: error },
    );
  }
}
