import { XMLParser } from "fast-xml-parser";
import { lineNumbers } from "../line-numbers.ts";

const attributesKey = ":@";
const textKey = "#text";
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  captureMetaData: true,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  // Only the five entities of XML: a document's own may multiply.
  processEntities: { enabled: true, maxTotalExpansions: 20_000, maxEntityCount: 0 },
});

/** An element with its line. Comments, processing instructions and mixed content's order are left out. */
export class XmlElement {
  readonly name: string;
  readonly line: number;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly #attributes: ReadonlyMap<string, string>;

  constructor(
    name: string,
    line: number,
    text: string,
    children: readonly XmlElement[],
    attributes: ReadonlyMap<string, string>,
  ) {
    this.name = name;
    this.line = line;
    this.text = text;
    this.children = children;
    this.#attributes = attributes;
  }

  child(name: string): XmlElement | null {
    return this.children.find((child) => child.name === name) ?? null;
  }

  all(name: string): readonly XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** Text of a child; null where there is none or it is blank. */
  textOf(name: string): string | null {
    const text = this.child(name)?.text ?? "";
    return text === "" ? null : text;
  }

  attribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }
}

/** The root element. Throws what the parser throws, and where there is no element. */
export function parseXml(text: string): XmlElement {
  const lineOf = lineNumbers(text);
  const root = elements(parser.parse(text), lineOf).find(({ name }) => !name.startsWith("?"));
  if (root === undefined) throw new Error("no XML element");
  return root;
}

function elements(nodes: unknown, lineOf: (offset: number) => number): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  const found: XmlElement[] = [];
  for (const node of nodes) {
    if (!isRecord(node)) continue;
    const name = Object.keys(node).find((key) => key !== attributesKey && key !== textKey);
    if (name === undefined) continue;
    const line = lineOf(startOf(node));
    const children = node[name];
    const written = node[attributesKey];
    const attributes = isRecord(written) ? Object.entries(written) : [];
    found.push(
      new XmlElement(
        name,
        line,
        textOf(children),
        elements(children, lineOf),
        new Map(attributes.map(([key, value]) => [key, String(value)])),
      ),
    );
  }
  return found;
}

/** The parser keeps an element's offset below a symbol of its own. */
function startOf(node: Readonly<Record<PropertyKey, unknown>>): number {
  for (const symbol of Object.getOwnPropertySymbols(node)) {
    const metadata = node[symbol];
    if (isRecord(metadata) && typeof metadata["startIndex"] === "number")
      return metadata["startIndex"];
  }
  return 0;
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return "";
  return nodes
    .map((node) => (isRecord(node) ? node[textKey] : undefined))
    .filter((text) => typeof text === "string")
    .join("")
    .trim();
}

function isRecord(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
