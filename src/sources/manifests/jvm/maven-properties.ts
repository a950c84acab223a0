import { replacedWithin } from "../replaced-within.ts";
import type { XmlElement } from "../xml-element.ts";

const reference = /\$\{([^{}$]{1,200})\}/g;
const deepest = 5;
const longestWritten = 500;
const longest = 2_000;
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
    // Of one list the last word counts; a profile says only what the project does not.
    for (const part of [project, ...profiles]) {
      const said = new Map(
        (part.child("properties")?.children ?? []).map(({ name, text }) => [name, text]),
      );
      for (const [name, text] of said) if (!this.own.has(name)) this.own.set(name, text);
    }
  }

  /** With `${name}` replaced where the pom says what it is, once and for all; what were endless stays as it is written. */
  resolve(text: string | null, depth = 0): string | null {
    if (text === null || !text.includes("${") || depth > deepest) return text;
    const known = (_whole: string, written: string): string => {
      const name = this.#aliases.get(written) ?? written;
      return (fromOutside.has(name) ? undefined : this.own.get(name)) ?? `\${${name}}`;
    };
    const written = text.slice(0, longestWritten);
    const replaced = replacedWithin(written, reference, known, longest);
    if (replaced === null) return written;
    return replaced === text ? replaced : this.resolve(replaced, depth + 1);
  }
}
