import { firstPlaceholder, hasPlaceholder, readablePurl } from "#evidence/placeholders.ts";
import type { Moment, Span } from "#evidence/moment.ts";
import type { DefinitionHistory } from "#evidence/repository-evidence.ts";

/** What a name stands for where a file asks for it: the rows that hold at any time, the nearest definition first. */
export type Lookup = (name: string) => readonly DefinitionHistory[];

/** A stretch of time: `to` is null while it lasts. */
export interface Stretch {
  readonly from: Moment;
  readonly to: Moment | null;
}

/** Definitions that lead to each other in a circle end here. */
const deepest = 12;
/** No name or version is longer; a value that is put in many times may be a megabyte. */
const longest = 4_000;
/** One text may go through many values over the years; a hostile one through any number. */
const mostPieces = 400;

/**
 * A text with `${name}` over a stretch of time, in pieces in which what it stands for stays the same, oldest first. Null
 * where a name is not known at that time, or leads in a circle. `encode` is applied to what is put in.
 */
export function expandOver(
  template: string,
  stretch: Stretch,
  lookup: Lookup,
  encode: (value: string) => string = (value) => value,
): Span<string | null>[] {
  const pieces: Span<string | null>[] = [];
  expandInto(pieces, { template, stretch, lookup, encode, depth: 0 });
  return pieces;
}

/** Ecosystems whose names are equal whatever their case, as purls have them. */
const withoutCase = /^pkg:(?:nuget|pypi|golang)\//;

/** As `expandOver`, for a purl: what is put in is percent-encoded, slashes kept. */
export function expandPurlOver(
  purl: string,
  stretch: Stretch,
  lookup: Lookup,
): Span<string | null>[] {
  const pieces = expandOver(readablePurl(purl), stretch, lookup, (value) =>
    value.split("/").map(encodeURIComponent).join("/"),
  );
  if (!withoutCase.test(purl)) return pieces;
  return pieces.map(({ value, ...time }) => ({ ...time, value: value && inLowerCase(value) }));
}

function inLowerCase(purl: string): string {
  return purl.toLowerCase().replace(/%[\da-f]{2}/g, (code) => code.toUpperCase());
}

interface Expansion {
  readonly template: string;
  readonly stretch: Stretch;
  readonly lookup: Lookup;
  readonly encode: (value: string) => string;
  readonly depth: number;
}

function expandInto(pieces: Span<string | null>[], expansion: Expansion): void {
  const { template, stretch, lookup, encode, depth } = expansion;
  const found = hasPlaceholder(template) ? firstPlaceholder(template) : null;
  if (found === null) {
    add(pieces, { value: template, from: stretch.from, to: stretch.to });
    return;
  }
  if (depth === deepest || pieces.length >= mostPieces) {
    add(pieces, { value: null, from: stretch.from, to: stretch.to });
    return;
  }
  for (const part of partsOf(lookup(found.name), stretch)) {
    const { row, value, from, to } = part;
    const put = value.length > longest || hasPlaceholder(value) ? value : encode(value);
    if (row === null || put.length + template.length > longest)
      add(pieces, { value: null, from, to });
    else {
      const text = template.slice(0, found.start) + put + template.slice(found.end);
      if (hasPlaceholder(text))
        expandInto(pieces, {
          template: text,
          stretch: { from, to },
          lookup,
          encode,
          depth: depth + 1,
        });
      else add(pieces, { value: text, from, to });
    }
  }
}

/** Parts of a stretch by the definition that holds; `row` is null where none does. */
export function partsOf(
  rows: readonly DefinitionHistory[],
  stretch: Stretch,
): (Stretch & { readonly row: DefinitionHistory | null; readonly value: string })[] {
  const parts: (Stretch & { readonly row: DefinitionHistory | null; readonly value: string })[] =
    [];
  let open: Stretch[] = [stretch];
  for (const row of rows) {
    for (const span of row.spans) {
      if (isApart(span, stretch)) continue;
      const rest: Stretch[] = [];
      for (const one of open) {
        const part = overlap(one, span);
        if (part === null) {
          rest.push(one);
          continue;
        }
        const { from, to } = part;
        parts.push({ row, value: span.value, from, to });
        if (one.from.at < from.at) rest.push({ from: one.from, to: from });
        if (to !== null && (one.to === null || to.at < one.to.at))
          rest.push({ from: to, to: one.to });
      }
      open = rest;
      if (open.length === 0) break;
    }
  }
  for (const { from, to } of open) parts.push({ row: null, value: "", from, to });
  return parts.length < 2 ? parts : parts.sort((a, b) => a.from.at - b.from.at);
}

/** Adds a piece, joined to the one before where that says the same. */
function add(pieces: Span<string | null>[], piece: Span<string | null>): void {
  const last = pieces.at(-1);
  if (last?.value === piece.value && last.to !== null && last.to.at === piece.from.at)
    pieces[pieces.length - 1] = { value: last.value, from: last.from, to: piece.to };
  else pieces.push(piece);
}

/** Most values over the years lie before or after what is asked for: this costs nothing. */
function isApart(a: Stretch, b: Stretch): boolean {
  return (a.to !== null && a.to.at <= b.from.at) || (b.to !== null && b.to.at <= a.from.at);
}

/** The time that two stretches share; null where they share none. */
export function overlap(a: Stretch, b: Stretch): Stretch | null {
  const from = b.from.at > a.from.at ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to.at < a.to.at) ? b.to : a.to;
  return to !== null && to.at <= from.at ? null : { from, to };
}
