/** What `YamlView` needs of a node, whoever read it. */
export interface YamlNode {
  readonly kind: "scalar" | "map" | "list";
  /** 1-based. */
  readonly line: number;
  /** Of a scalar. */
  readonly text: string | null;
  /** Of a scalar: what stands behind it on its line. */
  readonly comment: string | null;
  /** Of a scalar that stands there without quotes: what it means is up to the schema. Not told of nodes of the general parser. */
  readonly isPlain?: boolean;
  /** Of a map, in the order of the file; a key that is no scalar is null. */
  readonly pairs: readonly (readonly [key: string | null, value: YamlNode | null])[];
  /** Of a list. */
  readonly items: readonly (YamlNode | null)[];
}

export function scalarNode(
  line: number,
  text: string,
  comment: string | null = null,
  isPlain = false,
): YamlNode {
  return { kind: "scalar", line, text, comment, isPlain, pairs: [], items: [] };
}

export function mapNode(line: number, pairs: YamlNode["pairs"]): YamlNode {
  return { kind: "map", line, text: null, comment: null, pairs, items: [] };
}

export function listNode(line: number, items: YamlNode["items"]): YamlNode {
  return { kind: "list", line, text: null, comment: null, pairs: [], items };
}
