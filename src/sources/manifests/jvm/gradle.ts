import { CollectedFacts } from "../collected-facts.ts";
import { baseName, folderOf } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { readDependencies } from "./gradle-dependencies.ts";
import { readManagement } from "./gradle-managed.ts";
import { offerProject, readPublishing } from "./gradle-offers.ts";
import { readOwnPlugins, readPlugins, usePlugin } from "./gradle-plugins.ts";
import { GradleScript } from "./gradle-script.ts";
import { readSettings } from "./gradle-settings.ts";
import { readEntries } from "./gradle-catalog-dsl.ts";
import { scriptNodes, type ScriptNode } from "./script-nodes.ts";
import {
  argumentsOf,
  blockOf,
  callOf,
  groupOf,
  isSign,
  namedArgument,
  statementsOf,
  type Call,
  type Statement,
} from "./script-statements.ts";
import { template, valueOf } from "./script-values.ts";

const deepest = 40;

/**
 * Gradle build scripts, settings and scripts that these apply, in Groovy and Kotlin. They are programs and are not run: what
 * they declare in literal form is read, names that other files define are left to the linking, the rest is said.
 */
export const gradleSource = manifestSource({
  id: "gradle",
  version: 5,
  endings: ["gradle", "kts"],
  matches: (base) => base.endsWith(".gradle") || base.endsWith(".gradle.kts"),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const script = new GradleScript(facts, path);
    const nodes = scriptNodes(text, path.endsWith(".kts") ? "kotlin" : "groovy");
    const base = baseName(path);
    const isSettings = /^settings\.gradle(?:\.kts)?$/.test(base);
    if (isSettings) readSettings(script, nodes);
    walk(script, nodes, { project: undefined, depth: 0, takesAssignments: true });
    if (isBuildScript(path)) offerProject(script);
    else definePlugin(script);
    return facts.toFileFacts();
  },
});

/** `build.gradle`, or named after its project, as large builds do. */
function isBuildScript(path: string): boolean {
  const base = baseName(path).replace(/\.gradle(?:\.kts)?$/, "");
  return base === "build" || (base !== "" && base === baseName(folderOf(path)));
}

/** A script among the sources of a build is a plugin, with its file name for an id. */
function definePlugin({ facts, path }: GradleScript): void {
  const found =
    /(?:^|\/)src\/main\/(?:kotlin|groovy|java)\/(?:[^/]{1,100}\/){0,20}([^/]{1,200})\.gradle(?:\.kts)?$/.exec(
      path,
    );
  if (found?.[1] !== undefined) facts.define(`gradle.plugin:${found[1]}`, path);
}

/** Where in a script a statement stands. */
interface Place {
  /** See `Dependency.project`. */
  readonly project: string | undefined;
  readonly depth: number;
  /** Plain assignments define names here: at the top, in `ext`. */
  readonly takesAssignments: boolean;
}

function walk(script: GradleScript, nodes: readonly ScriptNode[], place: Place): void {
  if (place.depth > deepest) return;
  for (const statement of statementsOf(nodes)) {
    const isDeclared = script.readDeclaration(statement, place.takesAssignments);
    const call = callOf(statement);
    if (call !== null) readCall(script, statement, call, place, isDeclared);
  }
}

function readCall(
  script: GradleScript,
  statement: Statement,
  call: Call,
  place: Place,
  isDeclared: boolean,
): void {
  const word = call.path.slice(call.path.lastIndexOf(".") + 1);
  const block = blockOf(statement);
  readProperty(script, call, place);
  if (word === "apply") readApply(script, call, block, place);
  else if (block === null) return;
  else if (word === "dependencies" && !isDeclared)
    readDependencies(script, block.nodes, place.project);
  else if (word === "dependencyManagement") readManagement(script, block.nodes, place.project);
  else if (word === "plugins" && call.path === "plugins")
    readPlugins(script, block.nodes, place.project);
  else if (word === "ext" || word === "extra")
    walk(script, block.nodes, { ...place, depth: place.depth + 1, takesAssignments: true });
  else if (word === "gradlePlugin") readOwnPlugins(script, block.nodes);
  else if (
    word === "publishing" ||
    word === "mavenPublishing" ||
    word === "mavenPublish" ||
    word === "publications"
  )
    readPublishing(script, block.nodes);
  else if (word === "versionCatalog") readEntries(script, block.nodes, "catalog");
  else if (
    word === "pluginManagement" ||
    word === "versionCatalogs" ||
    word === "toolchainManagement"
  )
    return;
  else
    for (const [at, project] of projectsMeant(call, word, place).entries()) {
      if (at > 0 && !script.mayRepeat(statement)) return;
      const takesAssignments = project !== place.project;
      // Blocks may stand in the middle too: `if (…) { … } else { … }`.
      for (const node of statement) {
        const inner = groupOf(node, "{");
        if (inner !== null)
          walk(script, inner.nodes, { project, depth: place.depth + 1, takesAssignments });
      }
    }
}

/** The projects that a block configures; one that does something else leaves it at those around it. */
function projectsMeant(call: Call, word: string, place: Place): (string | undefined)[] {
  if (word === "allprojects") return ["gradle:**"];
  if (word === "subprojects") return ["gradle:*"];
  if (word !== "project" && word !== "configure") return [place.project];
  const named = projectPaths(argumentsOf(call.rest));
  if (named.length > 0) return named.map((path) => `gradle:${path}`);
  const words = argumentsOf(call.rest)[0] ?? [];
  if (words.some((node) => node.kind === "word" && node.value === "allprojects"))
    return ["gradle:**"];
  // `configure(publishedProjects)`: which they are is worked out by code.
  return word === "configure" &&
    /rojects\b/.test(words.map((node) => (node.kind === "word" ? node.value : "")).join(" "))
    ? ["gradle:*"]
    : [place.project];
}

function projectPaths(given: readonly (readonly ScriptNode[])[], depth = 0): string[] {
  if (depth > 4) return [];
  return given.flatMap((argument) =>
    argument.flatMap((node) => {
      if (node.kind === "text")
        return node.value.startsWith(":") && !node.value.includes("$") ? [node.value] : [];
      return node.kind === "group" && node.value !== "{"
        ? projectPaths([node.nodes], depth + 1)
        : [];
    }),
  );
}

/** `group = "…"`, `version '…'`, `archivesName.set("…")`. */
function readProperty(script: GradleScript, call: Call, place: Place): void {
  const value = valueOf(
    isSign(call.rest[0], "=") ? call.rest.slice(1) : (argumentsOf(call.rest)[0] ?? []),
  );
  if (value === null || value === "") return;
  const bare = call.path.replace(/^(?:project|this)\./, "");
  if (bare === "group" || bare === "version") {
    if (place.takesAssignments)
      script.facts.define(`gradle.${prefixOf(place.project)}${bare}`, value);
  } else if (bare === "description") {
    if (place.project === undefined && place.depth === 0) script.description = value;
  } else if (
    /^(?:base\.)?(?:archivesBaseName|archivesName)(?:\.set)?$/.test(bare) &&
    place.project === undefined
  )
    script.facts.define("gradle.artifact", value);
}

/** `subprojects.` before a name that the root sets for others. */
function prefixOf(project: string | undefined): string {
  if (project === undefined) return "";
  if (project === "gradle:**") return "allprojects.";
  return project === "gradle:*" ? "subprojects." : `${project.slice("gradle:".length)}.`;
}

/** `apply plugin: 'x'`, `apply(from = "x.gradle")`, `apply { plugin("x"); from("x") }`, `pluginManager.apply("x")`. */
function readApply(
  script: GradleScript,
  call: Call,
  block: { readonly nodes: readonly ScriptNode[] } | null,
  place: Place,
): void {
  for (const argument of argumentsOf(call.rest)) {
    const named = namedArgument(argument);
    const value = lastText(named?.value ?? argument);
    if (value === null) continue;
    if (named?.name === "from") includeScript(script, value);
    else if (named === null || named.name === "plugin")
      usePlugin(script, value, null, { line: call.line, project: place.project });
  }
  for (const statement of block === null ? [] : statementsOf(block.nodes)) {
    const inner = callOf(statement);
    const value = lastText(argumentsOf(inner?.rest ?? [])[0] ?? []);
    if (inner?.path === "from" && value !== null) includeScript(script, value);
    if (inner?.path === "plugin" && value !== null)
      usePlugin(script, value, null, { line: inner.line, project: place.project });
  }
}

/** `rootProject.file("x")`, `"$rootDir/x"`, `new File(rootDir, "x")`: the text, however it is wrapped. */
function lastText(nodes: readonly ScriptNode[]): string | null {
  for (const node of nodes.toReversed()) {
    if (node.kind === "text") return template(node.value);
    const inner = node.kind === "group" && node.value === "(" ? lastText(node.nodes) : null;
    if (inner !== null) {
      const isOfRoot = nodes.some(
        (one) => one.kind === "word" && /^(?:rootProject|rootDir|settingsDir)$/.test(one.value),
      );
      return isOfRoot ? `\${rootDir}/${inner}` : inner;
    }
  }
  return null;
}

/** The root of the build is known to the settings only: each folder above may be it. */
function includeScript(script: GradleScript, written: string): void {
  if (/^[a-z]{1,10}:\/\//.test(written)) {
    script.facts.problem("unsupported", `a script from elsewhere is applied: ${written}`);
    return;
  }
  const relative = written.replace(
    /^\$\{(?:projectDir|buildscript\.sourceFile\.parent|__DIR__)\}\//,
    "",
  );
  const ofRoot =
    /^\$\{(?:rootDir|rootProject\.(?:projectDir|rootDir)|projectDir|settingsDir)\}\/(.*)$/.exec(
      relative,
    )?.[1];
  if ((ofRoot ?? relative).includes("$")) {
    script.facts.problem("unsupported", `a script whose name is worked out is applied: ${written}`);
    return;
  }
  if (ofRoot === undefined) script.facts.include(script.fromRoot(relative), "gradle");
  else {
    const above = script.folder.split("/").filter((one) => one !== "");
    for (let depth = Math.min(above.length, 4); depth >= 0; depth -= 1)
      script.facts.include(
        [...above.slice(0, depth), ofRoot.replace(/^\.\//, "")].join("/"),
        "gradle",
      );
  }
}
