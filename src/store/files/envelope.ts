import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";

const magic = "fulcrum-cache 1\n";
const digestLength = 32;

/** Value and key in one block: magic, SHA-256 of the rest, then the value as V8 writes it. */
export function seal(key: string, value: unknown): Buffer {
  const body = serialize({ key, value });
  const checksum = createHash("sha256").update(body).digest();
  return Buffer.concat([Buffer.from(magic), checksum, body]);
}

/** The value, when the block is whole and made for `key`; null when it is foreign, torn or of another key. */
export function unseal(key: string, block: Buffer): { readonly value: unknown } | null {
  const start = magic.length + digestLength;
  if (block.length < start || block.toString("latin1", 0, magic.length) !== magic) return null;
  const body = block.subarray(start);
  const checksum = createHash("sha256").update(body).digest();
  if (!checksum.equals(block.subarray(magic.length, start))) return null;
  try {
    const content: unknown = deserialize(body);
    if (
      typeof content !== "object" ||
      content === null ||
      !("key" in content) ||
      !("value" in content)
    )
      return null;
    return content.key === key ? { value: content.value } : null;
  } catch {
    return null; // written by a V8 that this one cannot read: as good as absent, it is made again
  }
}
