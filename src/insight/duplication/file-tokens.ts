import type { LeftOut } from "./left-out.ts";

/**
 * Raise when the tokenizer, a language profile, the fingerprints or what is left out by content answers differently: kept
 * tokens are then made again. A test holds a sum of them against it.
 */
export const FILE_TOKENS_VERSION = 5;

/**
 * What the comparison takes from one file. Depends on nothing but the content and the language that the name gives
 * (`languageKeyOf`), so that it may be kept by blob id, for any path and any commit.
 */
export interface FileTokens {
  /** Whether the file takes part; `leftOut` says why not. */
  readonly isCompared: boolean;
  readonly codeLines: number;
  /** The whole file, or lines within it. */
  readonly leftOut: readonly { readonly reason: LeftOut["reason"]; readonly lines: number }[];
  /** As in `TokenShard`; empty where there is too little to compare. */
  readonly tokens: Uint16Array;
  readonly lineDeltas: Uint8Array;
  readonly hashes: Uint32Array;
  readonly positions: Uint32Array;
}
