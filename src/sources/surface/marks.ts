import type { SurfaceMark } from "#evidence/surface-mark.ts";

type Mark = SurfaceMark["mark"];

/** Counts the signs of one file or folder: one mark for each kind and literal sign. */
export class MarkCounter {
  readonly #counts = new Map<
    string,
    { mark: Mark; text: string; count: number; folder?: string }
  >();

  /** `folder`: see `SurfaceMark.folder`. */
  add(mark: Mark, text: string, count = 1, folder?: string): void {
    if (count < 1) return;
    const key = `${mark}\n${text}\n${folder ?? ""}`;
    const before = this.#counts.get(key);
    if (before !== undefined) before.count += count;
    else
      this.#counts.set(key, {
        mark,
        text: text.slice(0, 160),
        count,
        ...(folder === undefined ? {} : { folder }),
      });
  }

  marks(): readonly SurfaceMark[] {
    return [...this.#counts.values()];
  }
}

/** Number of matches of a global pattern. */
export function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
