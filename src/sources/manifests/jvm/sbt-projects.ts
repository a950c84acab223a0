import { modulesIn, type SbtModule } from "./sbt-modules.ts";
import { readSettings, SbtSettings } from "./sbt-settings.ts";
import type { ScriptNode } from "./script-nodes.ts";
import { argumentsOf, groupOf, isWord, namedArgument, pathAt } from "./script-statements.ts";
import { valueOf, written } from "./script-values.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** One project of a build. */
export interface SbtProject {
  /** The value that other projects name it by. */
  readonly key: string;
  readonly id: string;
  /** As written, from the folder of the build. */
  readonly folder: string;
  readonly settings: SbtSettings;
  readonly uses: readonly { readonly key: string; readonly scope: Scope; readonly line: number }[];
  readonly plugins: readonly string[];
  /** What a function that makes projects is called with: it may hold modules. */
  readonly given: readonly SbtModule[];
  readonly line: number;
}

/** `it`, `it-play`, `rail-it`, `integration-tests` */
const testsName =
  /^(?:.{1,100}[-_])?(?:it|integration|acceptance|functional|e2e)(?:[-_]?tests?)?(?:[-_].{1,100})?$/i;

/** A project that is named like tests and takes in others for tests alone is part of what it tests. */
export function isOnlyTests({ key, id, folder, uses }: SbtProject): boolean {
  const isNamed = [key, id, folder.slice(folder.lastIndexOf("/") + 1)].some((name) =>
    testsName.test(name),
  );
  return isNamed && uses.length > 0 && uses.every(({ scope }) => scope === "test");
}

/** A copy of it that stands `lines` further down. */
export function projectMoved(project: SbtProject, lines: number): SbtProject {
  return {
    ...project,
    settings: project.settings.moved(lines),
    uses: project.uses.map((use) => ({ ...use, line: use.line + lines })),
    given: project.given.map((module) => ({ ...module, line: module.line + lines })),
    line: project.line + lines,
  };
}

const makers = new Set(["project", "Project", "crossProject", "projectMatrix"]);
const links: ReadonlySet<string> = new Set(
  "settings jvmSettings jsSettings nativeSettings dependsOn aggregate enablePlugins configs jvmConfigure disablePlugins".split(
    " ",
  ),
);
const settingsWord: ReadonlySet<string> = new Set(
  "settings jvmSettings jsSettings nativeSettings platformsSettings".split(" "),
);
const folderNames = /^(?:folder|dir|directory|base|path|location|id|name|projectName|module)$/;

/** `lazy val core = (project in file("core")).settings(…).dependsOn(…)`; null where the value is no project. */
export function projectOf(
  key: string,
  nodes: readonly ScriptNode[],
  build: SbtSettings,
  line: number,
): SbtProject | null {
  const [head, end] = pathAt(nodes, 0);
  const first = head.split(".")[0] ?? "";
  const isMade = makers.has(first) || startsWithMaker(nodes[0]);
  const hasLinks =
    nodes.some(
      (node, at) =>
        node.kind === "word" && links.has(node.value) && groupOf(nodes[at + 1], "(") !== null,
    ) || links.has(head.slice(head.lastIndexOf(".") + 1));
  const given = groupOf(nodes[end], "(");
  const isFunction =
    !isMade && given !== null && (given.nodes.some((node) => isWord(node, "project")) || hasLinks);
  if (!isMade && !isFunction && !hasLinks) return null;
  const settings = new SbtSettings();
  const uses: { key: string; scope: Scope; line: number }[] = [];
  const plugins: string[] = [];
  for (const [at, node] of nodes.entries()) {
    const brackets = node.kind === "word" ? groupOf(nodes[at + 1], "(") : null;
    if (brackets === null) continue;
    if (settingsWord.has(node.value)) readSettings(brackets.nodes, settings, build);
    else if (node.value === "dependsOn") for (const each of usesIn(brackets.nodes)) uses.push(each);
    else if (node.value === "enablePlugins")
      for (const each of argumentsOf([brackets]).map(written)) plugins.push(each);
  }
  const texts = given === null || !isFunction ? null : textsGiven(given.nodes);
  const ids =
    first === "Project" && given !== null
      ? (namedText(given.nodes, "id") ?? valueOf(argumentsOf([given])[0] ?? []))
      : null;
  return {
    key,
    id: ids ?? key,
    folder: fileIn(nodes, 0) ?? texts ?? (isMade && ids !== null ? ids : key),
    settings,
    uses: given !== null && isFunction ? [...uses, ...usesIn(given.nodes)] : uses,
    plugins,
    given: given !== null && isFunction ? modulesIn(given.nodes) : [],
    line,
  };
}

/** `(project in file("x"))` */
function startsWithMaker(node: ScriptNode | undefined): boolean {
  const inner = groupOf(node, "(");
  const first = inner?.nodes.find((one) => one.kind !== "break");
  return first?.kind === "word" && makers.has(first.value);
}

/** The first `file("…")`, `new File("…")`. */
function fileIn(nodes: readonly ScriptNode[], depth: number): string | null {
  if (depth > 4) return null;
  for (const [at, node] of nodes.entries()) {
    if (node.kind === "word" && settingsWord.has(node.value)) return null;
    const brackets = groupOf(nodes[at + 1], "(");
    if (
      node.kind === "word" &&
      (node.value === "file" || node.value === "File") &&
      brackets !== null
    )
      return valueOf(brackets.nodes);
    if (
      node.kind === "group" &&
      node.value === "(" &&
      !settingsWord.has(nodes[at - 1]?.value ?? "")
    ) {
      const found = fileIn(node.nodes, depth + 1);
      if (found !== null) return found;
    }
  }
  return null;
}

function textsGiven(nodes: readonly ScriptNode[]): string | null {
  const given = argumentsOf([{ kind: "group", value: "(", line: 0, nodes }]);
  for (const argument of given) {
    const named = namedArgument(argument);
    const text = named !== null && folderNames.test(named.name) ? valueOf(named.value) : null;
    if (text !== null && !text.includes("${")) return text;
  }
  const first = given.find((argument) => argument.length === 1 && argument[0]?.kind === "text");
  return first === undefined ? null : valueOf(first);
}

function namedText(nodes: readonly ScriptNode[], name: string): string | null {
  for (const argument of argumentsOf([{ kind: "group", value: "(", line: 0, nodes }])) {
    const named = namedArgument(argument);
    if (named?.name === name) return valueOf(named.value);
  }
  return null;
}

/** `core`, `core % "test->test"`, `core.jvm`, `LocalProject("core")`, also in lists. */
function usesIn(
  nodes: readonly ScriptNode[],
  depth = 0,
): { key: string; scope: Scope; line: number }[] {
  if (depth > 5) return [];
  const found: { key: string; scope: Scope; line: number }[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.kind === "group") for (const each of usesIn(node.nodes, depth + 1)) found.push(each);
    if (node?.kind !== "word") continue;
    const [path, end] = pathAt(nodes, at);
    const brackets = groupOf(nodes[end], "(");
    const isNamed =
      /^(?:LocalProject|ProjectRef|ClasspathDependency)$/.test(path) && brackets !== null;
    const key = isNamed ? (valueOf(brackets.nodes.slice(-1)) ?? "") : (path.split(".")[0] ?? "");
    const configuration =
      nodes[end]?.value === "%" ? (nodes[end + 1]?.value ?? "").toLowerCase() : "";
    const isTest = /^(?:test|it)\b/.test(configuration) && !configuration.includes("compile");
    found.push({ key, scope: isTest ? "test" : "runtime", line: node.line });
    at = isNamed ? end : Math.max(at, end - 1);
  }
  return found;
}
