import type { FoundImport } from "./imports.ts";

/** Layer → layers it may import; `all` stands for every layer. */
export type ImportTable = ReadonlyMap<string, readonly string[]>;

/** Reads the table below "Who may import whom" in ARCHITECTURE.md. */
export function readImportTable(document: string): ImportTable {
  const [, section = ""] = document.split(/^## Who may import whom$/m);
  const table = section.split(/^## /m, 1)[0] ?? "";
  const rows = Array.from(table.matchAll(/^\| *([a-z]+) *\| *([^|\n]*?) *\|$/gm));
  return new Map(
    rows
      .filter(([, layer]) => layer !== "layer")
      .map(([, layer = "", targets = ""]) => [
        layer,
        targets === "–" ? [] : targets.split(",").map((target) => target.trim()),
      ]),
  );
}

/** `src/model/units.ts` → `model`; null: not in a layer. */
export function layerOf(path: string): string | null {
  if (/^src\/(?:main|read-code-worker)\.ts$/.test(path)) return "main";
  if (path.startsWith("web/src/")) return "web";
  return /^src\/([a-z]+)\//.exec(path)?.[1] ?? null;
}

/** What is wrong with an import, in words, or null. */
export function judgeImport(found: FoundImport, table: ImportTable): string | null {
  const { from, specifier, kind, target } = found;
  if (specifier.includes("../../")) return "climbs more than one folder";
  const layer = layerOf(from);
  if (layer === null || target === null) return null;
  const other = layerOf(target);
  if (other === null) return "leaves the layers";
  const isRelative = specifier.startsWith(".");
  if (layer === other) {
    // The screens are deep and wide: from feature to widget an absolute name reads better than a climb.
    if (isRelative || layer === "web") return null;
    return climbs(from, target) > 1 ? null : "is absolute inside its own layer";
  }
  if (isRelative && layer !== "main") return "crosses layers without saying so";
  const allowed = table.get(layer) ?? [];
  if (!allowed.includes("all") && !allowed.includes(other)) return `${layer} may not import it`;
  if (
    layer === "web" &&
    other === "sections" &&
    !/\/(?:schema|report|report-index|index)\.ts$/.test(target)
  )
    return "the screens take types of schemas, and of the report as a whole";
  if (
    /^src\/sections\/[^/]+\/schema\.ts$/.test(from) &&
    !/^(?:contract|kernel|vocabulary)$/.test(other)
  )
    return "a schema takes nothing but contract, kernel and vocabulary";
  if (layer === "web" && kind !== "type" && other !== "vocabulary") {
    return "the screens take nothing but types, and the vocabulary";
  }
  return null;
}

/** How many folders a relative name would climb. */
function climbs(from: string, target: string): number {
  const folders = from.split("/").slice(0, -1);
  const shared = target.split("/").findIndex((part, index) => part !== folders[index]);
  return folders.length - shared;
}

/** What no layer may use but those named, with the reason. */
const reserved: readonly {
  readonly module: RegExp;
  readonly only: RegExp;
  readonly because: string;
}[] = [
  {
    module: /^(?:node:)?child_process$/,
    // The first is given programs by `git/run.ts` only; the next two start nothing but this program itself, the last PostgreSQL.
    only: /^src\/(?:sources\/git\/starting\/[a-z-]+|operations\/reading\/reader-process|surfaces\/cli\/worker-process|store\/postgres\/embedded\/programs)\.ts$/,
    because:
      "one module starts programs, and it is the one that is proven against hostile repositories",
  },
  {
    module: /^(?:pg|pg-.*|kysely|@electric-sql\/.*)(?:\/.*)?$/,
    only: /^src\/store\/postgres\//,
    because: "assess opens no database",
  },
  {
    module: /^@modelcontextprotocol\//,
    only: /^(?:src\/surfaces\/mcp|test|bench)\//,
    because: "what is said to agents is said in one place",
  },
  {
    module: /^(?:node:)?(?:fs|fs\/promises|net|http|https|http2|dgram|tls|dns|worker_threads)$/,
    only: /^(?:src\/(?:kernel|sources|store|operations|surfaces)\/|src\/(?:main|read-code-worker)\.ts$|(?:test|bench|scripts)\/|web\/)/,
    because: "evidence, model, insight and contract are pure",
  },
  {
    module: /^node:/,
    only: /^(?:src|test|bench|scripts)\/|^web\/[^/]*$|^vitest\.config\.ts$/,
    because: "the screens run in a browser",
  },
];

/** What is wrong with importing a package or a module of Node, or null. Tests, benchmarks and scripts may start programs. */
export function judgePackage({ from, specifier }: FoundImport): string | null {
  const rule = reserved.find(({ module, only }) => module.test(specifier) && !only.test(from));
  if (rule === undefined) return null;
  const isOurs = from.startsWith("src/") || from.startsWith("web/src/");
  return isOurs ? rule.because : null;
}
