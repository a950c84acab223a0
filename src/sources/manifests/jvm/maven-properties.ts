import type { XmlElement } from "../xml-element.ts";

const reference = /\$\{([^{}$]{1,200})\}/g;
const deepest = 5;

/** Replaces `${name}` by properties of the same file. */
export class MavenProperties {
  readonly #values = new Map<string, string>();

  constructor(project: XmlElement) {
    const parent = project.child("parent");
    for (const key of ["groupId", "artifactId", "version", "name"]) {
      const value = project.textOf(key) ?? (key === "name" ? null : (parent?.textOf(key) ?? null));
      if (value !== null)
        for (const prefix of ["project.", "pom.", ""]) this.#values.set(prefix + key, value);
      const inherited = parent?.textOf(key) ?? null;
      if (inherited !== null) this.#values.set(`project.parent.${key}`, inherited);
    }
    for (const { name, text } of project.child("properties")?.children ?? [])
      this.#values.set(name, text);
  }

  /** Null for null and for what names a property that the file does not have. */
  resolve(text: string | null, depth = 0): string | null {
    if (text === null || !text.includes("${")) return text;
    if (depth > deepest) return null;
    const replaced = text
      .slice(0, 500)
      .replace(reference, (whole, name: string) => this.#values.get(name) ?? whole);
    return replaced === text || replaced.length > 2_000 ? null : this.resolve(replaced, depth + 1);
  }
}
