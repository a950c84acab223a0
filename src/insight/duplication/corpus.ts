import { LONG_DELTA } from "./tokenize/tokenizer.ts";
import type { TokenShard } from "./token-shard.ts";

/**
 * All files to compare. A file's number is its place in the caller's canonical order, so that results depend neither
 * on the order of reading nor on the number of workers. Files without tokens keep their number.
 */
export interface Corpus {
  readonly filesCount: number;
  /** Without their fingerprints, which are gathered below. */
  readonly shards: readonly TokenShard[];
  readonly shardOf: Uint32Array;
  /** Place within its shard. */
  readonly slotOf: Uint32Array;
  /** The lowest number among files with the same tokens; only that one has fingerprints. */
  readonly originalOf: Uint32Array;
  /** In order of files, then of positions. */
  readonly hashes: Uint32Array;
  readonly positions: Uint32Array;
  readonly fileOf: Uint32Array;
  /** Start of each file's fingerprints, and the end of all. */
  readonly fingerprintStarts: Uint32Array;
}

const NO_SHARD = 0xffffffff;
const empty = new Uint32Array(0);

export function sharedWords(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

export function assembleCorpus(shards: readonly TokenShard[], filesCount: number): Corpus {
  const shardOf = sharedWords(filesCount).fill(NO_SHARD);
  const slotOf = sharedWords(filesCount);
  shards.forEach((shard, index) => {
    shard.fileIds.forEach((file, slot) => {
      shardOf[file] = index;
      slotOf[file] = slot;
    });
  });
  const originalOf = findOriginals(shards, shardOf, slotOf, filesCount);
  const fingerprintStarts = sharedWords(filesCount + 1);
  let total = 0;
  const rangeOf = (file: number): [number, number] => {
    const shard = shards[shardOf[file]!]!;
    const slot = slotOf[file]!;
    return [slot === 0 ? 0 : shard.fingerprintEnds[slot - 1]!, shard.fingerprintEnds[slot]!];
  };
  for (let file = 0; file < filesCount; file++) {
    fingerprintStarts[file] = total;
    if (shardOf[file] === NO_SHARD || originalOf[file] !== file) continue;
    const [from, to] = rangeOf(file);
    total += to - from;
  }
  fingerprintStarts[filesCount] = total;
  const hashes = sharedWords(total);
  const positions = sharedWords(total);
  const fileOf = sharedWords(total);
  for (let file = 0; file < filesCount; file++) {
    const at = fingerprintStarts[file]!;
    const end = fingerprintStarts[file + 1]!;
    if (at === end) continue;
    const shard = shards[shardOf[file]!]!;
    const [from, to] = rangeOf(file);
    hashes.set(shard.hashes.subarray(from, to), at);
    positions.set(shard.positions.subarray(from, to), at);
    fileOf.fill(file, at, end);
  }
  return {
    filesCount,
    shards: shards.map((shard) => ({ ...shard, hashes: empty, positions: empty })),
    shardOf,
    slotOf,
    originalOf,
    hashes,
    positions,
    fileOf,
    fingerprintStarts,
  };
}

/** Files with the same tokens as another, by the first of them. */
export function twinsOf({ originalOf }: Corpus): Map<number, number[]> {
  const twins = new Map<number, number[]>();
  originalOf.forEach((original, file) => {
    if (original === file) return;
    const files = twins.get(original);
    if (files === undefined) twins.set(original, [file]);
    else files.push(file);
  });
  return twins;
}

function findOriginals(
  shards: readonly TokenShard[],
  shardOf: Uint32Array,
  slotOf: Uint32Array,
  filesCount: number,
): Uint32Array {
  const originalOf = sharedWords(filesCount);
  const firstByDigest = new Map<number, number>();
  for (let file = 0; file < filesCount; file++) {
    originalOf[file] = file;
    if (shardOf[file] === NO_SHARD) continue;
    const digest = digestAt(shards[shardOf[file]!]!, slotOf[file]!);
    const first = firstByDigest.get(digest);
    if (first === undefined) firstByDigest.set(digest, file);
    else originalOf[file] = first;
  }
  return originalOf;
}

/** 21 bits of one hash above 32 of the other: as much as a number holds exactly. */
function digestAt({ digests }: TokenShard, slot: number): number {
  return (digests[slot * 2 + 1]! & 0x1fffff) * 0x100000000 + digests[slot * 2]!;
}

/** A number that only files with the same tokens have in common. */
export function digestsOf({ shards, shardOf, slotOf, filesCount }: Corpus): Float64Array {
  const digests = new Float64Array(filesCount);
  for (let file = 0; file < filesCount; file++) {
    const shard = shards[shardOf[file]!];
    if (shard !== undefined) digests[file] = digestAt(shard, slotOf[file]!);
  }
  return digests;
}

export function tokensOf(corpus: Corpus, file: number): Uint16Array {
  const shard = corpus.shards[corpus.shardOf[file]!];
  if (shard === undefined) return new Uint16Array(0);
  const slot = corpus.slotOf[file]!;
  return shard.tokens.subarray(slot === 0 ? 0 : shard.tokenEnds[slot - 1], shard.tokenEnds[slot]);
}

export function tokensCountOf({ shards, shardOf, slotOf }: Corpus, file: number): number {
  const shard = shards[shardOf[file]!];
  if (shard === undefined) return 0;
  const slot = slotOf[file]!;
  return shard.tokenEnds[slot]! - (slot === 0 ? 0 : shard.tokenEnds[slot - 1]!);
}

/** 1-based line of every line with code, in order: entry n belongs to the n-th token marked LINE_START. */
export function codeLinesOf(corpus: Corpus, file: number): Uint32Array {
  const shard = corpus.shards[corpus.shardOf[file]!];
  if (shard === undefined) return empty;
  const slot = corpus.slotOf[file]!;
  const from = slot === 0 ? 0 : shard.deltaEnds[slot - 1]!;
  const to = shard.deltaEnds[slot]!;
  const lines = new Uint32Array(to - from);
  let count = 0;
  let line = 0;
  for (let i = from; i < to; i++) {
    const delta = shard.lineDeltas[i]!;
    line += delta;
    if (delta !== LONG_DELTA) lines[count++] = line;
  }
  return lines.subarray(0, count);
}
