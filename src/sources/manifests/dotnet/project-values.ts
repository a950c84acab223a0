import { baseName, folderOf } from "../manifest-path.ts";
import { replacedWithin } from "../replaced-within.ts";
import type { XmlElement } from "../xml-element.ts";

const reference = /\$\(([\w-]{1,100})\)/g;

const longestWritten = 300;
const longestExpanded = 1_000;
/** Longer ones (lists of constants, inline code) are no names or versions. */
const longestValue = 5_000;

/**
 * Properties of one project or shared file; names are case-insensitive. The last word counts, as MSBuild evaluates from top to
 * bottom; conditions are not evaluated, so that what stands under one says only what is said nowhere without.
 */
export class ProjectValues {
  readonly #path: string;
  readonly #values = new Map<string, string>();

  constructor(path: string, root: XmlElement) {
    this.#path = path;
    const take = ({ name, text }: XmlElement, isConditional: boolean): void => {
      const key = name.toLowerCase();
      const before = this.#values.get(key) ?? "";
      if (isConditional && before !== "") return;
      const isOwn = (whole: string, other: string): string =>
        other.toLowerCase() === key ? before : whole;
      const value = replacedWithin(text.trim(), reference, isOwn, longestValue) ?? "";
      this.#values.set(key, value);
    };
    const choices = root.all("Choose").flatMap((choose) => choose.children);
    for (const part of [root, ...choices])
      for (const group of part.all("PropertyGroup"))
        for (const property of group.children)
          take(
            property,
            part !== root ||
              group.attribute("Condition") !== null ||
              property.attribute("Condition") !== null,
          );
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Null where it is absent, empty, or needs more than this file. */
  literal(name: string): string | null {
    const value = this.#values.get(name) ?? "";
    return value === "" || value.includes("$(") ? null : value;
  }

  /** Properties that other files may ask for, with what is not known here as `${name}`. */
  *definitions(): Generator<readonly [name: string, value: string]> {
    for (const [name, value] of this.#values) {
      if (value === "" || value.length > 200 || /[;\n]/.test(value)) continue;
      const text = this.#known(value).replace(reference, placeholder);
      if (!text.includes("$(")) yield [name, text];
    }
  }

  /** A text with this file's properties put in and others as `${name}`; null where it calls functions of MSBuild. */
  expand(written: string): string | null {
    const own = (whole: string, name: string): string =>
      this.#values.get(name.toLowerCase()) ?? whole;
    const known = this.#known(written.slice(0, longestWritten));
    const text = replacedWithin(known, reference, own, longestExpanded)?.replace(
      reference,
      placeholder,
    );
    return text === undefined || text.includes("$(") || text.length > longestExpanded ? null : text;
  }

  /** Of the properties that MSBuild sets itself those that are told by the path; folders end with a slash. */
  #known(text: string): string {
    const isProject = /proj$/i.test(this.#path);
    return text.replace(reference, (whole, name: string) => {
      const key = name.toLowerCase();
      if (key === "msbuildthisfiledirectory") return "./";
      if (key === "msbuildthisfilename") return withoutExtension(this.#path);
      if (!isProject) return whole;
      if (key === "msbuildprojectdirectory" || key === "projectdir") return "./";
      return key === "msbuildprojectname" ? withoutExtension(this.#path) : whole;
    });
  }
}

export function withoutExtension(path: string): string {
  return baseName(path).replace(/\.[^.]{1,20}$/, "");
}

/** Folder of a path written in a project, which may use either slash. */
export function folderWritten(path: string): string {
  return folderOf(path.replaceAll("\\", "/"));
}

function placeholder(_whole: string, name: string): string {
  return `\${${name.toLowerCase()}}`;
}
