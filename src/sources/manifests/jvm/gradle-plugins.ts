import { pluginMarker } from "./coordinates.ts";
import type { GradleScript } from "./gradle-script.ts";
import type { ScriptNode } from "./script-nodes.ts";
import {
  argumentsOf,
  callOf,
  groupOf,
  isSign,
  isWord,
  statementsOf,
  type Call,
} from "./script-statements.ts";
import { nameAsked, valueOf } from "./script-values.ts";

/** Plugins that come with Gradle have no dot in their ids; those of a build's own scripts may have none either. */
const ofGradle =
  /^(?:java|java-base|java-library|java-platform|java-gradle-plugin|java-test-fixtures|java-library-distribution|jvm-test-suite|jvm-toolchains|application|groovy|groovy-base|scala|scala-base|war|ear|antlr|jacoco|jacoco-report-aggregation|test-report-aggregation|checkstyle|pmd|codenarc|findbugs|jdepend|signing|maven|maven-publish|ivy-publish|publishing|distribution|base|idea|eclipse|eclipse-wtp|version-catalog|kotlin-dsl|kotlin-dsl-base|kotlin-dsl-precompiled-script-plugins|groovy-gradle-plugin|embedded-kotlin|build-init|wrapper|help-tasks|project-report|project-reports|build-dashboard|reporting-base|lifecycle-base|visual-studio|xcode|osgi|announce|build-announcements|cpp.*|swift.*|kotlin|kotlin-android|kotlin-kapt|kotlin-parcelize|kotlin-android-extensions|kotlin-platform-.*|android|android-library)$/;
const published =
  /^(?:maven|maven-publish|ivy-publish|java-gradle-plugin|com\.gradle\.plugin-publish|com\.vanniktech\.maven\.publish(?:\.base)?|nebula\..*publish.*|com\.netflix\.nebula\..*publish.*)$/;
const coreWords = new Set([
  "java",
  "application",
  "groovy",
  "scala",
  "war",
  "ear",
  "jacoco",
  "idea",
  "eclipse",
  "signing",
  "checkstyle",
  "pmd",
  "base",
  "antlr",
]);

/** The block `plugins` of a build script: `id("x") version "1"`, `alias(libs.plugins.x)`, `kotlin("jvm")`. */
export function readPlugins(
  script: GradleScript,
  nodes: readonly ScriptNode[],
  project: string | undefined,
): void {
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    if (call === null) continue;
    const [word = ""] = call.path.split(".");
    const first = firstArgument(call);
    const place = { line: call.line, project };
    if (word === "id") {
      const id = valueOf(first);
      if (id !== null) usePlugin(script, id, versionOf(call), place);
    } else if (word === "kotlin" && first.length > 0) {
      const id = valueOf(first);
      if (id !== null) usePlugin(script, `org.jetbrains.kotlin.${id}`, versionOf(call), place);
    } else if (word === "alias") {
      const value = valueOf(first);
      if (value !== null) usePlugin(script, value, versionOf(call), place);
    } else if (coreWords.has(call.path) || (call.rest.length === 0 && !call.path.includes(".")))
      usePlugin(script, call.path, null, place);
  }
}

/** What stands in brackets, else (Groovy) the one node behind the word. */
function firstArgument(call: Call): readonly ScriptNode[] {
  const brackets = groupOf(call.rest[0], "(");
  if (brackets !== null) return argumentsOf(call.rest)[0] ?? [];
  const end = call.rest.findIndex((node) => isWord(node, "version") || isWord(node, "apply"));
  return call.rest.slice(0, end < 0 ? undefined : end);
}

function versionOf({ rest }: Call): string | null {
  const at = rest.findIndex((node) => isWord(node, "version"));
  if (at < 0) return null;
  const brackets = groupOf(rest[at + 1], "(");
  if (brackets !== null) return valueOf(brackets.nodes);
  const end = rest.findIndex(
    (node, index) => index > at && (isWord(node, "apply") || isSign(node, ".")),
  );
  return valueOf(rest.slice(at + 1, end < 0 ? undefined : end)) ?? valueOf(rest.slice(at + 1));
}

/** Where a plugin is asked for. */
export interface PluginPlace {
  readonly line: number;
  readonly project: string | undefined;
}

/** `id` may be `${name}`, an entry of a catalog. A version without a use is one for others. */
export function usePlugin(
  script: GradleScript,
  id: string,
  version: string | null,
  { line, project }: PluginPlace,
): void {
  const { facts, plugins } = script;
  const reference = /^\$\{([^${}]{1,300})\}$/.exec(id)?.[1];
  if (reference !== undefined) {
    const name = nameAsked(reference);
    plugins.add(name);
    facts.use("generic", name, {
      scope: "build",
      reference: name,
      constraint: version,
      line,
      project,
    });
    return;
  }
  plugins.add(id);
  if (published.test(id)) script.isPublished = true;
  // `apply plugin: com.acme.RailPlugin` names a class.
  if (ofGradle.test(id) || /\.[A-Z]\w{0,100}$/.test(id) || id.includes("/") || id === "") return;
  if (version !== null) facts.define(`gradle.plugin-version:${id}`, version);
  const marker = pluginMarker(id);
  facts.use("maven", marker.name, {
    namespace: marker.group,
    scope: "build",
    constraint: version ?? `\${gradle.plugin-version:${id}}`,
    line,
    project,
  });
}

/** `pluginManagement { plugins { id("x") version "1" } }`: versions, not uses. */
export function definePluginVersions(script: GradleScript, nodes: readonly ScriptNode[]): void {
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    const given = call === null ? null : valueOf(firstArgument(call));
    const version = call === null ? null : versionOf(call);
    if (call === null || given === null || version === null) continue;
    const id = call.path.startsWith("kotlin") ? `org.jetbrains.kotlin.${given}` : given;
    script.facts.define(`gradle.plugin-version:${id}`, version);
  }
}

/** `gradlePlugin { plugins { create("x") { id = "…" } } }`: ids under which this project's plugins are published. */
export function readOwnPlugins(
  script: GradleScript,
  nodes: readonly ScriptNode[],
  depth = 0,
): void {
  if (depth > 6) return;
  for (const statement of statementsOf(nodes)) {
    const call = callOf(statement);
    if (call === null) continue;
    const isId = /^(?:id|it\.id|this\.id)(?:\.set)?$/.test(call.path);
    const value = isId
      ? valueOf(isSign(call.rest[0], "=") ? call.rest.slice(1) : (argumentsOf(call.rest)[0] ?? []))
      : null;
    if (value !== null) script.ownPlugins.add(value);
    for (const node of statement) {
      const block = groupOf(node, "{");
      if (block !== null) readOwnPlugins(script, block.nodes, depth + 1);
    }
  }
}
