import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  type Node,
} from "yaml";
import type { CollectedFacts } from "./collected-facts.ts";

const mostVisits = 200_000;
const deepestMerge = 8;
/** `&name` where YAML reads an anchor, unlike the `&&` of scripts. */
const anchor = /(?:^|[\s[{,])&[^\s&,[\]{}]/m;

interface Context {
  readonly lines: LineCounter;
  readonly anchors: ReadonlyMap<string, Node>;
  /** Aliases are followed, never expanded; the budget stops a file whose aliases multiply. */
  budget: number;
}

type Entry = readonly [key: string, value: YamlView];

/** A node of a YAML document with its line. Aliases and merge keys are seen through; every scalar is text. */
export class YamlView {
  readonly #node: Node;
  readonly #context: Context;
  #entries: readonly Entry[] | undefined;

  constructor(node: Node, context: Context) {
    this.#node = node;
    this.#context = context;
    context.budget -= 1;
    if (context.budget < 0) throw new Error("YAML too large once its aliases are followed");
  }

  /** 1-based. */
  get line(): number {
    return Math.max(1, this.#context.lines.linePos(this.#node.range?.[0] ?? 0).line);
  }

  get text(): string | null {
    return isScalar(this.#node) && typeof this.#node.value === "string" ? this.#node.value : null;
  }

  /** The comment on the same line: `uses: acme/bake@0ff1ce # v2.1.0`. */
  get comment(): string | null {
    return this.#node.comment?.trim() ?? null;
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  /** Own keys, those without a value included. */
  keys(): readonly string[] {
    if (!isMap(this.#node)) return [];
    return this.#node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
  }

  get(key: string): YamlView | null {
    for (const [name, view] of this.entries()) if (name === key) return view;
    return null;
  }

  /** The text at a path of keys. */
  textAt(key: string, ...rest: readonly string[]): string | null {
    const view = this.get(key);
    const [next, ...others] = rest;
    if (view === null || next === undefined) return view?.text ?? null;
    return view.textAt(next, ...others);
  }

  /** Keys with a value, in the order of the file, merged ones last. */
  entries(): readonly Entry[] {
    this.#entries ??= this.#readEntries(0);
    return this.#entries;
  }

  #readEntries(depth: number): readonly Entry[] {
    if (!isMap(this.#node)) return [];
    const own: Entry[] = [];
    const merged: Entry[] = [];
    for (const { key, value } of this.#node.items) {
      const name = isScalar(key) ? String(key.value) : null;
      const view = this.#follow(value);
      if (name === null || view === null) continue;
      if (name !== "<<") own.push([name, view]);
      else if (depth < deepestMerge)
        for (const part of view.isMap ? [view] : view.items())
          merged.push(...part.#readEntries(depth + 1));
    }
    if (merged.length === 0) return own;
    const names = new Set(own.map(([name]) => name));
    return [...own, ...merged.filter(([name]) => !names.has(name))];
  }

  items(): readonly YamlView[] {
    if (!isSeq(this.#node)) return [];
    return this.#node.items
      .map((item) => this.#follow(item))
      .filter((item): item is YamlView => item !== null);
  }

  /** A list, or a single value where the format lets one stand for a list of one. */
  itemsOrSelf(): readonly YamlView[] {
    return isSeq(this.#node) ? this.items() : [this];
  }

  #follow(value: unknown): YamlView | null {
    const target = isAlias(value) ? this.#context.anchors.get(value.source) : value;
    return isNode(target) && !isAlias(target) ? new YamlView(target, this.#context) : null;
  }
}

/** The documents of a YAML text. What the parser complains of becomes problems; what it still understood is returned. */
export function readYaml(text: string, facts: CollectedFacts): readonly YamlView[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    // Versions stay as written ("1.10"), and YAML 1.1's `on: true` never appears.
    schema: "failsafe",
    // The library's check compares every pair of keys.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    strict: false,
    lineCounter: lines,
  });
  if (!Array.isArray(documents)) return [];
  const views: YamlView[] = [];
  for (const document of documents) {
    const error = document.errors[0];
    if (error !== undefined)
      facts.problem(
        "invalid",
        `YAML: ${error.message}`,
        Math.max(1, lines.linePos(error.pos[0]).line),
      );
    if (document.contents === null) continue;
    const anchors = new Map<string, Node>();
    if (anchor.test(text))
      visit(document, {
        Node: (_key, node) => {
          if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
        },
      });
    views.push(new YamlView(document.contents, { lines, anchors, budget: mostVisits }));
  }
  return views;
}
