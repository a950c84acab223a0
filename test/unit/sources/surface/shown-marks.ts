import { expect } from "vitest";
import type { FileSource, TreeSource } from "#evidence/source.ts";

/** Marks of one file as `mark: text`, with the count where it is not one; the source has to want the file at HEAD. */
export function marksOf(source: FileSource, path: string, ...lines: readonly string[]): string[] {
  expect(source.detect(path)).toBe("head");
  return shown(source.read({ path, text: lines.join("\n") }).surface ?? []);
}

/** Marks of a list of paths as `folder mark: text`. */
export function treeOf(source: TreeSource, ...paths: readonly string[]): string[] {
  return [...source.readTree(paths)].flatMap(([folder, { surface = [] }]) =>
    shown(surface).map((each) => `${folder} ${each}`),
  );
}

function shown(
  surface: readonly { readonly mark: string; readonly text: string; readonly count: number }[],
): string[] {
  return surface.map(
    ({ mark, text, count }) => `${mark}: ${text}${count === 1 ? "" : ` ×${count}`}`,
  );
}
