import { append } from "#kernel/lists-by-key.ts";
import { goToolName } from "#evidence/go-tools.ts";
import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { folderOf, nearest } from "../folder-paths.ts";

/**
 * What a Go module requires for programs that its developers run, named in a file that no build compiles, is for development:
 * go.mod has it beside what the code needs. What the code at HEAD mentions as well is not.
 */
export function withGoTools(
  files: readonly FileHistory[],
  symbols: RepositoryEvidence["symbols"],
): FileHistory[] {
  const modules = files.filter(({ source }) => source === "go-mod");
  const folders = new Set(modules.map(({ path }) => folderOf(path)));
  const tools = new Map<string, string[]>();
  for (const { path, source, definitions = [] } of files)
    if (source === "go-tools")
      for (const { name, spans } of definitions)
        if (name === goToolName)
          for (const { value } of spans) append(tools, nearest(folderOf(path), folders), value);
  if (tools.size === 0) return [...files];
  const used = new Map<string, string[]>();
  for (const { folder, uses } of symbols)
    for (const { purl } of uses) if (purl !== null) append(used, nearest(folder, folders), purl);
  return files.map((file) => {
    const own = file.source === "go-mod" ? tools.get(folderOf(file.path)) : undefined;
    if (own === undefined) return file;
    const required = new Set(file.dependencies.map(({ purl }) => purl));
    const inModules = (packages: readonly string[]): ReadonlySet<string | null> =>
      new Set(packages.map((one) => moduleOf(one, required)));
    const forTools = inModules(own);
    const inCode = inModules(used.get(folderOf(file.path)) ?? []);
    const dependencies = file.dependencies.map((one) =>
      one.scope === "runtime" && forTools.has(one.purl) && !inCode.has(one.purl)
        ? { ...one, scope: "development" as const }
        : one,
    );
    return { ...file, dependencies };
  });
}

/** The required module with the longest path in front of the package's. */
function moduleOf(purl: string, required: ReadonlySet<string>): string | null {
  let at = purl;
  while (at !== "" && !required.has(at)) at = at.slice(0, Math.max(0, at.lastIndexOf("/")));
  return at === "" ? null : at;
}
