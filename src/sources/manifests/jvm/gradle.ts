import { ownRepository } from "#evidence/own-repository.ts";
import type { Scope } from "#evidence/facts.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { baseName, folderOf } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { blankComments } from "./blank-comments.ts";

const longestLine = 2_000;
const call = /^\s*(?:add\(\s*)?["']?([A-Za-z]\w{0,80})["']?/;
const coordinates =
  /["']([\w.${}-]{1,200}):([\w.${}-]{1,200})(?::([^"'@\s:]{0,100}))?(?::[\w.-]{1,60})?(?:@\w{1,20})?["']/g;
const mapNotation =
  /\bgroup\s*[:=]\s*["']([^"']{1,200})["'],\s*name\s*[:=]\s*["']([^"']{1,200})["'](?:,\s*version\s*[:=]\s*["']([^"']{1,100})["'])?/;
const projectNotation = /\bproject\(\s*(?:path\s*[:=]\s*)?["'](:[\w:.-]{1,200})["']/;
const plugin =
  /\b(?:id\s*\(?\s*|kotlin\(\s*)["']([\w.-]{1,200})["']\s*\)?(?:\s*\.?version\s*\(?\s*["']([^"']{1,100})["'])?/;
const variable =
  /^\s*(?:(?:def|val|var|const val|ext\.|extra\[")\s*)?["']?([A-Za-z_][\w.]{0,80})["'\]]*\s*(?::\s*String\s*)?=\s*["']([^"'$\n]{1,100})["']/;
const configuration =
  /(?:implementation|api|compile|compileonly|runtime|runtimeonly|providedcompile|classpath|annotationprocessor|kapt|ksp|developmentonly|mavenbom|coreLibraryDesugaring|lintchecks|detektplugins)$/i;

/** Gradle build scripts (Groovy and Kotlin): literal notations only; scripts are programs and are not run. */
export const gradleSource = manifestSource({
  id: "gradle",
  version: 1,
  matches: (base) => base.endsWith(".gradle") || base.endsWith(".gradle.kts"),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const lines = blankComments(text).split("\n");
    const variables = readVariables(lines);
    const settings = baseName(path).startsWith("settings.gradle");
    for (const [index, line] of lines.entries()) {
      if (line.length > longestLine) continue;
      if (settings) readProjects(facts, line);
      readPlugin(facts, line, index + 1);
      readDependency(facts, line, index + 1, variables);
    }
    if (!settings) offerArtifact(facts, path, text, variables);
    return facts.toFileFacts();
  },
});

type Variables = ReadonlyMap<string, string>;

function readVariables(lines: readonly string[]): Variables {
  const variables = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = line.length > longestLine ? [] : (variable.exec(line) ?? []);
    if (name === undefined || value === undefined) continue;
    variables.set(name, value);
    variables.set(name.slice(name.lastIndexOf(".") + 1), value);
  }
  return variables;
}

function readProjects(facts: CollectedFacts, line: string): void {
  if (!/^\s*include\b/.test(line) && !/^\s*["']:/.test(line)) return;
  for (const [, name = ""] of line.matchAll(/["']:?([\w:.-]{1,200})["']/g))
    facts.workspace(name.replaceAll(":", "/"));
}

function readPlugin(facts: CollectedFacts, line: string, number: number): void {
  if (!/^\s*(?:id\b|kotlin\()/.test(line)) return;
  const [whole, id = "", version] = plugin.exec(line) ?? [];
  if (whole === undefined) return;
  const name = /^\s*kotlin\(/.test(line) ? `org.jetbrains.kotlin.${id}` : id;
  // Plugins without a dot are Gradle's own.
  if (!name.includes(".")) return;
  facts.use("maven", `${name}.gradle.plugin`, {
    namespace: name,
    scope: "build",
    constraint: version === undefined || version.includes("$") ? null : version,
    line: number,
  });
}

function readDependency(
  facts: CollectedFacts,
  line: string,
  number: number,
  variables: Variables,
): void {
  const [head = "", word = ""] = call.exec(line) ?? [];
  if (!configuration.test(word)) return;
  const rest = line.slice(head.length);
  const scope = scopeOfConfiguration(word);
  const project = projectNotation.exec(rest)?.[1];
  if (project !== undefined) {
    const localPath = project.slice(1).replaceAll(":", "/");
    const name = baseName(localPath);
    if (name !== "") facts.use("generic", name, { scope, line: number, localPath });
    return;
  }
  const [, group, artifact, mapped] = mapNotation.exec(rest) ?? [];
  const found = [...rest.matchAll(coordinates)].map((match) => match.slice(1));
  if (group !== undefined) found.push([group, artifact ?? "", mapped ?? ""]);
  for (const [namespace = "", name = "", version] of found) {
    const resolved = [expand(namespace, variables), expand(name, variables)] as const;
    if (resolved[0] === null || resolved[1] === null)
      facts.problem("unsupported", "coordinates named by a variable of another file", number);
    else
      facts.use("maven", resolved[1], {
        namespace: resolved[0],
        scope,
        constraint: version === undefined ? null : expand(version, variables),
        line: number,
      });
  }
}

/** `testImplementation`, `androidTestApi`, `kaptTest` … */
function scopeOfConfiguration(name: string): Scope {
  const lower = name.toLowerCase();
  if (lower.includes("test")) return "test";
  if (/classpath|annotationprocessor|kapt|ksp|mavenbom|lintchecks|plugins$/.test(lower))
    return "build";
  if (lower.includes("developmentonly")) return "development";
  return /compileonly|providedcompile/.test(lower) ? "build" : "runtime";
}

/** The group is literal; the name is `artifactId`, else the folder's, else (at the root) the repository's by custom. */
function offerArtifact(
  facts: CollectedFacts,
  path: string,
  text: string,
  variables: Variables,
): void {
  const group =
    variables.get("group") ?? /^[ \t]{0,100}group\s{1,20}["']([\w.-]{1,200})["']/m.exec(text)?.[1];
  if (group === undefined || !baseName(path).startsWith("build.gradle")) return;
  const folder = baseName(folderOf(path));
  const name =
    variables.get("artifactId") ??
    variables.get("archivesBaseName") ??
    (folder === "" ? ownRepository : folder);
  facts.offer("maven", name, {
    namespace: group,
    kind: /\bjava-gradle-plugin\b/.test(text) ? "tooling" : "library",
    version:
      variables.get("version") ??
      /^[ \t]{0,100}version\s{1,20}["']([\w.-]{1,100})["']/m.exec(text)?.[1] ??
      null,
    isPrivate: !/\bmaven-publish\b|["']maven["']|\bpublishing\s*\{/.test(text),
    description: variables.get("description") ?? null,
  });
}

/** Replaces `$name` and `${name}`; null where one is unknown. */
function expand(text: string, variables: Variables): string | null {
  let isKnown = true;
  const expanded = text.replace(/\$\{?([A-Za-z_][\w.]{0,80})\}?/g, (_whole, name: string) => {
    const value = variables.get(name) ?? variables.get(name.slice(name.lastIndexOf(".") + 1));
    isKnown &&= value !== undefined;
    return value ?? "";
  });
  return isKnown && expanded !== "" && !expanded.includes("$") ? expanded : null;
}
