import type { XmlElement } from "../xml-element.ts";

const reference = /\$\{([^{}$]{1,200})\}/g;
const deepest = 5;
/** Given from outside in builds that number themselves: https://maven.apache.org/guides/mini/guide-maven-ci-friendly.html */
const fromOutside: ReadonlySet<string> = new Set(["revision", "sha1", "changelist"]);

/** What a pom says by itself; what it inherits is left to the linking. */
export class MavenProperties {
  /** As they are defined for those who inherit them, texts as written. */
  readonly own = new Map<string, string>();
  readonly #aliases = new Map<string, string>();

  constructor(project: XmlElement) {
    const parent = project.child("parent");
    for (const key of ["groupId", "artifactId", "version", "name"]) {
      const inherited = parent?.textOf(key) ?? null;
      const value =
        project.textOf(key) ?? (key === "name" || key === "artifactId" ? null : inherited);
      if (value !== null) this.own.set(`project.${key}`, value);
      if (inherited !== null) this.own.set(`project.parent.${key}`, inherited);
      for (const prefix of ["pom.", ""]) this.#aliases.set(prefix + key, `project.${key}`);
    }
    const profiles = project.child("profiles")?.all("profile") ?? [];
    for (const part of [project, ...profiles])
      for (const { name, text } of part.child("properties")?.children ?? [])
        if (!this.own.has(name)) this.own.set(name, text);
  }

  /** With `${name}` replaced where the pom says what it is, once and for all. */
  resolve(text: string | null, depth = 0): string | null {
    if (text === null || !text.includes("${") || depth > deepest) return text;
    const replaced = text.slice(0, 500).replace(reference, (_whole, written: string) => {
      const name = this.#aliases.get(written) ?? written;
      return (fromOutside.has(name) ? undefined : this.own.get(name)) ?? `\${${name}}`;
    });
    return replaced === text || replaced.length > 2_000
      ? replaced.slice(0, 2_000)
      : this.resolve(replaced, depth + 1);
  }
}
