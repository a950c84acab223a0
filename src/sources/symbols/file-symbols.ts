import type { SymbolUse } from "#evidence/facts.ts";
import { languageOf } from "#evidence/languages.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { goExports, goUses } from "./go-symbols.ts";
import { javaExports, javaUses } from "./java-symbols.ts";
import { javascriptExports, javascriptUses } from "./javascript-symbols.ts";
import { isCommonEntry } from "./package-entries.ts";
import { pythonExports, pythonUses } from "./python-symbols.ts";
import { rubyExports, rubyUses } from "./ruby-symbols.ts";

export interface FileSymbols {
  readonly exports: readonly string[];
  readonly symbolUses: readonly SymbolUse[];
}

const nothing: FileSymbols = { exports: [], symbolUses: [] };

/** What a source file offers and what it uses of other packages; nothing for tests and languages not known here. */
export function fileSymbols(path: string, text: string): FileSymbols {
  if (isTestPath(path)) return nothing;
  return { exports: exportedNames(path, text), symbolUses: usedSymbols(path, text) };
}

/** Could a file of this path export anything? */
export function mayExport(path: string): boolean {
  if (isTestPath(path)) return false;
  switch (languageOf(path)?.name) {
    case "Ruby":
    case "HTML+ERB":
      return /(?:^|\/)lib\//.test(path);
    case "JavaScript":
    case "TypeScript":
    case "Vue":
    case "Svelte":
      return isEntry(path);
    case "Python":
    case "Go":
    case "Java":
    case "Kotlin":
      return true;
    case undefined:
    default:
      return false;
  }
}

/** Names that a source file offers to others. */
export function exportedNames(path: string, text: string): readonly string[] {
  if (!mayExport(path)) return [];
  switch (languageOf(path)?.name) {
    case "Ruby":
    case "HTML+ERB":
      return rubyExports(text);
    case "Python":
      return pythonExports(path, text);
    case "Go":
      return goExports(path, text);
    case "Java":
    case "Kotlin":
      return javaExports(text);
    case undefined:
    default:
      return javascriptExports(text);
  }
}

function usedSymbols(path: string, text: string): readonly SymbolUse[] {
  switch (languageOf(path)?.name) {
    case "Ruby":
    case "HTML+ERB":
      return rubyUses(text);
    case "JavaScript":
    case "TypeScript":
    case "Vue":
    case "Svelte":
      return javascriptUses(text);
    case "Python":
      return pythonUses(text);
    case "Go":
      return goUses(text);
    case "Java":
    case "Kotlin":
      return javaUses(text);
    case undefined:
    default:
      return [];
  }
}

/** Called like an entry: whether it is one is told by the folder of its package, see `isCommonEntry`. */
function isEntry(path: string): boolean {
  return /(?:^|\/)(?:index|main|mod)\.[cm]?[jt]sx?$/.test(path);
}

/** Does what a file exports count for the package whose folder (`.`: the root) it belongs to? */
export function isEntryOf(folder: string, path: string): boolean {
  return !isEntry(path) || isCommonEntry(folder === "." ? path : path.slice(folder.length + 1));
}
