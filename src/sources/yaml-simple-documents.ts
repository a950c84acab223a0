import type { YamlNode } from "./manifests/yaml-node.ts";
import { readSimpleYaml } from "./manifests/yaml-subset.ts";

export interface YamlDocument {
  /** Plain data; `undefined` never occurs. */
  readonly value: unknown;
  /** First line of the document's contents. */
  readonly line: number;
  /** Line of the value at a path of keys and indexes; the document's own where the path leads nowhere. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/**
 * What `readYamlDocuments` says of a text as most people write it, many times as fast as by the general parser; null where
 * that has to read it: see `readSimpleYaml`, and keys that are no words.
 */
export function readSimpleDocuments(text: string): readonly YamlDocument[] | null {
  const documents: YamlDocument[] = [];
  for (const root of readSimpleYaml(text) ?? [null]) {
    const value = root === null ? undefined : valueOf(root);
    if (root === null || value === undefined) return null;
    if (value === null) continue;
    documents.push({
      value,
      line: root.line,
      lineOf: (path) => nodeAt(root, path)?.line ?? root.line,
    });
  }
  return documents;
}

/** Undefined where a key stands for something else than its own text. */
function valueOf(node: YamlNode): unknown {
  if (node.kind === "scalar") {
    const text = node.text ?? "";
    return node.isPlain === true ? plainValue(text) : text;
  }
  if (node.kind === "list") {
    const items = node.items.map((item) => (item === null ? undefined : valueOf(item)));
    return items.includes(undefined) ? undefined : items;
  }
  const map: Record<string, unknown> = {};
  for (const [key, held] of node.pairs) {
    const value = key === null || held === null ? undefined : valueOf(held);
    if (key === null || value === undefined || plainValue(key) !== key) return undefined;
    if (key in map) own(map, key, value);
    else map[key] = value;
  }
  return map;
}

/** As the general parser does it: `__proto__` is a name like others. */
function own(map: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}

const special = /^(?:[-+.]?\.?\d|[-+]?\.(?:inf|nan)$|(?:true|false|null|~|)$)/i;
const decimal = /^[-+]?\d+$/;
const float = /^[-+]?(?:\.\d+|\d+\.\d*|(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+)$/;

/** Core schema of YAML 1.2, chapter 10.3.2. */
function plainValue(text: string): unknown {
  if (!special.test(text)) return text;
  if (/^(?:~|[Nn]ull|NULL|)$/.test(text)) return null;
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return true;
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return false;
  if (decimal.test(text)) return Number.parseInt(text, 10);
  if (float.test(text)) return Number.parseFloat(text);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}

function nodeAt(root: YamlNode, path: readonly (string | number)[]): YamlNode | null {
  let node: YamlNode | null = root;
  for (const step of path) {
    if (node?.kind === "map") node = node.pairs.find(([key]): boolean => key === step)?.[1] ?? null;
    else if (node?.kind === "list") node = node.items[step === "" ? -1 : Number(step)] ?? null;
    else return null;
  }
  return node;
}
