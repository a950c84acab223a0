/** Files that a tree must have had before the loss of nearly all means anything; what may be left (uncalibrated). */
const fewestFiles = 100;
const mostKept = 0.1;

/** How many files each commit added to the tree and took from it, newest first. */
export class TreeSizes {
  private readonly growth: number[] = [];

  commit(): void {
    this.growth.push(0);
  }

  change(wasThere: boolean, isThere: boolean): void {
    if (wasThere === isThere || this.growth.length === 0) return;
    this.growth[this.growth.length - 1]! += isThere ? 1 : -1;
  }

  /**
   * Position (oldest = 0) of the last commit that left no more than a tenth of the tree: who cuts a repository out of another
   * begins so. Null where none did. `filesBefore`: how many there were before the oldest commit.
   */
  freshStart(filesBefore: number): number | null {
    let found: number | null = null;
    let size = filesBefore;
    for (let back = this.growth.length - 1; back >= 0; back--) {
      const before = size;
      size += this.growth[back] ?? 0;
      const isCut = before >= fewestFiles && size > 0 && size <= before * mostKept;
      if (isCut) found = this.growth.length - 1 - back;
    }
    return found;
  }
}
