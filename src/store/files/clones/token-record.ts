import type { DamagedFile } from "#kernel/damaged-file.ts";
import type { RecordArrays, RecordPlace } from "#ports/clone-store.ts";
import { continueSum } from "../section-format.ts";

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
