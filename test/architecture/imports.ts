import { posix } from "node:path";
import type { ProjectFile } from "./project-files.ts";

export type ImportKind = "type" | "runtime" | "dynamic" | "worker";

export interface FoundImport {
  /** The file that imports, from the root of the project. */
  readonly from: string;
  readonly specifier: string;
  readonly kind: ImportKind;
  /** The file that is imported, from the root of the project; null: a package or a module of Node. */
  readonly target: string | null;
}

/** The formatter puts each statement at the beginning of a line and each specifier in double quotes. */
const patterns: readonly (readonly [ImportKind, RegExp])[] = [
  ["type", /^(?:import|export) type\b[^;"'`]*?\bfrom "([^"\n]+)"/gm],
  ["runtime", /^(?:import|export) (?!type\b)[^;"'`=(]*?\bfrom "([^"\n]+)"/gm],
  ["runtime", /^import "([^"\n]+)"/gm],
  ["dynamic", /\bimport\(\s*["'`]([^"'`\n]+)["'`]/g],
  ["worker", /\bnew URL\(\s*["'`]([^"'`\n]+\.[cm]?[jt]sx?)["'`],\s*import\.meta\.url/g],
];

/** Every import of `file`: static, of types, re-exports, dynamic, and the modules that workers are started from. */
export function findImports({ path, text }: ProjectFile): FoundImport[] {
  return patterns.flatMap(([kind, pattern]) =>
    Array.from(text.matchAll(pattern), ([, specifier = ""]) => ({
      from: path,
      specifier,
      kind,
      target: resolveImport(path, specifier),
    })),
  );
}

function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith("#web/")) return specifier.replace("#web/", "web/src/");
  if (specifier === "#package.json") return null;
  if (specifier.startsWith("#fixtures/")) return specifier.replace("#fixtures/", "test/fixtures/");
  if (specifier.startsWith("#")) return `src/${specifier.slice(1)}`;
  if (!specifier.startsWith(".")) return null;
  // Workers are started by the name that they have once compiled.
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

/** The files of one cycle in order, or null where there is none. `edges`: file → files that it imports. */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] | null => {
    if (done.has(file)) return null;
    const before = path.indexOf(file);
    if (before !== -1) return [...path.slice(before), file];
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file);
    if (cycle !== null) return cycle;
  }
  return null;
}
