import type { SymbolUse } from "#evidence/facts.ts";
import { purl } from "../manifests/purl.ts";
import { NameSet } from "./name-set.ts";
import { highest } from "#kernel/extremes.ts";

const declared =
  /^export\s{1,20}(?:declare\s{1,20})?(?:abstract\s{1,20})?(?:async\s{1,20})?(?:const\s{1,20}enum|const|let|var|function\*?|class|interface|type|enum|namespace)\s{1,20}([A-Za-z_$][\w$]{0,100})/gm;
const listed = /^export\s{0,20}(?:type\s{0,20})?\{([^{}]{0,5000})\}/gm;
const commonJs = /^(?:module\.)?exports\.([A-Za-z_$][\w$]{0,100})\s{0,20}=/gm;
const commonJsList = /^module\.exports\s{0,20}=\s{0,20}\{([^{}]{0,5000})\}/gm;
const star =
  /^export\s{0,20}(?:type\s{0,20})?\*(?:\s{0,20}as\s{1,20}([A-Za-z_$][\w$]{0,100}))?\s{0,20}from\s{0,20}["']([^"'\s]{1,214})["']/gm;
const commonJsStar = /^module\.exports\s{0,20}=\s{0,20}require\(\s{0,5}["']([^"'\s]{1,214})["']/gm;
const mostStars = 500;

/** What one file of JavaScript or TypeScript offers to those who import it. */
export interface JavascriptModule {
  readonly names: readonly string[];
  /** Modules all of whose names it passes on, as written. */
  readonly stars: readonly string[];
  /** It offers more than was read. */
  readonly isCut: boolean;
}

export function javascriptModule(text: string): JavascriptModule {
  const names = new NameSet();
  for (const pattern of [declared, commonJs])
    for (const [, name = ""] of text.matchAll(pattern)) names.add(name);
  for (const [, list = ""] of text.matchAll(listed))
    for (const item of list.split(",")) names.add(lastWord(item));
  for (const [, list = ""] of text.matchAll(commonJsList))
    for (const item of list.split(",")) names.add(firstWord(item) ?? "");
  if (/^export default\b/m.test(text)) names.add("default");
  const stars = new Set<string>();
  for (const [, name, specifier = ""] of text.matchAll(star))
    if (name !== undefined) names.add(name);
    else if (stars.size < mostStars) stars.add(specifier);
  for (const [, specifier = ""] of text.matchAll(commonJsStar))
    if (stars.size < mostStars) stars.add(specifier);
  return {
    names: names.values(),
    stars: [...stars],
    isCut: names.isFull || stars.size === mostStars,
  };
}

/** Names that an entry file exports itself or passes on by name; `export *` does not say which. */
export function javascriptExports(text: string): readonly string[] {
  return javascriptModule(text).names;
}

const source = /\b(?:from\s{0,5}|require\(\s{0,5})["']([^"'\s]{1,214})["']/g;
const clauseLength = 2_000;

/** Names imported from packages: `import { Button } from "@acme/ui"`, `const { bake } = require("@acme/oven")`. */
export function javascriptUses(text: string): readonly SymbolUse[] {
  const uses = new Map<string, SymbolUse>();
  for (const match of text.matchAll(source)) {
    const name = packageOf(match[1] ?? "");
    if (name === null) continue;
    const clause = clauseBefore(text.slice(Math.max(0, match.index - clauseLength), match.index));
    for (const imported of importedNames(clause))
      if (uses.size < 300) uses.set(`${name} ${imported}`, { name: imported, purl: name });
  }
  return [...uses.values()];
}

/** purl of the package of a module specifier; null for relative, built-in and aliased ones. */
function packageOf(specifier: string): string | null {
  const name = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*(?=\/|$)/i.exec(specifier)?.[0];
  if (name === undefined || specifier.startsWith("node:")) return null;
  return purl("npm", name);
}

/** What stands between the nearest `import`, `export`, `const`, `let` or `var` and the specifier. */
function clauseBefore(before: string): string {
  const words = ["import", "export", "const", "let", "var"];
  const start = highest(words.map((word) => before.lastIndexOf(word)));
  return start === -1 ? "" : before.slice(start);
}

function importedNames(clause: string): readonly string[] {
  const braces = /\{([^{}]{0,2000})\}/.exec(clause)?.[1];
  const names = (braces ?? "").split(",").flatMap((item) => firstWord(item) ?? []);
  if (/^(?:import|export)\s{1,20}(?:type\s{1,20})?\*/.test(clause)) return ["*"];
  const isDefault = /^(?:import|const|let|var)\s{1,20}(?:type\s{1,20})?[A-Za-z_$]/.test(clause);
  return isDefault ? ["default", ...names] : names;
}

/** `Loaf as Bread` is imported under its own name, `Loaf`, and exported as `Bread`. */
function firstWord(item: string): string | null {
  const word =
    item
      .trim()
      .replace(/^type\s{1,20}/, "")
      .split(/[\s:=]/, 1)[0] ?? "";
  return /^[A-Za-z_$][\w$]{0,100}$/.test(word) ? word : null;
}

function lastWord(item: string): string {
  const word = item.trim().split(/\s/).at(-1) ?? "";
  return /^[A-Za-z_$][\w$]{0,100}$/.test(word) ? word : "";
}
