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

const longestWords = 60;

/**
 * A name that is safe in an address, for what has the id: words of its name in lower case, then six digits of its id, so that it
 * stays what it is whatever else is named alike.
 */
export function slugOf(id: string, name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestWords)
    .replace(/^-|-$/g, "");
  const end = digest(id).slice(0, 6);
  return words === "" ? end : `${words}-${end}`;
}
