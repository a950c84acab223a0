import { hashOfBytes } from "./id-set.ts";
import { TextArena } from "./text-arena.ts";

/** Something that was deployed, as a delivery system reported it. Times are seconds since the epoch, UTC. */
export interface EventFacts {
  readonly id: string;
  /** When it was finished. */
  readonly at: number;
  readonly version: string;
  readonly isRollback: boolean;
  readonly isSuccessful: boolean;
  /** Commit that was deployed, where the event says. */
  readonly revision: string | null;
  readonly artifact: string | null;
  /** What the delivery system joins the events of one change by. */
  readonly chain: string | null;
  /** File as found, and line in it (of a JSON list: the number of the entry). */
  readonly path: string;
  readonly line: number;
}

const chunkBits = 14;
const chunkLength = 1 << chunkBits;
const chunkMask = chunkLength - 1;

const flag = { rollback: 1, failed: 2, revisionIsVersion: 4, splitArtifact: 8 };
const field = { id: 0, version: 1, revision: 2, artifact: 3, chain: 4 };
/** Beyond so many names of artefacts each is kept with its event. */
const mostNames = 100_000;

interface Chunk {
  readonly at: Float64Array;
  readonly place: Float64Array;
  readonly line: Uint32Array;
  readonly path: Uint32Array;
  /** What stands in an artefact before and after the version. */
  readonly before: Uint32Array;
  readonly after: Uint32Array;
  readonly flags: Uint8Array;
}

/**
 * Reported deployments as columns, in the order in which they were read: as objects they would take several times the memory,
 * and most of the reading time for the garbage collector. Columns grow by chunks: nothing is ever copied.
 */
export class EventColumns {
  length = 0;
  private readonly chunks: Chunk[] = [];
  private readonly texts = new TextArena();
  private readonly words: string[] = [];
  private readonly wordOf = new Map<string, number>();

  /** Returns the row. */
  append(event: EventFacts): number {
    const row = this.length++;
    const index = row & chunkMask;
    if (index === 0) this.chunks.push(newChunk());
    const chunk = this.chunkOf(row);
    const { id, version, revision, artifact } = event;
    chunk.at[index] = event.at;
    chunk.line[index] = event.line;
    chunk.path[index] = this.word(event.path);
    let flags = (event.isRollback ? flag.rollback : 0) | (event.isSuccessful ? 0 : flag.failed);
    if (revision === version) flags |= flag.revisionIsVersion;
    // An artefact mostly is a name that comes again and again, and the version.
    const middle = artifact === null || version === "" ? -1 : artifact.lastIndexOf(version);
    const isSplit = artifact !== null && middle >= 0 && this.words.length < mostNames;
    if (isSplit) {
      flags |= flag.splitArtifact;
      chunk.before[index] = this.word(artifact.slice(0, middle));
      chunk.after[index] = this.word(artifact.slice(middle + version.length));
    }
    chunk.flags[index] = flags;
    chunk.place[index] = this.texts.put([
      id,
      version,
      revision === version ? null : revision,
      isSplit ? null : artifact,
      event.chain,
    ]);
    return row;
  }

  at(row: number): number {
    return this.chunkOf(row).at[row & chunkMask] ?? 0;
  }

  line(row: number): number {
    return this.chunkOf(row).line[row & chunkMask] ?? 0;
  }

  path(row: number): string {
    return this.words[this.chunkOf(row).path[row & chunkMask] ?? 0] ?? "";
  }

  isRollback(row: number): boolean {
    return this.has(row, flag.rollback);
  }

  isSuccessful(row: number): boolean {
    return !this.has(row, flag.failed);
  }

  id(row: number): string {
    return this.text(row, field.id) ?? "";
  }

  version(row: number): string {
    return this.text(row, field.version) ?? "";
  }

  /** Equal for equal versions: see `IdSet.addHash`. */
  versionHash(row: number): number {
    return this.texts.read(this.placeOf(row), field.version, hashOfBytes) ?? 0;
  }

  revision(row: number): string | null {
    return this.has(row, flag.revisionIsVersion)
      ? this.version(row)
      : this.text(row, field.revision);
  }

  artifact(row: number): string | null {
    if (!this.has(row, flag.splitArtifact)) return this.text(row, field.artifact);
    const { before, after } = this.chunkOf(row);
    const index = row & chunkMask;
    const word = (column: Uint32Array): string => this.words[column[index] ?? 0] ?? "";
    return `${word(before)}${this.version(row)}${word(after)}`;
  }

  chain(row: number): string | null {
    return this.text(row, field.chain);
  }

  private has(row: number, bit: number): boolean {
    return ((this.chunkOf(row).flags[row & chunkMask] ?? 0) & bit) !== 0;
  }

  private text(row: number, which: number): string | null {
    return this.texts.get(this.placeOf(row), which);
  }

  private placeOf(row: number): number {
    return this.chunkOf(row).place[row & chunkMask] ?? 0;
  }

  private chunkOf(row: number): Chunk {
    const chunk = this.chunks[row >>> chunkBits];
    if (chunk === undefined) throw new RangeError(`there is no row ${String(row)}`);
    return chunk;
  }

  private word(text: string): number {
    let index = this.wordOf.get(text);
    if (index === undefined) {
      index = this.words.length;
      this.words.push(text);
      this.wordOf.set(text, index);
    }
    return index;
  }
}

function newChunk(): Chunk {
  return {
    at: new Float64Array(chunkLength),
    place: new Float64Array(chunkLength),
    line: new Uint32Array(chunkLength),
    path: new Uint32Array(chunkLength),
    before: new Uint32Array(chunkLength),
    after: new Uint32Array(chunkLength),
    flags: new Uint8Array(chunkLength),
  };
}
