import type { CopySite } from "#insight/duplication/between-owners.ts";
import { tokensCountOf, type Corpus } from "#insight/duplication/corpus.ts";
import { NO_FILE, rangeOf, WHOLE_FILE } from "#insight/duplication/index-numbers.ts";
import { countLines } from "#insight/duplication/similar/line-counts.ts";
import { messageOf } from "#kernel/errors.ts";
import type { CompareContext } from "#ports/context.ts";
import type {
  CloneIndexWriter,
  IndexedFile,
  IndexedPlace,
  IndexEntries,
  TokenReader,
  TokenShelves,
} from "#ports/clone-store.ts";
import type { Comparison } from "./compare-files.ts";
import type { KeptRecords } from "./kept-tokens.ts";
import { wholeFileHash } from "./index-hash.ts";

export interface IndexInput {
  readonly cacheFolder: string;
  readonly comparison: Pick<Comparison, "corpus" | "files" | "kept" | "linesCount">;
  /** In the order of the comparison's sources. */
  readonly repositories: readonly {
    readonly id: string;
    readonly name: string;
    readonly refs: { readonly head: string | null };
  }[];
  /** Whose a file is, by its number in the comparison. */
  readonly placeOf: (file: number) => Pick<CopySite, "componentId" | "owners">;
  /** Ranges of hashes; answers do not depend on it. Default: by size. */
  readonly parts?: number;
}

/** Fingerprints of one part: while it is written, it and its lines take about 50 bytes of memory for each. */
const PART_ENTRIES = 1 << 21;

/**
 * Writes the clone index of what was compared, for `similar` and `duplicates --changed`. A failure is a note, not the end of
 * the assessment: the index before it stays in force.
 */
export async function buildCloneIndex(
  context: Omit<CompareContext, "threads">,
  input: IndexInput,
): Promise<void> {
  let writer: CloneIndexWriter | null = null;
  try {
    writer = context.clones.beginIndex(input.cacheFolder);
    write(writer, context, input);
    await writer.publish();
  } catch (error) {
    writer?.discard();
    if (context.signal.aborted) throw error;
    context.log.warn(`The clone index was not written: ${messageOf(error)}`);
  }
}

function write(
  writer: CloneIndexWriter,
  context: Omit<CompareContext, "threads">,
  input: IndexInput,
): void {
  const { comparison, repositories } = input;
  const numbering = numberFiles(comparison.corpus);
  const places = new PlaceList();
  const files = describeFiles({ writer, tokens: context.clones.tokens }, input, numbering, places);
  const entries = entriesOf(comparison.corpus, numbering);
  const parts = input.parts ?? Math.max(1, Math.ceil(entries.hashes.length / PART_ENTRIES));
  for (let part = 0; part < parts; part++) {
    context.signal.throwIfAborted();
    const lines = countLines(comparison.corpus, rangeOf(part, parts));
    writer.writePart(entries, lines, part, parts);
  }
  writer.writeFiles(files, {
    madeAt: new Date(context.clock.now()).toISOString(),
    parts,
    filesCount: numbering.files.length,
    linesCount: comparison.linesCount,
    fingerprintsCount: comparison.corpus.hashes.length,
    repositories: repositories.map(({ id, name, refs }) => ({ id, name, commit: refs.head ?? "" })),
    places: places.list,
  });
}

/** Files with tokens, in the order of the comparison: their numbers there, and the other way round. */
interface Numbering {
  readonly files: readonly number[];
  readonly numberOf: Uint32Array;
}

function numberFiles(corpus: Corpus): Numbering {
  const numberOf = new Uint32Array(corpus.filesCount).fill(NO_FILE);
  const files: number[] = [];
  for (let file = 0; file < corpus.filesCount; file++) {
    if (tokensCountOf(corpus, file) > 0) numberOf[file] = files.push(file) - 1;
  }
  return { files, numberOf };
}

interface Linking {
  readonly writer: CloneIndexWriter;
  readonly tokens: TokenShelves;
}

function describeFiles(
  linking: Linking,
  { comparison, placeOf }: IndexInput,
  { files, numberOf }: Numbering,
  places: PlaceList,
): IndexedFile[] {
  const nextTwins = chainTwins(comparison.corpus, numberOf);
  const described: IndexedFile[] = [];
  const firstOf = firstFiles(comparison);
  for (let from = 0; from < files.length;) {
    const source = comparison.files[files[from] ?? -1]?.source ?? -1;
    const kept = comparison.kept[source] ?? null;
    const store = openLinked(linking, source, kept);
    let at = from;
    for (; at < files.length && comparison.files[files[at] ?? -1]?.source === source; at++) {
      const file = files[at] ?? -1;
      const path = comparison.files[file]?.path ?? "";
      const slot = kept?.slots[file - (firstOf[source] ?? 0)] ?? -1;
      if (slot < 0 || slot >= store.size) throw new Error(`the tokens of ${path} were not kept`);
      described.push({
        path,
        repository: source,
        place: places.numberOf(placeOf(file)),
        record: store.placeOf(slot),
        nextTwin: nextTwins[file] ?? NO_FILE,
      });
    }
    store.close();
    from = at;
  }
  return described;
}

/** The store as it was read: another process may have replaced it since. */
function openLinked(
  { writer, tokens }: Linking,
  source: number,
  kept: KeptRecords | null,
): TokenReader {
  if (kept === null) throw new Error("the tokens of a repository were not kept");
  const store = tokens.tokensAt(writer.linkTokens(source, kept.path));
  if (store?.generation === kept.generation) return store;
  store?.close();
  throw new Error("another fulcrum works with the same cache, and writes the index");
}

/** Number of each source's first file. */
function firstFiles({ files }: IndexInput["comparison"]): number[] {
  const first: number[] = [];
  files.forEach(({ source }, file) => (first[source] ??= file));
  return first;
}

/** For each file (by its number in the comparison) the next with the same tokens (by its number in the index). */
function chainTwins(corpus: Corpus, numberOf: Uint32Array): Uint32Array {
  const next = new Uint32Array(corpus.filesCount).fill(NO_FILE);
  const last = new Map<number, number>();
  corpus.originalOf.forEach((original, file) => {
    if (original === file || numberOf[file] === NO_FILE) return;
    next[last.get(original) ?? original] = numberOf[file] ?? NO_FILE;
    last.set(original, file);
  });
  return next;
}

/** Fingerprints, and for each different file the hash of it as a whole. */
function entriesOf(corpus: Corpus, { files, numberOf }: Numbering): IndexEntries {
  const originals = files.filter((file) => corpus.originalOf[file] === file);
  const count = corpus.hashes.length;
  const hashes = new Uint32Array(count + originals.length);
  const numbers = new Uint32Array(hashes.length);
  const positions = new Uint32Array(hashes.length);
  hashes.set(corpus.hashes);
  positions.set(corpus.positions);
  for (let at = 0; at < count; at++) numbers[at] = numberOf[corpus.fileOf[at] ?? 0] ?? NO_FILE;
  originals.forEach((file, at) => {
    hashes[count + at] = wholeFileHash(corpus, file);
    numbers[count + at] = numberOf[file] ?? NO_FILE;
    positions[count + at] = WHOLE_FILE;
  });
  return { hashes, files: numbers, positions };
}

/** Components with their owners, each once. */
class PlaceList {
  readonly list: IndexedPlace[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf({ componentId, owners }: IndexedPlace): number {
    const key = [componentId ?? "", ...owners].join("\n");
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.list.push({ componentId, owners }) - 1;
    this.numbers.set(key, number);
    return number;
  }
}
