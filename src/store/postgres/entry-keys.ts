import { keysOf } from "#contract/keys.ts";
import { digest } from "#kernel/ids.ts";

/** What a record of a list is found by: the digest of its own key, which those share that are counted (`v1`, `v1#2`). */
export function digestOf(record: unknown): string {
  return digest(...keysOf([record]));
}

/** Digests that the record may have which references call so. */
export function digestsFor(entry: string): readonly string[] {
  return [digest(entry), digest(entry.replace(/#\d+$/, ""))];
}
