export interface DecodedText {
  readonly text: string;
  /** The encoding where it is not UTF-8 (with or without a mark). */
  readonly encoding: "utf-16le" | "utf-16be" | "windows-1252" | null;
}

/**
 * The text of a file that a spreadsheet or a form exported: UTF-16 by its byte-order mark or by the zero bytes beside its first
 * letters, UTF-8 otherwise; what is no UTF-8 is Windows-1252, of which every byte is a letter. Marks are left out.
 */
export function decodedText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== null) return { text: decode(bytes, wide), encoding: wide };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: null };
  } catch {
    // Told by `encoding`.
    return { text: decode(bytes, "windows-1252"), encoding: "windows-1252" };
  }
}

/** Whether the first bytes are those of UTF-16, and which of the two it is. */
export function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [one, two, three, four] = bytes;
  if (one === 0xff && two === 0xfe) return "utf-16le";
  if (one === 0xfe && two === 0xff) return "utf-16be";
  if (one === undefined || four === undefined) return null;
  if (one !== 0 && two === 0 && three !== 0 && four === 0) return "utf-16le";
  return one === 0 && two !== 0 && three === 0 && four !== 0 ? "utf-16be" : null;
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

const containers: readonly (readonly [start: readonly number[], name: string])[] = [
  [[0x1f, 0x8b], "packed (gzip)"],
  [[0x50, 0x4b, 0x03, 0x04], "packed (zip), as spreadsheets (xlsx) are"],
  [[0x28, 0xb5, 0x2f, 0xfd], "packed (zstd)"],
  [[0x42, 0x5a, 0x68], "packed (bzip2)"],
  [[0xfd, 0x37, 0x7a, 0x58], "packed (xz)"],
  [[0x50, 0x41, 0x52, 0x31], "in Parquet"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old spreadsheet (xls)"],
  [[0x53, 0x51, 0x4c, 0x69], "a database (SQLite)"],
];

/** What a file is that holds no text, by its first four bytes: `packed (gzip)`; null: it may be text. */
export function noTextKind(bytes: Uint8Array): string | null {
  return (
    containers.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1] ?? null
  );
}
