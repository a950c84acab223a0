import { XMLParser } from "fast-xml-parser";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { XmlElement } from "#sources/manifests/xml-element.ts";
import { parseXml } from "#sources/manifests/xml-scanner.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

interface Told {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Told[];
}

const attributeNames = [
  "Include",
  "Version",
  "id",
  "xsi",
  "schemaLocation",
  "b",
  "version",
  "encoding",
];

function told(element: XmlElement): Told {
  const { name, line, text, children } = element;
  const attributes = attributeNames.flatMap((key) => {
    const value = element.attribute(key);
    return value === null ? [] : [[key, value]];
  });
  return {
    name,
    line,
    text,
    attributes: Object.fromEntries(attributes),
    children: children.map(told),
  };
}

const library = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  captureMetaData: true,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  processEntities: { enabled: true, maxTotalExpansions: 20_000, maxEntityCount: 0 },
});

/** What the library says of the same text; null where it says nothing. */
function toldByLibrary(text: string): Told | null {
  let nodes: unknown;
  try {
    nodes = library.parse(text);
  } catch {
    return null;
  }
  return libraryElements(nodes, text).find(({ name }) => !name.startsWith("?")) ?? null;
}

function libraryElements(nodes: unknown, text: string): Told[] {
  return records(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
    if (name === undefined) return [];
    const [symbol] = Object.getOwnPropertySymbols(node);
    const { startIndex } = Object(symbol === undefined ? {} : Reflect.get(node, symbol));
    return [
      {
        name,
        line: text.slice(0, startIndex).split("\n").length,
        text: records(node[name])
          .map((child) => (typeof child["#text"] === "string" ? child["#text"] : ""))
          .join("")
          .trim(),
        attributes: Object.fromEntries(
          Object.entries(Object(node[":@"] ?? {}))
            .filter(([key]) => attributeNames.includes(key))
            .map(([key, value]) => [key, String(value)]),
        ),
        children: libraryElements(node[name], text).filter((child) => !child.name.startsWith("?")),
      },
    ];
  });
}

function records(nodes: unknown): Record<string, unknown>[] {
  return Array.isArray(nodes) ? nodes.map((node) => Object(node)) : [];
}

function toldOrNull(text: string): Told | null {
  try {
    return told(parseXml(text));
  } catch {
    return null;
  }
}

const name = fc.constantFrom("project", "dependency", "version", "m:groupId", "Package.Id", "b");
const words = fc.constantFrom(
  "1.2.0",
  " kiln ",
  "\n  ",
  "rye &amp; wheat",
  "&lt;a&gt;",
  "&apos;x&quot;",
  "${revision}",
  "]]",
  "-->",
  "é\u{1F956}",
  "&unknown;",
  "a > b",
);
const quotes = fc.constantFrom('"', "'");
const attributes = fc
  .array(
    fc.tuple(
      fc.constantFrom("Include", "Version", "id", "xmlns", "xmlns:xsi", "xsi:schemaLocation"),
      quotes,
      words,
      fc.constantFrom("=", " = ", "\t=\n"),
    ),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map(([key, quote, value, is]) => {
      const safe = value.replaceAll('"', "").replaceAll("'", "").replaceAll("<", "");
      return ` ${key}${is}${quote}${safe}${quote}`;
    }),
  )
  .map((list) => list.join(""));

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, fc.array(tie("content"), { maxLength: 4 }), fc.boolean())
    .map(([tag, given, inside, isEmpty]) =>
      isEmpty ? `<${tag}${given}/>` : `<${tag}${given}>${inside.join("")}</${tag}>`,
    ),
  content: fc.oneof(
    { depthSize: "small" },
    words.map((text) => text.replaceAll("]]", "")),
    fc.constantFrom(
      "<!-- a <comment> -->",
      "<!---->",
      "<![CDATA[ <raw> & ]]>",
      "<?target some='data'?>",
    ),
    tie("element"),
  ),
}));

const document = fc
  .tuple(
    fc.constantFrom(
      "",
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      "<!-- licence -->\n",
      '<!DOCTYPE project SYSTEM "a>b.dtd">\n',
      "<!DOCTYPE project [<!ELEMENT b (#PCDATA)> <!-- > -->]>\n",
    ),
    element,
    fc.constantFrom("", "\n", "\n<!-- end -->"),
  )
  .map((parts) => parts.join(""));

describe("parseXml", () => {
  it("says of a whole document what a general library says", () => {
    fc.assert(
      fc.property(document, fc.boolean(), (text, hasCarriageReturns) => {
        const written = hasCarriageReturns ? text.replaceAll("\n", "\r\n") : text;
        const expected = toldByLibrary(written);
        expect(expected).not.toBeNull();
        expect(told(parseXml(written))).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it("says the same of what was cut, moved and torn", () => {
    const strays = fc.constantFrom(
      "<",
      ">",
      "</b>",
      "<b>",
      "<!--",
      "-->",
      "]]>",
      '"',
      "'",

      "&",
    );
    const at = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(document, fc.array(fc.tuple(at, at, strays), { maxLength: 3 }), (text, edits) => {
        let torn = text;
        for (const [where, length, stray] of edits) {
          const start = Math.floor(where * torn.length);
          torn = torn.slice(0, start) + stray + torn.slice(start + Math.floor(length * 5));
        }
        // Of document types the library reads more than is wanted.
        fc.pre(!torn.includes("<!D") && !torn.includes("<?>"));
        expect(toldOrNull(torn)).toEqual(toldByLibrary(torn));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads numbers of characters and leaves a document's own entities as written", () => {
    const text =
      '<!DOCTYPE b [<!ENTITY grain "wheat > rye"><!ENTITY % x "y">]><b id="&#65;">&#x42;&#67; &grain; &#0;&#xD800;</b>';
    expect(toldOrNull(text)).toEqual({
      name: "b",
      line: 1,
      text: "BC &grain; &#0;&#xD800;",
      attributes: { id: "A" },
      children: [],
    });
  });

  it("keeps names of prototypes apart", () => {
    const root = parseXml('<project><constructor id="1">x</constructor><__proto__/></project>');
    expect(root.textOf("constructor")).toBe("x");
    expect(root.children.map((child) => child.name)).toEqual(["constructor", "__proto__"]);
    expect(root.attribute("toString")).toBeNull();
  });

  it.each([
    ["", "no XML element"],
    ["just words", "no XML element"],
    ["<a", "a tag is not closed (line 1)"],
    ["<a>\n<b c='", "a tag is not closed (line 2)"],
    ["<a><!-- x", "a comment is not closed (line 1)"],
    ["<a>\n\n<![CDATA[ x", "character data is not closed (line 3)"],
    ["<!DOCTYPE a [<!ENTITY b 'c'>", "a document type is not closed (line 1)"],
    ["<a>".repeat(102), "XML elements nested too deeply"],
    [`<a>${"<b/>".repeat(200_001)}`, "more XML elements than a manifest holds"],
  ])("refuses what is broken: %#", (text, message) => {
    expect(() => parseXml(text)).toThrow(message);
  });

  it.each([
    "<",
    "<a ",
    "<a>&",
    "<a b=",
    "<!--",
    "<a>]]>",
    '<a b="',
    "<?a",
    "&amp;",
    "a = ",
    "<!D[",
  ])("reads a long row of %j in linear time", (piece) => {
    const start = processorMilliseconds();
    toldOrNull(`<a>${piece.repeat(100_000)}`);
    toldOrNull(`<a ${piece.repeat(100_000)}>`);
    expect(processorMilliseconds() - start).toBeLessThan(6_000);
  });
});
