import { readCatalogs } from "./gradle-catalog-dsl.ts";
import { definePluginVersions } from "./gradle-plugins.ts";
import type { GradleScript } from "./gradle-script.ts";
import type { ScriptNode } from "./script-nodes.ts";
import { useModule, coordinatesOf } from "./coordinates.ts";
import {
  argumentsOf,
  blockOf,
  callOf,
  groupOf,
  isSign,
  statementsOf,
  type Call,
  type Statement,
} from "./script-statements.ts";
import { valueOf } from "./script-values.ts";

const deepest = 12;

interface Projects {
  /** Path → folder below the settings' folder. */
  readonly folders: Map<string, string>;
  readonly names: Map<string, string>;
}

/** Settings of a build: which projects there are, where they lie and what they are called; catalogs; builds it includes. */
export function readSettings(script: GradleScript, nodes: readonly ScriptNode[]): void {
  const projects: Projects = { folders: new Map(), names: new Map() };
  readBlock(script, nodes, projects, 0);
  const { facts } = script;
  for (const [path, folder] of projects.folders) {
    const fromRoot = script.fromRoot(folder);
    facts.workspace(folder);
    const name = projects.names.get(path) ?? path.slice(path.lastIndexOf(":") + 1);
    const entry = { localPath: fromRoot };
    for (const asked of new Set([path, `accessor:${accessorOf(path)}`]))
      facts.definePackage(
        `gradle.project:${asked}`,
        "generic",
        path.slice(1).replaceAll(":", "/"),
        entry,
      );
    facts.define(`gradle.name:${fromRoot}`, name);
  }
}

/** `:some-rail:core` → `someRail.core`. */
function accessorOf(path: string): string {
  return path
    .slice(1)
    .split(":")
    .map((part) =>
      part.replace(/[-_.]([a-zA-Z0-9])/g, (_whole, next: string) => next.toUpperCase()),
    )
    .join(".");
}

function readBlock(
  script: GradleScript,
  nodes: readonly ScriptNode[],
  projects: Projects,
  depth: number,
): void {
  if (depth > deepest) return;
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    if (call === null) {
      readEach(statement, projects);
      continue;
    }
    const block = blockOf(statement);
    if (call.path === "include" || call.path === "includeFlat")
      readInclude(call, projects, call.path === "includeFlat");
    else if (call.path === "includeBuild") readIncludedBuild(script, call);
    else if (call.path === "rootProject.name" || call.path === "rootProject.setName") {
      const name = valueOf(
        isSign(call.rest[0], "=") ? call.rest.slice(1) : (argumentsOf(call.rest)[0] ?? []),
      );
      if (name !== null) script.facts.define("gradle.root", name);
    } else if (call.path === "project") readProject(call, projects);
    else if (call.path === "versionCatalogs" && block !== null) readCatalogs(script, block.nodes);
    else if (call.path === "plugins" && block !== null && depth > 0)
      definePluginVersions(script, block.nodes);
    else if (call.path === "useModule") {
      const module = coordinatesOf(valueOf(argumentsOf(call.rest)[0] ?? []) ?? "");
      if (module !== null) useModule(script.facts, module, { scope: "build", line: call.line });
    } else {
      readEach(statement, projects);
      for (const node of statement) {
        const inner = groupOf(node, "{");
        if (inner !== null) readBlock(script, inner.nodes, projects, depth + 1);
      }
    }
  }
}

function readInclude(call: Call, projects: Projects, isFlat: boolean): void {
  for (const argument of argumentsOf(call.rest)) {
    for (const path of pathsIn(argument)) addProject(projects, path, isFlat);
  }
}

function addProject(projects: Projects, written: string, isFlat = false): void {
  if (written.includes("$") || !/^[\w:.\-/ ]{1,200}$/.test(written)) return;
  const path = written.startsWith(":") ? written : `:${written}`;
  const folder = path.slice(1).replaceAll(":", "/");
  if (folder !== "") projects.folders.set(path, isFlat ? `../${folder}` : folder);
}

function pathsIn(nodes: readonly ScriptNode[], depth = 0): string[] {
  if (depth > 4) return [];
  return nodes.flatMap((node) => {
    if (node.kind === "text") return [node.value];
    return node.kind === "group" ? pathsIn(node.nodes, depth + 1) : [];
  });
}

/** `listOf("a", "b").forEach { include(":$it") }`, `['a', 'b'].each { include "lib:${it}" }` */
function readEach(statement: Statement, projects: Projects): void {
  const block = blockOf(statement);
  const isLoop = statement.some(
    (node) => node.kind === "word" && /^(?:forEach|each|for|onEach)$/.test(node.value),
  );
  if (block === null || !isLoop) return;
  const listed = pathsIn(statement.slice(0, -1));
  for (const inner of statementsOf(block.nodes)) {
    const call = callOf(inner);
    if (call?.path !== "include") continue;
    const written = valueOf(argumentsOf(call.rest)[0] ?? []);
    if (written === null || !written.includes("${")) continue;
    for (const one of listed) addProject(projects, written.replace(/\$\{[^${}]{1,100}\}/, one));
  }
}

/** `project(":x").projectDir = file("y/x")`, `project(":x").name = "z"`. */
function readProject(call: Call, projects: Projects): void {
  const path = valueOf(argumentsOf(call.rest)[0] ?? []);
  const property = call.rest.find(
    (node) => node.kind === "word" && /^(?:projectDir|name)$/.test(node.value),
  );
  if (path === null || property === undefined) return;
  const key = path.startsWith(":") ? path : `:${path}`;
  const at = call.rest.findIndex((node) => isSign(node, "="));
  if (at < 0) return;
  const value = pathsIn(call.rest.slice(at + 1))
    .at(-1)
    ?.replace(/^\$\{[^${}]{1,100}\}\//, "");
  if (value === undefined || value.includes("$")) return;
  if (property.value === "name") projects.names.set(key, value);
  else projects.folders.set(key, value);
}

/** Another build whose plugins and artefacts this one takes from its folder. */
function readIncludedBuild(script: GradleScript, call: Call): void {
  const folder = valueOf(argumentsOf(call.rest)[0] ?? []);
  if (folder === null || folder.includes("$") || folder.startsWith("/")) return;
  script.facts.define(`gradle.build:${script.fromRoot(folder)}`, folder);
}
