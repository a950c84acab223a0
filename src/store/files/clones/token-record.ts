import type { FileTokens } from "#insight/duplication/file-tokens.ts";
import type { DamagedFile } from "../section-file.ts";
import { continueSum } from "../section-format.ts";

/** Where the tokens of one file lie in the section `records` of a token file, and how many there are of each kind. */
export interface RecordPlace {
  readonly offset: number;
  readonly tokens: number;
  readonly lineDeltas: number;
  readonly fingerprints: number;
  readonly checksum: number;
}

export type RecordArrays = Pick<FileTokens, "tokens" | "lineDeltas" | "hashes" | "positions">;

/** Records begin at multiples of this. */
export const RECORD_ALIGNMENT = 4;

/** hashes, positions, tokens, line deltas: the widest numbers first, so that each begins where it may. */
export function bytesOfRecord({ tokens, lineDeltas, fingerprints }: RecordPlace): number {
  return fingerprints * 8 + tokens * 2 + lineDeltas;
}

export function partsOfRecord(file: RecordArrays): ArrayBufferView[] {
  return [file.hashes, file.positions, file.tokens, file.lineDeltas];
}

export function checksumOfRecord(file: RecordArrays): number {
  return partsOfRecord(file).reduce(continueSum, 0);
}

/** Views of a record's bytes; throws where they are not what was written. */
export function viewRecord(
  bytes: Uint8Array,
  place: RecordPlace,
  damaged: (what: string) => DamagedFile,
): RecordArrays {
  const { tokens, lineDeltas, fingerprints } = place;
  if (continueSum(0, bytes) !== place.checksum) throw damaged("the sum of a record is wrong");
  const at = bytes.byteOffset;
  const { buffer } = bytes;
  return {
    hashes: new Uint32Array(buffer, at, fingerprints),
    positions: new Uint32Array(buffer, at + fingerprints * 4, fingerprints),
    tokens: new Uint16Array(buffer, at + fingerprints * 8, tokens),
    lineDeltas: new Uint8Array(buffer, at + fingerprints * 8 + tokens * 2, lineDeltas),
  };
}
