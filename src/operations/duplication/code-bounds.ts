import { heapBytes, memoryBytes } from "#kernel/machine-memory.ts";

/** What the code of all sources together may take while it is compared. */
export interface CodeBounds {
  /** Of arrays: tokens, fingerprints, and what is made of them. */
  readonly bytes: number;
  /** Of objects: files with their paths. */
  readonly nameBytes: number;
}

/** What one source takes. */
export type CodeAmount = CodeBounds;

/**
 * Measured: a token of code takes up to 20 bytes. Of honest code one token in nine begins a fingerprint; text that was written for
 * it has one at each, and each takes up to 90 with its pairs.
 */
const bytesPerToken = 20;
const bytesPerFingerprint = 90;
/** A path, its entry in lists, and what tells files with the same tokens. */
const bytesPerFile = 300;
const shareOfMemory = 0.75;
const shareOfHeap = 0.25;

/** By what this process may use. */
export function usualBounds(): CodeBounds {
  return {
    bytes: Math.floor(memoryBytes() * shareOfMemory),
    nameBytes: Math.floor(heapBytes() * shareOfHeap),
  };
}

export function bytesOfTokens(tokens: number, fingerprints: number): number {
  return tokens * bytesPerToken + fingerprints * bytesPerFingerprint;
}

export function bytesOfNames(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + path.length, paths.length * bytesPerFile);
}

/** Said of a source whose code is beyond what may be compared. */
export const tooMuchCode = "more code than memory allows to compare";
export const tooManyNames = "more files, or longer names of files, than memory allows to compare";
