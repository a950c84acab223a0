import { lineNumbers } from "#evidence/line-numbers.ts";
import { XmlElement } from "./xml-element.ts";

/** Elements within each other, and in all: more than any manifest holds. */
const deepest = 101;
const mostElements = 200_000;

const slash = 47;
const questionMark = 63;
const exclamation = 33;
const closing = 62;
const opening = 60;
const doubleQuote = 34;
const singleQuote = 39;

const attribute = /([^\s=]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'))?/g;
const entity = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const none: ReadonlyMap<string, string> = new Map();

/**
 * The root element of an XML text, as XML 1.0 reads it, without prefixes of namespaces and without a document's own entities:
 * these may multiply. Forgiving of tags that are not closed or closed by another name. Throws where there is no element
 * or something begins and never ends.
 */
export function parseXml(text: string): XmlElement {
  return new XmlScan(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text).root();
}

interface Open {
  readonly name: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

class XmlScan {
  readonly #text: string;
  readonly #lineOf: (offset: number) => number;
  readonly #open: Open[] = [];
  #root: XmlElement | null = null;
  #elements = 0;
  /** Text not yet given to the element it stands in: comments do not part it. */
  #pending = "";

  constructor(text: string) {
    this.#text = text;
    this.#lineOf = lineNumbers(text);
  }

  root(): XmlElement {
    const text = this.#text;
    let at = 0;
    for (let tag = text.indexOf("<"); tag !== -1; tag = text.indexOf("<", at)) {
      if (tag > at && this.#open.length > 0) this.#pending += text.slice(at, tag);
      at = this.#readMarkup(tag);
    }
    while (this.#open.length > 0) this.#close();
    if (this.#root === null) throw new Error("no XML element");
    return this.#root;
  }

  /** The offset behind what begins with `<` at `tag`. */
  #readMarkup(tag: number): number {
    const text = this.#text;
    const kind = text.charCodeAt(tag + 1);
    if (kind === slash) {
      const end = this.#behind(">", tag, "a closing tag");
      this.#flush();
      this.#close();
      return end;
    }
    if (kind === questionMark) {
      this.#flush();
      return this.#tagEnd(tag + 1, true) + 2;
    }
    if (kind === exclamation) {
      if (text.startsWith("--", tag + 2)) return this.#behind("-->", tag + 4, "a comment");
      if (text.startsWith("D", tag + 2)) return this.#behindDoctype(tag + 2);
      if (text.startsWith("[", tag + 2)) return this.#readCharacterData(tag);
    }
    return this.#readOpening(tag);
  }

  #readCharacterData(tag: number): number {
    const end = this.#behind("]]>", tag, "character data");
    this.#flush();
    const inner = this.#open.at(-1);
    if (inner !== undefined) inner.text += this.#text.slice(tag + "<![CDATA[".length, end - 3);
    return end;
  }

  #readOpening(tag: number): number {
    const end = this.#tagEnd(tag + 1, false);
    const isEmpty = end > tag + 1 && this.#text.charCodeAt(end - 1) === slash;
    const inside = this.#text.slice(tag + 1, isEmpty ? end - 1 : end);
    const gap = inside.search(/\s/);
    const name = gap === -1 ? inside : inside.slice(0, gap);
    this.#flush();
    if (this.#open.length >= deepest) throw new Error("XML elements nested too deeply");
    if (++this.#elements > mostElements) throw new Error("more XML elements than a manifest holds");
    this.#open.push({
      name: name.slice(name.indexOf(":") + 1),
      line: this.#lineOf(tag),
      attributes: gap === -1 ? none : attributesOf(inside.slice(gap)),
      children: [],
      text: "",
    });
    if (isEmpty) this.#close();
    return end + 1;
  }

  #flush(): void {
    const inner = this.#open.at(-1);
    if (inner !== undefined && this.#pending !== "") inner.text += decoded(this.#pending.trim());
    this.#pending = "";
  }

  #close(): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const element = new XmlElement({ ...open, text: open.text.trim() });
    const outer = this.#open.at(-1);
    if (outer !== undefined) outer.children.push(element);
    else this.#root ??= element;
  }

  /** Offset of the `>` (or `?>`) that ends a tag: one in quotes does not. */
  #tagEnd(from: number, isInstruction: boolean): number {
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === doubleQuote || code === singleQuote) {
        at = text.indexOf(code === doubleQuote ? '"' : "'", at + 1);
        if (at === -1) break;
      } else if (isInstruction) {
        if (code === questionMark && text.charCodeAt(at + 1) === closing) return at;
      } else if (code === closing) return at;
    }
    throw new Error(`a tag is not closed (line ${this.#lineOf(from)})`);
  }

  /** A document type says what may stand where, and defines entities: neither is wanted. */
  #behindDoctype(from: number): number {
    const text = this.#text;
    let depth = 1;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === doubleQuote || code === singleQuote) {
        at = text.indexOf(code === doubleQuote ? '"' : "'", at + 1);
        if (at === -1) break;
      } else if (code === opening) {
        if (text.startsWith("<!--", at)) at = this.#behind("-->", at + 4, "a comment") - 1;
        else depth++;
      } else if (code === closing && --depth === 0) return at + 1;
    }
    throw new Error(`a document type is not closed (line ${this.#lineOf(from)})`);
  }

  #behind(end: string, from: number, what: string): number {
    const at = this.#text.indexOf(end, from);
    if (at === -1) throw new Error(`${what} is not closed (line ${this.#lineOf(from)})`);
    return at + end.length;
  }
}

/** Names of namespaces themselves are left out. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, written = "", inDouble, inSingle] of text.matchAll(attribute)) {
    const value = inDouble ?? inSingle;
    const parts = written.split(":", 3);
    if (value === undefined || parts[0] === "xmlns") continue;
    const name = parts.length === 2 ? (parts[1] ?? "") : written;
    if (name !== "") attributes.set(name, decoded(value.trim()));
  }
  return attributes;
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (written, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? written;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
    return isCharacter ? String.fromCodePoint(code) : written;
  });
}
