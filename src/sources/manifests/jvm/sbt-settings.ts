import { modulesIn, type SbtModule } from "./sbt-modules.ts";
import type { ScriptNode } from "./script-nodes.ts";
import { groupOf, isSign, isWord, pathAt, separated } from "./script-statements.ts";
import { isName, nameAsked, valueOf } from "./script-values.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const assignment = /^(?::=|\+=|\+\+=|<\+=|<\+\+=|<<=|-=|--=)$/;
const deepest = 12;

/** What the settings of a project, or of a value that projects take in, say. */
export class SbtSettings {
  readonly texts = new Map<string, { readonly value: string; readonly line: number }>();
  readonly modules: SbtModule[] = [];
  /** Values that hold settings. */
  readonly others: string[] = [];
  isPlugin = false;
  isSkipped = false;

  /** What stands further down in the file, `lines` from where it counts from; what was said first holds. */
  take(other: SbtSettings, lines: number): void {
    for (const [key, { value, line }] of other.texts)
      if (!this.texts.has(key)) this.texts.set(key, { value, line: line + lines });
    for (const one of other.modules) this.modules.push({ ...one, line: one.line + lines });
    for (const one of other.others) this.others.push(one);
    this.isPlugin ||= other.isPlugin;
    this.isSkipped ||= other.isSkipped;
  }

  /** A copy of it that stands `lines` further down. */
  moved(lines: number): SbtSettings {
    const copy = new SbtSettings();
    copy.take(this, lines);
    return copy;
  }
}

const textKeys = new Set([
  "name",
  "moduleName",
  "normalizedName",
  "organization",
  "version",
  "description",
]);

/**
 * `name := "x", libraryDependencies ++= Seq(…), commonSettings, inThisBuild(List(…))`. What is set for the whole build goes
 * to `build`.
 */
export function readSettings(
  nodes: readonly ScriptNode[],
  own: SbtSettings,
  build: SbtSettings,
  depth = 0,
): void {
  if (depth > deepest) return;
  for (const part of separated(nodes)) readSetting(part, own, build, depth);
}

export function readSetting(
  part: readonly ScriptNode[],
  own: SbtSettings,
  build: SbtSettings,
  depth = 0,
): void {
  const at = part.findIndex((node) => node.kind === "sign" && assignment.test(node.value));
  if (at > 0) {
    const key = keyOf(part.slice(0, at));
    assign(key, part.slice(at + 1), key.isOfBuild ? build : own);
    return;
  }
  const [path, end] = pathAt(part, 0);
  const brackets = groupOf(part[end], "(");
  const word = path.slice(path.lastIndexOf(".") + 1);
  if (word === "inThisBuild" && brackets !== null)
    readSettings(brackets.nodes, build, build, depth + 1);
  else if (word === "addSbtPlugin" || word === "addCompilerPlugin")
    for (const each of pluginsOf(part)) own.modules.push(each);
  else if (/^(?:Seq|List|inConfig|Def)$/.test(word) || path === "")
    readGroups(part, own, build, depth);
  else {
    const name = nameAsked(path);
    if (isName(name)) own.others.push(name);
    readGroups(part.slice(end), own, build, depth);
  }
}

function pluginsOf(part: readonly ScriptNode[]): SbtModule[] {
  return modulesIn(part).map((one) => ({ ...one, scope: "build" as const }));
}

/** Settings in brackets anywhere: `commonSettings ++ Seq(…)`. */
function readGroups(
  part: readonly ScriptNode[],
  own: SbtSettings,
  build: SbtSettings,
  depth: number,
): void {
  for (const [at, node] of part.entries()) {
    if (node.kind === "group" && node.value !== "[")
      readSettings(node.nodes, own, build, depth + 1);
    else if (node.kind === "word" && isSign(part[at - 1], "++")) {
      const [path] = pathAt(part, at);
      if (!/^(?:Seq|List)$/.test(path) && isName(path)) own.others.push(path);
    }
  }
}

interface Key {
  readonly name: string;
  readonly isOfBuild: boolean;
  readonly scope: Scope | null;
  readonly before: string;
}

/** `ThisBuild / organization`, `organization in ThisBuild`, `Test / libraryDependencies`. */
function keyOf(nodes: readonly ScriptNode[]): Key {
  const words = nodes.flatMap((node) => (node.kind === "word" ? [node.value] : []));
  const hasIn = words.indexOf("in");
  const bare = words.filter((word) => word !== "in");
  const name = (hasIn > 0 ? bare[0] : bare.at(-1)) ?? "";
  const others = bare.filter((word) => word !== name);
  return {
    name: name === "skip" || name === "publishArtifact" ? name : name,
    isOfBuild: others.some((word) => /^(?:ThisBuild|Global)$/.test(word)),
    scope: others.some((word) => /^(?:Test|IntegrationTest|It)$/.test(word)) ? "test" : null,
    before: others.join(" "),
  };
}

function assign(key: Key, value: readonly ScriptNode[], settings: SbtSettings): void {
  const { name, scope, before } = key;
  const line = value[0]?.line ?? 1;
  if (textKeys.has(name)) {
    const text = valueOf(value);
    if (text !== null && scope === null && !settings.texts.has(name))
      settings.texts.set(name, { value: text, line });
  } else if (name === "libraryDependencies" || name === "allDependencies") {
    settings.modules.push(
      ...modulesIn(value).map((one) => ({ ...one, scope: one.scope ?? scope })),
    );
  } else if (name === "sbtPlugin") settings.isPlugin ||= isWord(value[0], "true");
  else if (name === "skip" && /\bpublish\b/.test(before))
    settings.isSkipped ||= isWord(value[0], "true");
  else if (name === "publishArtifact" && before === "")
    settings.isSkipped ||= isWord(value[0], "false");
}
