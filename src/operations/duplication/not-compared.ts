import { GRAM_TOKENS } from "#insight/duplication/fingerprint.ts";
import type { FileTokens } from "#insight/duplication/file-tokens.ts";

/** Why nothing can be found for a file; null where something can. */
export function reasonNotCompared(file: FileTokens, bytes: number): string | null {
  if (bytes === 0) return "empty";
  if (!file.isCompared) return file.leftOut[0]?.reason ?? "unknown-language";
  return file.tokens.length < GRAM_TOKENS ? "too-short" : null;
}
