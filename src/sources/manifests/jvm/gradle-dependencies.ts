import { coordinatesOf, useModule, type Coordinates } from "./coordinates.ts";
import { readConstraints } from "./gradle-managed.ts";
import type { GradleScript } from "./gradle-script.ts";
import type { ScriptNode } from "./script-nodes.ts";
import {
  argumentsOf,
  blockOf,
  callOf,
  groupOf,
  namedArgument,
  pathAt,
  statementsOf,
  type Call,
} from "./script-statements.ts";
import { nameAsked, valueOf, written } from "./script-values.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const configuration =
  /(?:implementation|api|compile|compileonly|runtime|runtimeonly|classpath|annotationprocessor|kapt|ksp|developmentonly|mavenbom|coreLibraryDesugaring|lintchecks|lintpublish|detektplugins|shadow|provided)$/i;
const wrappers =
  /^(?:platform|enforcedPlatform|testFixtures|create|dependency|module|variantOf|listOf|setOf|arrayOf|files?Of|deobf|jarJar)$/;
/** Functions of Gradle that name no module. */
const nothingPublished =
  /^(?:files|fileTree|gradleApi|localGroovy|gradleTestKit|gradleKotlinDsl|embeddedKotlin|npm|devNpm|peerNpm|layout|sourceSets|configurations|compose|tasks|zipTree|provider|it)$/;
/** Blocks of `dependencies` that say which versions and variants are taken, and use nothing. */
const ofVersions: ReadonlySet<string> = new Set([
  "constraints",
  "components",
  "modules",
  "artifactTypes",
]);
const control = /^(?:if|else|for|while|try|when|catch|finally|with|apply|run|let|also)$/;

/** The block `dependencies` of a build script; `project` as in `Dependency.project`. */
export function readDependencies(
  script: GradleScript,
  nodes: readonly ScriptNode[],
  project: string | undefined,
): void {
  for (const statement of statementsOf(nodes)) {
    if (script.readDeclaration(statement)) continue;
    const call = callOf(statement);
    if (call === null) continue;
    const word = call.path.slice(call.path.lastIndexOf(".") + 1);
    const block = blockOf(statement);
    if (word === "constraints" && block !== null) readConstraints(script, block.nodes);
    if (ofVersions.has(word)) continue;
    if (control.test(word) || (block !== null && call.rest.length === 1)) {
      for (const node of call.rest) {
        const inner = groupOf(node, "{");
        if (inner !== null) readDependencies(script, inner.nodes, project);
      }
      continue;
    }
    readDeclared(script, word, call, project);
  }
}

function readDeclared(
  script: GradleScript,
  word: string,
  call: Call,
  project: string | undefined,
): void {
  let name = word;
  let given = argumentsOf(call.rest);
  if ((word === "add" || word === "addProvider") && given.length > 1) {
    name = valueOf(given[0] ?? []) ?? word;
    given = given.slice(1);
  }
  if (word === "invoke" || word === "exclude" || word === "println") return;
  const isKnown = configuration.test(name) || word === "add";
  const asked: Asked = {
    script,
    scope: scopeOfConfiguration(name),
    line: call.line,
    project,
    constraint: richVersion(blockOf(call.rest)?.nodes ?? []),
    isKnown,
  };
  readArguments(asked, given);
}

/** What one declaration asks for, however many modules it names. */
interface Asked {
  readonly script: GradleScript;
  readonly scope: Scope;
  readonly line: number;
  readonly project: string | undefined;
  readonly constraint: string | null;
  /** A configuration of a known name: what is not understood there is said. */
  readonly isKnown: boolean;
}

function readArguments(asked: Asked, given: readonly (readonly ScriptNode[])[]): void {
  const named = given.map(namedArgument).filter((one) => one !== null);
  if (named.length === 0) {
    for (const argument of given) readArgument(asked, argument);
    return;
  }
  const valueNamed = (name: string): string =>
    valueOf(named.find((one) => one.name === name)?.value ?? []) ?? "";
  const module = {
    group: valueNamed("group"),
    name: valueNamed("name"),
    version: valueNamed("version"),
  };
  if (module.group !== "" && module.name !== "") useCoordinates(asked, module);
  else
    for (const argument of given)
      if (namedArgument(argument) === null) readArgument(asked, argument);
}

function readArgument(asked: Asked, nodes: readonly ScriptNode[]): void {
  const list = nodes.length === 1 ? groupOf(nodes[0], "[") : null;
  if (list !== null) {
    readArguments(asked, argumentsOf([{ ...list, value: "(" }]));
    return;
  }
  const [path, end] = pathAt(nodes, 0);
  const brackets = groupOf(nodes[end], "(");
  const word = path.slice(path.lastIndexOf(".") + 1);
  if (brackets !== null && readFunction(asked, word, path, brackets.nodes)) return;
  if (path !== "" && nothingPublished.test(path.split(".")[0] ?? "")) return;
  if (word === "project" && path === "project" && nodes.length > 1) {
    readFunction(asked, "project", path, nodes.slice(end));
    return;
  }
  // Groovy: `implementation platform 'a:b:1'`
  if (wrappers.test(word) && nodes.length > end) {
    readArgument(asked, nodes.slice(end));
    return;
  }
  if (/^(?:rootProject\.)?projects\./.test(path)) {
    const accessor = path.replace(/^rootProject\./, "").slice("projects.".length);
    useProject(asked, `accessor:${accessor.replace(/\.dependencyProject$/, "")}`, null);
    return;
  }
  const value = valueOf(nodes);
  const module = value === null ? null : coordinatesOf(value);
  if (module !== null) useCoordinates(asked, module);
  else if (value !== null && /^\$\{[^${}]{1,300}\}$/.test(value))
    useReference(asked, value.slice(2, -1), null);
  else if (asked.isKnown && value === null)
    asked.script.facts.problem(
      "unsupported",
      `dependency worked out by code: ${written(nodes).slice(0, 80)}`,
      asked.line,
    );
}

/** True where the function is understood, also as one that names nothing published. */
function readFunction(
  asked: Asked,
  word: string,
  path: string,
  nodes: readonly ScriptNode[],
): boolean {
  const given = argumentsOf([{ kind: "group", value: "(", line: asked.line, nodes }]);
  const first = given[0] ?? [];
  if (word === "project" && !path.startsWith("dependencies.project.")) {
    const named = given.map(namedArgument).find((one) => one?.name === "path");
    const target = valueOf(named?.value ?? first);
    if (target !== null && !target.includes("$"))
      useProject(asked, target.startsWith(":") ? target : `:${target}`, target);
    return true;
  }
  if (word === "kotlin" && path === "kotlin") {
    const name = valueOf(first);
    if (name !== null)
      useCoordinates(asked, {
        group: "org.jetbrains.kotlin",
        name: `kotlin-${name}`,
        version: valueOf(given[1] ?? []) ?? "",
      });
    return true;
  }
  if (nothingPublished.test(path.split(".")[0] ?? "") || nothingPublished.test(word)) return true;
  if (!wrappers.test(word)) return false;
  readArguments(asked, given);
  return true;
}

function useCoordinates(asked: Asked, module: Coordinates): void {
  const { script, scope, line, project, constraint } = asked;
  const reference = /^\$\{([^${}]{1,300})\}$/.exec(module.group)?.[1];
  // `"${Deps.rail}:1.0"`: the constant holds group and name.
  const isVersion = /^(?:\d|\$\{[^${}]{0,200}version)/i.test(module.name);
  if (reference !== undefined && isVersion && module.version === "") {
    useReference(asked, reference, module.name);
    return;
  }
  useModule(script.facts, module, { scope, line, project, constraint });
}

function useReference(asked: Asked, name: string, version: string | null): void {
  const { script, scope, line, project, constraint } = asked;
  const reference = nameAsked(name);
  script.facts.use("generic", reference, {
    scope,
    line,
    project,
    reference,
    constraint: version ?? constraint,
  });
}

/** A project of the same build: its folder is what the settings say, until then what its path says. */
function useProject(asked: Asked, target: string, path: string | null): void {
  const { script, scope, line, project } = asked;
  const localPath =
    path?.replace(/^:/, "").replaceAll(":", "/") ??
    target.replace(/^accessor:/, "").replaceAll(".", "/");
  if (localPath === "" && path !== ":") return;
  script.facts.use("generic", localPath === "" ? "root" : localPath, {
    scope,
    line,
    project,
    localPath: script.fromRoot(localPath),
    reference: `gradle.project:${target}`,
  });
}

/** `{ version { strictly("1") } }` */
function richVersion(nodes: readonly ScriptNode[]): string | null {
  const rules = new Map<string, string>();
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    const block = call?.path === "version" ? blockOf(call.rest) : null;
    for (const inner of block === null ? [] : statementsOf(block.nodes)) {
      const rule = callOf(inner);
      const version = valueOf(argumentsOf(rule?.rest ?? [])[0] ?? []);
      if (rule !== null && /^(?:strictly|require|prefer)$/.test(rule.path) && version !== null)
        rules.set(rule.path, version);
    }
  }
  return chosenVersion(rules) ?? null;
}

/** Of a range Gradle takes what is preferred, while nobody else asks for more. */
export function chosenVersion(rules: ReadonlyMap<string, string>): string | undefined {
  const allowed = rules.get("strictly") ?? rules.get("require");
  const isRange = allowed === undefined || /[[\](),+]/.test(allowed);
  return (isRange ? rules.get("prefer") : undefined) ?? allowed;
}

/** `testImplementation`, `androidTestApi`, `kaptTest` … */
export function scopeOfConfiguration(name: string): Scope {
  const lower = name.toLowerCase();
  if (lower.includes("test") && !lower.includes("testfixtures")) return "test";
  if (/classpath|annotationprocessor|kapt|ksp|mavenbom|lintchecks|plugins$/.test(lower))
    return "build";
  if (lower.includes("developmentonly")) return "development";
  return /compileonly|provided/.test(lower) ? "build" : "runtime";
}
