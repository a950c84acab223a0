const mostKinds = 200;

/** What was passed over, in words, with how often. */
export class PassedOver {
  readonly counts = new Map<string, number>();

  add(what: string, count = 1): void {
    if (this.counts.size < mostKinds || this.counts.has(what))
      this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }

  /** The entries of a list, the first `most`; none, and a word of it, where something else stands there. */
  list(value: unknown, what: string, most: number): readonly unknown[] {
    if (value === undefined || value === null || value === "") return [];
    if (!Array.isArray(value)) {
      this.add(`${what} that are no list`);
      return [];
    }
    const entries: readonly unknown[] = value;
    if (entries.length > most)
      this.add(`${what} after the first ${String(most)}`, entries.length - most);
    return entries.slice(0, most);
  }
}
