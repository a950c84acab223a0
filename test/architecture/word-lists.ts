import { parseSync } from "oxc-parser";

/** A union of string literals, or an array of nothing else: a closed list of words. */
export interface WordList {
  readonly path: string;
  readonly line: number;
  readonly words: readonly string[];
  readonly isUnion: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly types?: readonly unknown[];
  readonly elements?: readonly unknown[];
  readonly literal?: { readonly value?: unknown };
  readonly value?: unknown;
  readonly typeName?: { readonly name?: string };
}

/** Every list of two words or more in the text of a module; members of a union that are no words (`| null`) are left out. */
export function findWordLists(path: string, text: string): WordList[] {
  const found: WordList[] = [];
  const keep = (node: Node, words: readonly string[]): void => {
    if (words.length < 2) return;
    const line = text.slice(0, node.start).split("\n").length;
    found.push({ path, line, words, isUnion: node.type === "TSUnionType" });
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    // `Pick<Order, "day" | "price">` names properties.
    if (isNode(value) && value.type === "TSTypeReference" && isOfProperties(value)) return;
    if (isNode(value)) {
      if (value.type === "TSUnionType") keep(value, (value.types ?? []).flatMap(wordOf));
      if (value.type === "ArrayExpression") {
        const words = (value.elements ?? []).flatMap(wordOf);
        if (words.length === value.elements?.length) keep(value, words);
      }
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseSync(path, text).program);
  return found;
}

/** The same words, in whatever order. */
export function listKey({ words }: WordList): string {
  return [...words].sort().join(" ");
}

function isOfProperties({ typeName }: Node): boolean {
  return typeName?.name === "Pick" || typeName?.name === "Omit";
}

function wordOf(value: unknown): string[] {
  if (!isNode(value)) return [];
  const written = value.type === "TSLiteralType" ? value.literal?.value : value.value;
  return typeof written === "string" && /^[a-z]/i.test(written) ? [written] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
