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

const flag = { rollback: 1, failed: 2, revisionIsVersion: 4, splitArtifact: 8, dropped: 16 };
const field = { id: 0, version: 1, revision: 2, artifact: 3, chain: 4 };
/** Beyond so many names of artefacts each is kept with its event. */
const mostNames = 100_000;

/** What belongs to one row stands together: rows of one series are far apart, and each look is a line of cache. */
interface Chunk {
  /** Time, and place of the texts. */
  readonly numbers: Float64Array;
  /** Line, path, flags, and the name of the artefact: what stands in it before the version. */
  readonly words: Uint32Array;
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
  /** By group. */
  private readonly lastNames: number[] = [];
  private lastPath = -1;

  /** Returns the row. `group`: a small number for what mostly has artefacts of one name. */
  append(event: EventFacts, group: number): number {
    const row = this.length++;
    const index = row & chunkMask;
    if (index === 0) this.chunks.push(newChunk());
    const { numbers, words } = this.chunkOf(row);
    const { id, version, revision, artifact } = event;
    let flags = (event.isRollback ? flag.rollback : 0) | (event.isSuccessful ? 0 : flag.failed);
    if (revision === version) flags |= flag.revisionIsVersion;
    const name = artifact === null ? -1 : this.nameIn(artifact, version, group);
    if (name >= 0) flags |= flag.splitArtifact;
    numbers[index * 2] = event.at;
    numbers[index * 2 + 1] = this.texts.put(
      id,
      version,
      revision === version ? null : revision,
      name >= 0 ? null : artifact,
      event.chain,
    );
    words[index * 4] = event.line;
    words[index * 4 + 1] = this.pathIndex(event.path);
    words[index * 4 + 2] = flags;
    words[index * 4 + 3] = Math.max(0, name);
    return row;
  }

  /** Another message of the same deployment: made when it was first said to be, failed only where none says that it was made. */
  hear(row: number, at: number, isSuccessful: boolean): void {
    const wasSuccessful = this.isSuccessful(row);
    if (wasSuccessful && !isSuccessful) return;
    const { numbers, words } = this.chunkOf(row);
    const index = row & chunkMask;
    if (wasSuccessful === isSuccessful) numbers[index * 2] = Math.min(at, numbers[index * 2] ?? at);
    else {
      numbers[index * 2] = at;
      words[index * 4 + 2] = (words[index * 4 + 2] ?? 0) & ~flag.failed;
    }
  }

  /** It turned out to be told by another row. */
  drop(row: number): void {
    const { words } = this.chunkOf(row);
    const place = (row & chunkMask) * 4 + 2;
    words[place] = (words[place] ?? 0) | flag.dropped;
  }

  isDropped(row: number): boolean {
    return this.has(row, flag.dropped);
  }

  at(row: number): number {
    return this.chunkOf(row).numbers[(row & chunkMask) * 2] ?? 0;
  }

  line(row: number): number {
    return this.wordOfRow(row, 0);
  }

  path(row: number): string {
    return this.words[this.wordOfRow(row, 1)] ?? "";
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

  /** Of the commit where one is known, else of the version. */
  contentHash(row: number): number {
    const revision = this.texts.read(this.placeOf(row), field.revision, hashOfBytes);
    return revision ?? this.versionHash(row);
  }

  revision(row: number): string | null {
    return this.has(row, flag.revisionIsVersion)
      ? this.version(row)
      : this.text(row, field.revision);
  }

  artifact(row: number): string | null {
    if (!this.has(row, flag.splitArtifact)) return this.text(row, field.artifact);
    return `${this.words[this.wordOfRow(row, 3)] ?? ""}${this.version(row)}`;
  }

  chain(row: number): string | null {
    return this.text(row, field.chain);
  }

  private has(row: number, bit: number): boolean {
    return (this.wordOfRow(row, 2) & bit) !== 0;
  }

  private wordOfRow(row: number, column: number): number {
    return this.chunkOf(row).words[(row & chunkMask) * 4 + column] ?? 0;
  }

  private text(row: number, which: number): string | null {
    return this.texts.get(this.placeOf(row), which);
  }

  private placeOf(row: number): number {
    return this.chunkOf(row).numbers[(row & chunkMask) * 2 + 1] ?? 0;
  }

  private chunkOf(row: number): Chunk {
    const chunk = this.chunks[row >>> chunkBits];
    if (chunk === undefined) throw new RangeError(`there is no row ${String(row)}`);
    return chunk;
  }

  /** An artefact mostly is a name that comes again and again, with the version at its end. −1: it is not. */
  private nameIn(artifact: string, version: string, group: number): number {
    const length = artifact.length - version.length;
    const last = this.lastNames[group] ?? -1;
    const lastName = this.words[last];
    if (!artifact.endsWith(version)) return -1;
    if (lastName?.length === length && artifact.startsWith(lastName)) return last;
    if (this.words.length >= mostNames) return -1;
    return (this.lastNames[group] = this.word(artifact.slice(0, length)));
  }

  private pathIndex(path: string): number {
    if (this.words[this.lastPath] !== path) this.lastPath = this.word(path);
    return this.lastPath;
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
    numbers: new Float64Array(chunkLength * 2),
    words: new Uint32Array(chunkLength * 4),
  };
}
