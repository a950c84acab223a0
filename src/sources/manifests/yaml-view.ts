import type { CollectedFacts } from "./collected-facts.ts";
import { parseGeneralYaml } from "./yaml-general.ts";
import type { YamlNode } from "./yaml-node.ts";
import { readSimpleYaml } from "./yaml-subset.ts";

const mostVisits = 200_000;
const deepestMerge = 8;
/** So many are found faster one by one. */
const fewKeys = 16;

/** Aliases are followed, never expanded; the budget stops a file whose aliases multiply. */
interface Context {
  budget: number;
}

type Entry = readonly [key: string, value: YamlView];

/** A node of a YAML document with its line. Aliases and merge keys are seen through; every scalar is text. */
export class YamlView {
  readonly #node: YamlNode;
  readonly #context: Context;
  #entries: readonly Entry[] | undefined;
  #byKey: ReadonlyMap<string, YamlView> | undefined;
  #items: readonly YamlView[] | undefined;

  constructor(node: YamlNode, context: Context) {
    this.#node = node;
    this.#context = context;
    context.budget -= 1;
    if (context.budget < 0) throw new Error("YAML too large once its aliases are followed");
  }

  /** 1-based. */
  get line(): number {
    return this.#node.line;
  }

  get text(): string | null {
    return this.#node.text;
  }

  /** The comment on the same line as a scalar: `uses: acme/bake@0ff1ce # v2.1.0`. */
  get comment(): string | null {
    return this.#node.comment;
  }

  get isMap(): boolean {
    return this.#node.kind === "map";
  }

  /** Own keys, those without a value included. */
  keys(): readonly string[] {
    return this.#node.pairs.flatMap(([key]) => (key === null ? [] : [key]));
  }

  get(key: string): YamlView | null {
    const entries = this.entries();
    if (entries.length <= fewKeys) {
      for (const [name, view] of entries) if (name === key) return view;
      return null;
    }
    // Readers ask for each of thousands of keys; of equal ones the first counts.
    this.#byKey ??= new Map(entries.toReversed());
    return this.#byKey.get(key) ?? null;
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
    const own: Entry[] = [];
    const merged: Entry[] = [];
    for (const [name, value] of this.#node.pairs) {
      if (name === null || value === null) continue;
      const view = new YamlView(value, this.#context);
      if (name !== "<<") own.push([name, view]);
      else if (depth < deepestMerge)
        for (const part of view.isMap ? [view] : view.items())
          for (const each of part.#readEntries(depth + 1)) merged.push(each);
    }
    if (merged.length === 0) return own;
    const names = new Set(own.map(([name]) => name));
    return [...own, ...merged.filter(([name]) => !names.has(name))];
  }

  items(): readonly YamlView[] {
    this.#items ??= this.#node.items.flatMap((item) =>
      item === null ? [] : [new YamlView(item, this.#context)],
    );
    return this.#items;
  }

  /** A list, or a single value where the format lets one stand for a list of one. */
  itemsOrSelf(): readonly YamlView[] {
    return this.#node.kind === "list" ? this.items() : [this];
  }
}

/** What the parser complained of, to be said to everyone who asks. */
type Complaint = Parameters<CollectedFacts["problem"]>;

interface ReadText {
  readonly text: string;
  readonly nodes: readonly YamlNode[];
  readonly complaints: readonly Complaint[];
}

/** Several sources look at one file, one after the other: the text read last. */
let last: ReadText = { text: "", nodes: [], complaints: [] };

/** The documents of a YAML text. What the parser complains of becomes problems; what it still understood is returned. */
export function readYaml(text: string, facts: CollectedFacts): readonly YamlView[] {
  if (text !== last.text || text === "") last = readText(text);
  for (const complaint of last.complaints) facts.problem(...complaint);
  return last.nodes.map((node) => new YamlView(node, { budget: mostVisits }));
}

function readText(text: string): ReadText {
  const complaints: Complaint[] = [];
  const nodes =
    readSimpleYaml(text) ??
    parseGeneralYaml(text, { problem: (...complaint) => void complaints.push(complaint) });
  return { text, nodes, complaints };
}
