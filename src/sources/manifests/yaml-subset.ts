import { listNode, mapNode, scalarNode, type YamlNode } from "./yaml-node.ts";
import { flowItems, inlineKey, inlineValue } from "./yaml-scalars.ts";

/** What would need the whole language: tabs, control characters, blanks and line ends of other kinds. */
const foreign = /[^\P{Cc}\n]|[^\P{Zs} ]|[\u2028\u2029\ufeff]/u;
const deepest = 60;
/** The last line of a list in brackets, with the items that stand on it. */
const lastOfFlow = /^([^#[\]{}]*)\](?:\s+#.*)?$/;
const blockHeader = /^([|>])(-?)$/;

class NotSimple extends Error {}

/**
 * The documents of a YAML text as most people write it: maps and lists by indentation, values of one line, `|` and `>` blocks.
 * Many times as fast as a general parser. Null for everything else, which a general parser has to read: anchors, tags, values over
 * several lines, escapes, mistakes.
 */
export function readSimpleYaml(text: string): readonly YamlNode[] | null {
  if (foreign.test(text)) return null;
  try {
    return new SimpleYaml(text).documents();
  } catch (error) {
    if (error instanceof NotSimple) return null;
    throw error;
  }
}

class SimpleYaml {
  readonly #lines: readonly string[];
  /** The line that is read, and its indent and text; a compact entry of a list stands deeper than its line does. */
  #at = 0;
  #indent = 0;
  #content = "";
  #depth = 0;
  #hasPassedComment = false;
  #deepestComment = -1;

  constructor(text: string) {
    this.#lines = text.split("\n");
  }

  documents(): readonly YamlNode[] {
    const documents: YamlNode[] = [];
    this.#at = -1;
    this.#advance(0);
    while (!this.#isOver()) {
      if (this.#content === "---" && this.#indent === 0) this.#advance(0);
      if (this.#isOver() || this.#indent !== 0) throw new NotSimple();
      documents.push(this.#readBlock());
      if (!this.#isOver() && this.#content !== "---") throw new NotSimple();
    }
    if (documents.length === 0) throw new NotSimple();
    return documents;
  }

  #isOver(): boolean {
    return this.#at >= this.#lines.length;
  }

  /** Also where a document ends. */
  #isOutside(indent: number): boolean {
    return this.#isOver() || this.#indent !== indent || this.#isMarker();
  }

  #isMarker(): boolean {
    if (this.#indent !== 0 || !/^(?:---|\.\.\.|%)/.test(this.#content)) return false;
    if (this.#content !== "---") throw new NotSimple();
    return true;
  }

  /** To the next line that says something. A comment deeper than `indent` would belong to the value before. */
  #advance(indent: number): void {
    this.#hasPassedComment = false;
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] ?? "";
      let start = 0;
      while (line.charCodeAt(start) === 32) start++;
      if (start === line.length) continue;
      if (line.charCodeAt(start) === 35) {
        if (start > indent) throw new NotSimple();
        this.#deepestComment = Math.max(this.#deepestComment, start);
        this.#hasPassedComment = true;
        continue;
      }
      this.#indent = start;
      this.#content = line.slice(start).trimEnd();
      return;
    }
    this.#indent = -1;
    this.#content = "";
  }

  #readBlock(): YamlNode {
    if (++this.#depth > deepest) throw new NotSimple();
    const node = isItem(this.#content) ? this.#readList() : this.#readMap();
    this.#depth--;
    return node;
  }

  #readMap(): YamlNode {
    const indent = this.#indent;
    const line = this.#at + 1;
    const pairs: [string, YamlNode][] = [];
    do {
      const key = isItem(this.#content) ? null : inlineKey(this.#content);
      if (key === null) throw new NotSimple();
      pairs.push([
        key.text,
        this.#readValue(this.#content.slice(key.length).trimStart(), indent, true),
      ]);
    } while (!this.#isOutside(indent) && !isItem(this.#content));
    if (!this.#isOver() && this.#indent > indent) throw new NotSimple();
    return mapNode(line, pairs);
  }

  #readList(): YamlNode {
    const indent = this.#indent;
    const line = this.#at + 1;
    const items: YamlNode[] = [];
    do {
      const rest = this.#content.slice(1);
      const content = rest.trimStart();
      if (isItem(content)) throw new NotSimple();
      if (content !== "" && inlineKey(content) !== null) {
        this.#indent += 1 + rest.length - content.length;
        this.#content = content;
        items.push(this.#readBlock());
      } else items.push(this.#readValue(content, indent, false));
    } while (!this.#isOutside(indent) && isItem(this.#content));
    if (!this.#isOver() && this.#indent > indent) throw new NotSimple();
    return listNode(line, items);
  }

  /** What stands behind a key or a dash, in a map or list at `indent`; a list below a key may stand as far left as the key. */
  #readValue(written: string, indent: number, isOfKey: boolean): YamlNode {
    const line = this.#at + 1;
    if (written === "" || written.startsWith("#")) {
      // A comment above an item of nothing is that item's.
      const isCommented = this.#hasPassedComment && !isOfKey;
      this.#deepestComment = written === "" && !isCommented ? -1 : 0;
      this.#advance(Number.POSITIVE_INFINITY);
      if (!this.#isOver() && !this.#isMarker()) {
        if (this.#indent > indent)
          return this.#content === "[" ? this.#readFlowBelow(indent) : this.#readBlock();
        if (isOfKey && this.#indent === indent && isItem(this.#content)) return this.#readBlock();
      }
      // It would be the comment of nothing.
      if (this.#deepestComment >= 0) throw new NotSimple();
      return scalarNode(line, "", null, true);
    }
    const [, style, chomp] = blockHeader.exec(written) ?? [];
    if (style !== undefined) return this.#readText(style === ">", chomp === "-", indent, line);
    const isOpen = written.startsWith("[") && !written.includes("]");
    const node = isOpen ? this.#readFlowList(written, indent, line) : inlineValue(written, line);
    if (node === null) throw new NotSimple();
    this.#advance(indent);
    // A deeper line would go on with the value.
    if (!this.#isOver() && this.#indent > indent) throw new NotSimple();
    return node;
  }

  /** A list in brackets that begins on the line below its key. */
  #readFlowBelow(outer: number): YamlNode {
    const node = this.#readFlowList(this.#content, this.#indent, this.#at + 1);
    this.#advance(outer);
    if (!this.#isOver() && this.#indent > outer) throw new NotSimple();
    return node;
  }

  /** `[` with its items on one or more lines, up to the line of `]`; the line read last is that one. */
  #readFlowList(opening: string, outer: number, line: number): YamlNode {
    const items: YamlNode[] = [];
    let mayGoOn = true;
    const take = (content: string, at: number): void => {
      const found = mayGoOn ? flowItems(content, at) : null;
      if (found === null) throw new NotSimple();
      for (const each of found) items.push(each);
      mayGoOn = content.endsWith(",");
    };
    const first = opening.slice(1).trim();
    if (first !== "") take(first, line);
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const written = this.#lines[this.#at] ?? "";
      const content = written.trim();
      const start = written.length - written.trimStart().length;
      const last = lastOfFlow.exec(content)?.[1]?.trimEnd();
      if (start < outer || (start === outer && last !== "")) throw new NotSimple();
      if (last !== "") take(last ?? content, this.#at + 1);
      if (last !== undefined) return listNode(line, items);
    }
    throw new NotSimple();
  }

  #readText(isFolded: boolean, isStripped: boolean, outer: number, line: number): YamlNode {
    let indent = -1;
    let end = this.#at + 1;
    const content: string[] = [];
    for (; end < this.#lines.length; end++) {
      const written = this.#lines[end] ?? "";
      let start = 0;
      while (written.charCodeAt(start) === 32) start++;
      const isBlank = start === written.length;
      if (indent === -1 && (isBlank || start <= outer)) throw new NotSimple();
      if (indent === -1) indent = start;
      if (!isBlank && start < indent) break;
      content.push(written.slice(indent));
    }
    while (content.at(-1) === "") content.pop();
    if (content.length === 0 || content.at(-1)?.trim() === "") throw new NotSimple();
    if (isFolded && content.some((one) => one === "" || one.startsWith(" "))) throw new NotSimple();
    this.#at = end - 1;
    this.#advance(outer);
    if (!this.#isOver() && this.#indent > outer) throw new NotSimple();
    return scalarNode(line, content.join(isFolded ? " " : "\n") + (isStripped ? "" : "\n"));
  }
}

function isItem(content: string): boolean {
  return content === "-" || content.startsWith("- ");
}
