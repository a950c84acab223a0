import { ManifestCollector } from "../manifest-collector.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";

interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  readonly comment: string;
  readonly line: number;
}

interface Replacement {
  readonly by: string;
  readonly version: string | null;
}

interface Requirement {
  readonly version: string | null;
  readonly isIndirect: boolean;
  readonly line: number;
}

/**
 * go.mod: https://go.dev/ref/mod#go-mod-file. `// indirect` requirements are what others need, and left out, except
 * those that a `tool` line runs, which are development.
 */
export const goMod = manifestSource({
  id: "go-mod",
  version: 2,
  endings: ["mod"],
  matches: (base) => base === "go.mod",
  read({ path, text }) {
    const collector = new ManifestCollector("golang");
    const directives = readDirectives(text);
    const replacements = replacementsOf(directives);
    const requirements = requirementsOf(directives, collector);
    readModule(directives, text, collector);
    const tools = toolModules(directives, requirements, collector);
    for (const [module, { version, isIndirect, line }] of requirements) {
      if (isIndirect && !tools.has(module)) continue;
      const replacement = replacements.get(module);
      collector.dependency({
        name: module,
        constraint: replacement?.version ?? version,
        scope: isIndirect ? "development" : "runtime",
        line,
        ...(replacement === undefined ? {} : targetOf(path, replacement)),
      });
    }
    return collector.facts();
  },
});

function readDirectives(text: string): Directive[] {
  const directives: Directive[] = [];
  let block: string | null = null;
  for (const [index, raw] of text.split("\n").entries()) {
    const slashes = raw.search(/(?:^|\s)\/\//);
    const comment = slashes === -1 ? "" : raw.slice(slashes).trim().slice(2).trim();
    const words = wordsOf(slashes === -1 ? raw : raw.slice(0, slashes));
    const [first, second] = words;
    if (first === undefined) continue;
    if (block !== null && first === ")") block = null;
    else if (block !== null) directives.push({ verb: block, words, comment, line: index + 1 });
    else if (second === "(") block = first;
    else directives.push({ verb: first, words: words.slice(1), comment, line: index + 1 });
  }
  return directives;
}

function wordsOf(line: string): string[] {
  return line
    .trim()
    .replace(/\($/, " (")
    .split(/\s+/)
    .map((word) => word.replace(/^["`]|["`]$/g, ""))
    .filter((word) => word !== "");
}

function readModule(
  directives: readonly Directive[],
  text: string,
  collector: ManifestCollector,
): void {
  const module = directives.find((directive) => directive.verb === "module");
  const name = module?.words[0];
  if (module === undefined || name === undefined) {
    collector.problem("invalid", "no module line");
    return;
  }
  collector.package({
    name,
    kind: kindOfName(name.replace(/\/v\d+$/, "")),
    deprecated: deprecationOf(text, module),
    line: module.line,
  });
}

/** The paragraph `// Deprecated: …` above the module line, or beside it. */
function deprecationOf(text: string, module: Directive): string | undefined {
  const above = text.split("\n", module.line - 1).reverse();
  const end = above.findIndex((line) => !line.trimStart().startsWith("//"));
  const comments = (end === -1 ? above : above.slice(0, end)).reverse();
  const words = [...comments.map((line) => line.trimStart().slice(2).trim()), module.comment];
  const start = words.findIndex((line) => line.startsWith("Deprecated:"));
  return start === -1 ? undefined : words.slice(start).join(" ").slice("Deprecated:".length).trim();
}

function requirementsOf(
  directives: readonly Directive[],
  collector: ManifestCollector,
): Map<string, Requirement> {
  const requirements = new Map<string, Requirement>();
  for (const { verb, words, comment, line } of directives) {
    const module = words[0];
    if (verb !== "require") continue;
    if (module === undefined || module.includes("@"))
      collector.problem("invalid", "require names no module", line);
    else {
      const isIndirect = /^indirect\b/.test(comment);
      requirements.set(module, { version: words[1] ?? null, isIndirect, line });
    }
  }
  return requirements;
}

/** `replace old [v] => new [v]`; the last one of a module stands. */
function replacementsOf(directives: readonly Directive[]): ReadonlyMap<string, Replacement> {
  const replacements = new Map<string, Replacement>();
  for (const { verb, words } of directives) {
    const arrow = words.indexOf("=>");
    const [old] = words;
    const by = words[arrow + 1];
    if (verb !== "replace" || arrow < 1 || old === undefined || by === undefined) continue;
    replacements.set(old, { by, version: words[arrow + 2] ?? null });
  }
  return replacements;
}

function targetOf(path: string, { by }: Replacement): ReturnType<typeof pathTarget> {
  return /^(?:\.{1,2}(?:\/|$)|\/|[a-zA-Z]:)/.test(by)
    ? pathTarget(path, by)
    : { origin: `https://${by}` };
}

/** A tool is a package inside a required module: the one with the longest path in front. */
function toolModules(
  directives: readonly Directive[],
  requirements: ReadonlyMap<string, Requirement>,
  collector: ManifestCollector,
): ReadonlySet<string> {
  const modules = new Set<string>();
  const own = directives.find((directive) => directive.verb === "module")?.words[0] ?? "";
  for (const { verb, words, line } of directives) {
    const tool = words[0];
    if (verb !== "tool" || tool === undefined || `${tool}/`.startsWith(`${own}/`)) continue;
    let module = tool.length > 300 ? "" : tool;
    while (module !== "" && !requirements.has(module)) {
      module = module.slice(0, Math.max(0, module.lastIndexOf("/")));
    }
    if (module === "") collector.problem("invalid", `tool ${tool} is in no required module`, line);
    else modules.add(module);
  }
  return modules;
}
