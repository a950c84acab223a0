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
  readonly #added: SbtModule[] = [];
  /** By name: how many had been added when it was taken out again. */
  readonly #removed = new Map<string, number>();
  /** Values that hold settings. */
  readonly others: string[] = [];
  isPlugin = false;
  isSkipped = false;

  /** What was added and not taken out again, in order. */
  get modules(): readonly SbtModule[] {
    if (this.#removed.size === 0) return this.#added;
    return this.#added.filter((one, index) => index >= (this.#removed.get(nameOf(one)) ?? 0));
  }

  add(module: SbtModule): void {
    this.#added.push(module);
  }

  takeOut(module: SbtModule): void {
    this.#removed.set(nameOf(module), this.#added.length);
  }

  /** What stands further down in the file, `lines` from where it counts from; what was said first holds. */
  take(other: SbtSettings, lines: number): void {
    for (const [key, { value, line }] of other.texts)
      if (!this.texts.has(key)) this.texts.set(key, { value, line: line + lines });
    for (const [name, count] of other.#removed) this.#removed.set(name, this.#added.length + count);
    for (const one of other.#added) this.#added.push({ ...one, line: one.line + lines });
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
    const settings = key.isOfBuild ? build : own;
    if (/^-{1,2}=$/.test(part[at]?.value ?? "")) takeOut(key, part.slice(at + 1), settings);
    else assign(key, part.slice(at + 1), settings);
    return;
  }
  const [path, end] = pathAt(part, 0);
  const brackets = groupOf(part[end], "(");
  const word = path.slice(path.lastIndexOf(".") + 1);
  if (word === "inThisBuild" && brackets !== null)
    readSettings(brackets.nodes, build, build, depth + 1);
  else if (word === "addSbtPlugin" || word === "addCompilerPlugin")
    for (const each of pluginsOf(part)) own.add(each);
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

/** `libraryDependencies -= "org.acme" %% "rail" % "1"`: not used after all, though other settings or plugins may have added it. */
function takeOut({ name }: Key, value: readonly ScriptNode[], settings: SbtSettings): void {
  if (name !== "libraryDependencies" && name !== "allDependencies") return;
  for (const one of modulesIn(value)) settings.takeOut(one);
}

function nameOf(one: SbtModule): string {
  return "reference" in one ? one.reference : `${one.group}:${one.name}`;
}

function assign(key: Key, value: readonly ScriptNode[], settings: SbtSettings): void {
  const { name, scope, before } = key;
  const line = value[0]?.line ?? 1;
  if (textKeys.has(name)) {
    const text = valueOf(value);
    if (text !== null && scope === null && !settings.texts.has(name))
      settings.texts.set(name, { value: text, line });
  } else if (name === "libraryDependencies" || name === "allDependencies") {
    for (const one of modulesIn(value)) settings.add({ ...one, scope: one.scope ?? scope });
  } else if (name === "sbtPlugin") settings.isPlugin ||= isWord(value[0], "true");
  else if (name === "skip" && /\bpublish\b/.test(before))
    settings.isSkipped ||= isWord(value[0], "true");
  else if (name === "publishArtifact" && before === "")
    settings.isSkipped ||= isWord(value[0], "false");
}
