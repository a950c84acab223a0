import type { Moment, Span } from "#evidence/moment.ts";

export interface Use {
  readonly from: Moment;
  readonly to: Moment | null;
}

const secondsPerDay = 86_400;
/** A use that stops and starts again within this many days is one use (insights §1). */
export const continuationDays = 90;

/** Spans as they were at `asOf`: later ones are dropped, later ends are open. */
export function cutAt<Value>(spans: readonly Span<Value>[], asOf: number): Span<Value>[] {
  return spans
    .filter((span) => span.from.at < asOf)
    .map((span) => (span.to !== null && span.to.at >= asOf ? { ...span, to: null } : span));
}

/** Joins spans that overlap or follow each other within `gapDays`, oldest first. */
export function joinUses(spans: readonly Use[], gapDays = continuationDays): Use[] {
  const sorted = spans.toSorted((a, b) => a.from.at - b.from.at);
  const joined: { from: Moment; to: Moment | null }[] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (
      last === undefined ||
      (last.to !== null && from.at - last.to.at > gapDays * secondsPerDay)
    ) {
      joined.push({ from, to });
    } else if (last.to !== null && (to === null || to.at > last.to.at)) {
      last.to = to;
    }
  }
  return joined;
}

/** The part of `spans` inside [from, to), values kept. */
export function within<Value>(
  spans: readonly Span<Value>[],
  from: number,
  to: number | null,
): { readonly value: Value; readonly from: number; readonly to: number | null }[] {
  const parts: { value: Value; from: number; to: number | null }[] = [];
  for (const span of spans) {
    const start = Math.max(span.from.at, from);
    const end = minimum(span.to?.at ?? null, to);
    if (end !== null && end <= start) continue;
    const last = parts.at(-1);
    if (last !== undefined && last.value === span.value && last.to === start) last.to = end;
    else parts.push({ value: span.value, from: start, to: end });
  }
  return parts;
}

function minimum(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
