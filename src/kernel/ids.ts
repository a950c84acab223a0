import { createHash, createHmac } from "node:crypto";

/** 16 hexadecimal digits of SHA-256 over the parts: equal facts get equal ids, on every machine. */
export function digest(...parts: readonly (string | number | null)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part === null ? "\u0000" : String(part)).update("\u0001");
  return hash.digest("hex").slice(0, 16);
}

/** Keyed hash of an address: the same person within one key, nobody without it. */
export function pseudonym(key: string, address: string): string {
  return createHmac("sha256", key).update(address.trim().toLowerCase()).digest("hex").slice(0, 16);
}
