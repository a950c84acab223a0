import { expect } from "vitest";
import type { FileSource } from "#evidence/source.ts";

/** What a source says of one file at HEAD, sorted: `mark text`, with the folder in front where it is about another. */
export function marksOf(source: FileSource, path: string, text: string): readonly string[] {
  expect(source.detect(path)).toBe("head");
  const { surface = [] } = source.read({ path, text });
  return surface
    .map(
      ({ mark, text: sign, folder }) =>
        `${folder === undefined ? "" : `${folder}: `}${mark} ${sign}`,
    )
    .toSorted();
}
