import type { FileSource } from "#evidence/source.ts";

/** What tells most files apart at no cost: see `FileSource.endings`. */
export function endingOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf(".")) + 1).toLowerCase();
}

/** Which sources have to be asked about a path: of more than a hundred mostly a few. */
export class SourcesByEnding {
  private readonly byEnding = new Map<string, readonly FileSource[]>();
  private readonly ofAny: readonly FileSource[];

  constructor(sources: readonly FileSource[]) {
    this.ofAny = sources.filter(({ endings }) => endings === undefined);
    for (const ending of new Set(sources.flatMap(({ endings = [] }) => endings)))
      this.byEnding.set(
        ending,
        sources.filter(({ endings }) => endings === undefined || endings.includes(ending)),
      );
  }

  /** In the order in which they were given. */
  of(path: string): readonly FileSource[] {
    return this.byEnding.get(endingOf(path)) ?? this.ofAny;
  }
}
