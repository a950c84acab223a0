import type { GlobToken, SegmentPattern } from "./segment-glob.ts";

export interface IndexedPattern {
  readonly segments: readonly SegmentPattern[];
  /** Folders that every path it matches begins with, as far as the pattern spells them out. */
  readonly start: readonly string[];
}

interface Beginning {
  readonly places: number[];
  readonly inside: Map<string, Beginning>;
}

/** Shorter ends say too little to look rules up by. */
const fewestLetters = 3;

/**
 * Patterns by what a path must have for them to match: a name that ends or begins so, or the folders it begins with. Twenty thousand
 * rules are asked about as many paths as a monorepo has: only those that may match are tried.
 */
export class RuleIndex {
  private readonly root: Beginning = { places: [], inside: new Map() };
  private readonly ends = new Map<string, number[]>();
  private readonly heads = new Map<string, number[]>();
  private readonly lengths: { readonly ends: Set<number>; readonly heads: Set<number> };

  constructor(patterns: readonly IndexedPattern[]) {
    this.lengths = { ends: new Set(), heads: new Set() };
    for (const [place, pattern] of patterns.entries()) this.add(place, pattern);
  }

  /** Places of the patterns that may match a path, ascending. */
  candidates(names: readonly string[]): readonly number[] {
    const found = new Set<number>();
    const addAll = (places: readonly number[] | undefined): void => {
      for (const place of places ?? []) found.add(place);
    };
    let at: Beginning | undefined = this.root;
    addAll(at.places);
    for (const name of names) {
      at = at?.inside.get(name);
      if (at === undefined) break;
      addAll(at.places);
    }
    for (const name of names) {
      for (const length of this.lengths.ends)
        if (length <= name.length) addAll(this.ends.get(name.slice(name.length - length)));
      for (const length of this.lengths.heads)
        if (length <= name.length) addAll(this.heads.get(name.slice(0, length)));
    }
    return [...found].sort((a, b) => a - b);
  }

  private add(place: number, pattern: IndexedPattern): void {
    const { end, head } = handlesOf(pattern);
    if (end !== "") put(this.ends, this.lengths.ends, end, place);
    else if (head !== "") put(this.heads, this.lengths.heads, head, place);
    else this.begin(pattern.start).places.push(place);
  }

  private begin(start: readonly string[]): Beginning {
    let at = this.root;
    for (const name of start) {
      const next: Beginning = at.inside.get(name) ?? { places: [], inside: new Map() };
      at.inside.set(name, next);
      at = next;
    }
    return at;
  }
}

/** How the name ends or begins that a path must have; both empty: only the folders that it begins with tell. */
function handlesOf({ segments, start }: IndexedPattern): {
  readonly end: string;
  readonly head: string;
} {
  const globs = segments.filter((one) => one !== "**");
  // What is spelt out whole is told by its folders.
  if (start.length > 0 && start.length >= literalGlobs(globs)) return { end: "", head: "" };
  const end = longest(globs.map((tokens) => literalOf(tokens.toReversed()).reverse().join("")));
  if (end.length >= fewestLetters) return { end, head: "" };
  const head = longest(globs.map((tokens) => literalOf(tokens).join("")));
  return { end: "", head: head.length >= fewestLetters ? head : "" };
}

/** What the pattern is looked up by: rules with the same are all tried on each path that has it. */
export function handleOf(pattern: IndexedPattern): string {
  const { end, head } = handlesOf(pattern);
  return end === "" && head === "" ? pattern.start.join("/") : `*${end}${head}*`;
}

function literalOf(tokens: readonly GlobToken[]): string[] {
  const letters: string[] = [];
  for (const token of tokens) {
    if (token.kind !== "character") break;
    letters.push(token.character);
  }
  return letters;
}

/** Names in a pattern, but for a lone `*`, which asks for nothing. */
function literalGlobs(globs: readonly (readonly GlobToken[])[]): number {
  return globs.filter((tokens) => tokens.some(({ kind }) => kind !== "star")).length;
}

function longest(texts: readonly string[]): string {
  return texts.reduce((most, text) => (text.length > most.length ? text : most), "");
}

function put(
  index: Map<string, number[]>,
  lengths: Set<number>,
  text: string,
  place: number,
): void {
  lengths.add(text.length);
  const list = index.get(text);
  if (list === undefined) index.set(text, [place]);
  else list.push(place);
}
