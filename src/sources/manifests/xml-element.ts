export interface XmlParts {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly children: readonly XmlElement[];
  readonly attributes: ReadonlyMap<string, string>;
}

/** An element with its line. Comments, processing instructions and mixed content's order are left out. */
export class XmlElement {
  readonly name: string;
  readonly line: number;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly #attributes: ReadonlyMap<string, string>;

  constructor({ name, line, text, children, attributes }: XmlParts) {
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

  /** `name` in lower case. */
  attributeInAnyCase(name: string): string | null {
    for (const [one, value] of this.#attributes) if (one.toLowerCase() === name) return value;
    return null;
  }
}
