import type { SymbolUse } from "#evidence/facts.ts";
import { NameSet } from "./name-set.ts";

const definition =
  /^(?:async\s{1,20}def|def|class)\s{1,20}([A-Za-z]\w{0,100})|^([A-Z][A-Z0-9_]{1,100})\s{0,20}(?::[^=\n]{0,100})?=/gm;
const relativeImport =
  /^from\s{1,20}\.[\w.]{0,200}\s{1,20}import\s{1,20}(\([^()]{0,5000}\)|[^\n(]{1,1000})/gm;
const absoluteImport =
  /^from\s{1,20}([A-Za-z_][\w.]{0,200})\s{1,20}import\s{1,20}(\([^()]{0,5000}\)|[^\n(]{1,1000})/gm;

/** Public names of a module, with its dotted path: `acme_oven.heat.bake`. `__init__` also passes on what it imports. */
export function pythonExports(path: string, text: string): readonly string[] {
  const isPackage = path.endsWith("__init__.py");
  const module = moduleOf(path);
  if (module === null) return [];
  const names = new NameSet();
  for (const [, defined, value] of text.matchAll(definition)) {
    const name = defined ?? value ?? "";
    names.add(`${module}.${name}`);
  }
  if (isPackage)
    for (const [, list = ""] of text.matchAll(relativeImport))
      for (const name of importedAs(list)) names.add(`${module}.${name}`);
  return names.values();
}

/** Names taken from other modules, in full. The package that holds a module is not named in the import. */
export function pythonUses(text: string): readonly SymbolUse[] {
  const names = new NameSet();
  for (const [, module = "", list = ""] of text.matchAll(absoluteImport))
    for (const item of list.replace(/[()]/g, "").split(",")) {
      const name = /^\s*([A-Za-z_*][\w]{0,100})/.exec(item)?.[1];
      if (name !== undefined) names.add(`${module}.${name}`);
    }
  return names.values().map((name) => ({ name, purl: null }));
}

function moduleOf(path: string): string | null {
  const parts = path
    .replace(/\.pyi?$/, "")
    .replace(/(?:^|\/)__init__$/, "")
    .replace(/^(?:.*\/)?src\//, "")
    .split("/");
  const isImportable =
    parts.length <= 12 && parts.every((part) => /^[A-Za-z]\w{0,100}$/.test(part));
  return isImportable ? parts.join(".") : null;
}

function importedAs(list: string): readonly string[] {
  return list
    .replace(/[()]/g, "")
    .split(",")
    .flatMap((item) => /([A-Za-z]\w{0,100})\s*$/.exec(item.replace(/#.*/s, ""))?.[1] ?? []);
}
