import { parseJson } from "#kernel/json-text.ts";
import { asRecord, field, type JsonRecord } from "../manifests/json-manifest.ts";

/** Where the files that packages commonly name as their entry lie, from the package's folder. */
const commonEntry = /^(?:src\/main\/|(?:src|lib)\/)?(?:index|main|mod)\.[cm]?[jt]sx?$/;

/** Is it an entry by custom? `path`: from the package's folder. */
export function isCommonEntry(path: string): boolean {
  return commonEntry.test(path);
}

const mostEntries = 200;
const mostDepth = 6;

/** The files that a package.json gives its users, as written: of `source`, `main`, `module`, `types`, `exports`. Empty: it names none. */
export function entriesOf(text: string): readonly string[] {
  let root: JsonRecord | null;
  try {
    root = asRecord(parseJson(text));
  } catch {
    return []; // a manifest that is no JSON names no file: the reader of manifests says so
  }
  if (root === null) return [];
  const found = new Set<string>();
  for (const key of ["source", "exports", "main", "module", "types", "typings"])
    gather(field(root, key), 0, found);
  return [...found];
}

/** `exports` nests conditions in paths; what stands for many files, or hides one, names none. */
function gather(value: unknown, depth: number, into: Set<string>): void {
  if (typeof value === "string") {
    const path = value.replace(/^(?:\.\/){1,3}/, "");
    const isFile =
      path !== "" && path.length <= 300 && !/[*\0]|^\/|(?:^|\/)\.\.(?:\/|$)/.test(path);
    if (isFile && into.size < mostEntries) into.add(path);
    return;
  }
  if (depth === mostDepth) return;
  const inner = Array.isArray(value) ? value : Object.values(asRecord(value) ?? {});
  for (const one of inner.slice(0, mostEntries)) gather(one, depth + 1, into);
}

const built =
  /^(?:(?:dist|lib|libs|build|out|output|es|esm|cjs|umd|types|typings|bundles?|module|modules|commonjs)\/){1,4}/;
const codeEnding =
  /(?:\.(?:d|cjs|mjs|esm|es|umd|min|bundle|production|development)){0,3}\.[cm]?[jt]sx?$/;
const sourceEndings = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.ts"];
const sourceFolders = ["src/", "src/main/", "source/", "lib/", ""];

/**
 * The source of an entry: itself where it lies in the tree, else what it is built from: `dist/index.esm.js` → `src/index.ts`. Null:
 * there is none. `has`: is there such a file of code, from the package's folder?
 */
export function sourceOfEntry(entry: string, has: (path: string) => boolean): string | null {
  const isCode = codeEnding.test(entry);
  if (isCode && has(entry)) return entry;
  if (!isCode && /\.[a-z0-9]{1,8}$/i.test(entry)) return null;
  const stem = entry.replace(codeEnding, "").replace(/\/$/, "");
  const inner = stem.replace(built, "");
  const source = stem.lastIndexOf("src/");
  const stems = [
    stem,
    ...(source > 0 ? [stem.slice(source)] : []),
    ...sourceFolders.map((folder) => `${folder}${inner}`),
  ];
  for (const one of stems) {
    const found = moduleAt(one, has);
    if (found !== null) return found;
  }
  return null;
}

/** `./door` of `src/index.ts`, with the ending that it is written without, or with that of what is built; null: there is none. */
export function resolveModule(
  from: string,
  specifier: string,
  has: (path: string) => boolean,
): string | null {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  const path = parts.join("/");
  if (has(path)) return path;
  return moduleAt(path, has) ?? moduleAt(path.replace(/\.[cm]?jsx?$/, ""), has);
}

function moduleAt(stem: string, has: (path: string) => boolean): string | null {
  for (const start of stem === "" ? ["index"] : [stem, `${stem}/index`])
    for (const ending of sourceEndings) if (has(start + ending)) return start + ending;
  return null;
}
