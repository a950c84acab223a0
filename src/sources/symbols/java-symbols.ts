import type { SymbolUse } from "#evidence/facts.ts";
import { NameSet } from "./name-set.ts";

const packageName = /^package\s{1,20}([\w.]{1,200})/m;
const publicType =
  /^(?:public\s{1,20})?(?:(?:abstract|final|sealed|open|data|static)\s{1,20}){0,3}(?:class|interface|enum|record|object|@interface)\s{1,20}([A-Z]\w{0,100})/gm;
const imported = /^import\s{1,20}(?:static\s{1,20})?([a-z][\w.]{2,250})/gm;

/** Types at the top level, with their package. Java's need `public`; Kotlin's are public unless they say otherwise. */
export function javaExports(text: string): readonly string[] {
  const inside = packageName.exec(text)?.[1];
  if (inside === undefined) return [];
  const isJava = /^package\s{1,20}[\w.]{1,200}\s{0,20};/m.test(text);
  const names = new NameSet();
  for (const [found, name = ""] of text.matchAll(publicType))
    if (!isJava || found.startsWith("public")) names.add(`${inside}.${name}`);
  return names.values();
}

/** Imported types in full; the platform's own are left out. The artifact that holds them is not named in the import. */
export function javaUses(text: string): readonly SymbolUse[] {
  const names = new NameSet();
  for (const [, name = ""] of text.matchAll(imported))
    if (!/^(?:javax?|jdk|kotlinx?|android)\./.test(name)) names.add(name.replace(/\.$/, ""));
  return names.values().map((name) => ({ name, purl: null }));
}
