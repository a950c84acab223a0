import type { JavascriptModule } from "./javascript-symbols.ts";
import { isCommonEntry, resolveModule, sourceOfEntry } from "./package-entries.ts";

export interface PackageExports {
  readonly names: ReadonlySet<string>;
  /** It passes on all of what cannot be seen: of another package, or of a file that is not there. */
  readonly isOpen: boolean;
}

/**
 * What a package of npm offers: the names of its entries, and of what these pass on with `export *`. `modules`: its files of code,
 * by their paths from its folder; `entries` as its manifest writes them. Without an entry in the tree there are no names.
 */
export function packageExports(
  modules: ReadonlyMap<string, JavascriptModule>,
  entries: readonly string[],
): PackageExports {
  const has = (path: string): boolean => modules.has(path);
  const named = entries.flatMap((entry) => sourceOfEntry(entry, has) ?? []);
  const start = named.length > 0 ? named : [...modules.keys()].filter(isCommonEntry);
  const isEntry = new Set(start);
  const seen = new Set(start);
  const names = new Set<string>();
  let isOpen = false;
  // Grows while it is gone through.
  for (const path of seen) {
    const module = modules.get(path);
    if (module === undefined) continue;
    isOpen ||= module.isCut;
    // `export *` does not pass on the default.
    for (const name of module.names) if (name !== "default" || isEntry.has(path)) names.add(name);
    for (const specifier of module.stars) {
      const found = specifier.startsWith(".") ? resolveModule(path, specifier, has) : null;
      if (found === null) isOpen = true;
      else seen.add(found);
    }
  }
  return { names, isOpen };
}
