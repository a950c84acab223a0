import type { SymbolUse } from "#evidence/facts.ts";
import { languageOf } from "#evidence/languages.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { goExports, goUses } from "./go-symbols.ts";
import { javaExports, javaUses } from "./java-symbols.ts";
import { javascriptExports, javascriptUses } from "./javascript-symbols.ts";
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
  switch (languageOf(path)?.name) {
    case "Ruby":
    case "HTML+ERB":
      return {
        exports: /(?:^|\/)lib\//.test(path) ? rubyExports(text) : [],
        symbolUses: rubyUses(text),
      };
    case "JavaScript":
    case "TypeScript":
    case "Vue":
    case "Svelte":
      return {
        exports: isEntry(path) ? javascriptExports(text) : [],
        symbolUses: javascriptUses(text),
      };
    case "Python":
      return { exports: pythonExports(path, text), symbolUses: pythonUses(text) };
    case "Go":
      return { exports: goExports(path, text), symbolUses: goUses(text) };
    case "Java":
    case "Kotlin":
      return { exports: javaExports(text), symbolUses: javaUses(text) };
    case undefined:
    default:
      return nothing;
  }
}

/** The files that packages commonly name as their entry. */
function isEntry(path: string): boolean {
  return /^(?:packages\/[^/]{1,100}\/|libs\/[^/]{1,100}\/)?(?:(?:src|lib)\/)?(?:index|main|mod)\.[cm]?[jt]sx?$/.test(
    path,
  );
}
