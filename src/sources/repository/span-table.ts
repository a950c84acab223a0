import type { Moment, Span } from "#evidence/moment.ts";

interface OpenSpan<Value> {
  value: Value;
  from: Moment;
  to: Moment | null;
}

/** Values by key over time: folds the versions of one file, oldest first, into spans. */
export class SpanTable<Meta, Value> {
  private readonly rows = new Map<string, { meta: Meta; spans: OpenSpan<Value>[] }>();
  private readonly open = new Set<string>();

  /** Takes up spans that an earlier reading left, the last of a row possibly open. */
  restore(key: string, meta: Meta, spans: readonly Span<Value>[]): void {
    this.rows.set(key, { meta, spans: spans.map((span) => ({ ...span })) });
    if (spans.at(-1)?.to === null) this.open.add(key);
  }

  /** From `moment` on exactly these keys hold; a key that is not named ends. The first mention of a key counts. */
  step(moment: Moment, entries: Iterable<readonly [key: string, meta: Meta, value: Value]>): void {
    const named = new Set<string>();
    for (const [key, meta, value] of entries) {
      if (named.has(key)) continue;
      named.add(key);
      this.set(moment, key, meta, value);
    }
    for (const key of this.open) if (!named.has(key)) this.end(moment, key);
  }

  set(moment: Moment, key: string, meta: Meta, value: Value): void {
    const row = this.rows.get(key);
    if (row === undefined) {
      this.rows.set(key, { meta, spans: [{ value, from: moment, to: null }] });
    } else {
      row.meta = meta;
      const last = row.spans.at(-1);
      if (last !== undefined && last.to === null) {
        if (last.value === value) return;
        last.to = moment;
      }
      row.spans.push({ value, from: moment, to: null });
    }
    this.open.add(key);
  }

  end(moment: Moment, key: string): void {
    const last = this.rows.get(key)?.spans.at(-1);
    if (last !== undefined) last.to = moment;
    this.open.delete(key);
  }

  /** The value that holds now, if any. */
  current(key: string): Value | undefined {
    const last = this.rows.get(key)?.spans.at(-1);
    return last?.to === null ? last.value : undefined;
  }

  endAll(moment: Moment): void {
    for (const key of this.open) this.end(moment, key);
  }

  list(): { key: string; meta: Meta; spans: readonly Span<Value>[] }[] {
    return [...this.rows].map(([key, row]) => ({ key, meta: row.meta, spans: row.spans }));
  }
}
