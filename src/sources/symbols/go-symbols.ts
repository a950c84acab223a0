import type { SymbolUse } from "#evidence/facts.ts";
import { purl } from "../manifests/purl.ts";
import { NameSet } from "./name-set.ts";

const declared = /^(?:func|type|var|const)\s{1,20}([A-Z]\w{0,100})/gm;

/** Exported functions, types, variables and constants at the top level; commands and internal packages export nothing. */
export function goExports(path: string, text: string): readonly string[] {
  if (/(?:^|\/)(?:internal|cmd)\//.test(path) || /^package main\b/m.test(text)) return [];
  const names = new NameSet();
  for (const [, name = ""] of text.matchAll(declared)) names.add(name);
  return names.values();
}

const block = /^import\s{0,20}\(([^()]{0,20000})\)|^import\s{1,20}([^(\n]{1,300})$/gm;
const specification = /^\s{0,20}([\w.]{1,60})?\s{0,20}"([^"\s]{1,300})"/gm;
const selector = /\b([a-z]\w{0,60})\.([A-Z]\w{0,100})/g;

/**
 * `oven.Bake` of an imported package. The purl names the package's path: the module that holds it is a prefix of it,
 * which the import does not tell.
 */
export function goUses(text: string): readonly SymbolUse[] {
  const packages = new Map<string, string>();
  for (const [, many, one] of text.matchAll(block))
    for (const [, alias, path = ""] of (many ?? one ?? "").matchAll(specification)) {
      // Only paths that begin with a host come from elsewhere than the standard library.
      if (!/^[a-z0-9-]{1,60}\.[a-z.]{2,60}\/[\w./~-]{0,200}\w$/.test(path)) continue;
      packages.set(alias ?? lastName(path), purl("golang", path));
    }
  const uses = new Map<string, SymbolUse>();
  if (packages.size === 0) return [];
  for (const [, alias = "", name = ""] of text.matchAll(selector)) {
    const found = packages.get(alias);
    if (found !== undefined && uses.size < 300) uses.set(`${found} ${name}`, { name, purl: found });
  }
  return [...uses.values()];
}

/** The name a package is used by unless an alias is given: `…/go-oven/v2` is `oven` by custom, so dashes are cut. */
function lastName(path: string): string {
  const parts = path.split("/");
  const last = parts.at(-1) ?? "";
  const name = /^v\d{1,3}$/.test(last) ? (parts.at(-2) ?? last) : last;
  return name.replace(/^go-|[.-]go$|\.v\d{1,3}$/g, "").replaceAll("-", "");
}
