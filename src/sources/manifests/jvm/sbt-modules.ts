import type { ScriptGroup, ScriptNode } from "./script-nodes.ts";
import { groupOf, isSign, isWord, pathAt, separated } from "./script-statements.ts";
import { isName, nameAsked, valueOf, written } from "./script-values.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** What an expression of sbt names: a module, or a value that may hold modules. */
export type SbtModule =
  | {
      readonly group: string;
      readonly name: string;
      readonly version: string | null;
      readonly scope: Scope | null;
      readonly line: number;
    }
  | SbtReference;

export interface SbtReference {
  readonly reference: string;
  readonly scope: Scope | null;
  readonly line: number;
  /** Texts that a function is called with, in order. */
  readonly given: readonly string[];
  /** All that it is called with; null: what is no text. Absent where it is no call. */
  readonly asked?: readonly { readonly name: string | null; readonly text: string | null }[];
}

const deepest = 25;
const mostModules = 3_000;
/** Calls on what a call gives: from each of a long chain the rest of it would be gone through again. */
const mostLinks = 50;
const mostArguments = 10;
const percent: ReadonlySet<string> = new Set(["%", "%%", "%%%"]);
/** Words that hold no modules: those of Scala, of sbt, and shortcuts of Play for modules of its own. */
const noReference: ReadonlySet<string> = new Set(
  "Seq List Set Nil Option Some None Vector Array IndexedSeq Def if else match case for yield new true false null _ Test Provided Compile Runtime It IntegrationTest filters ws guice jdbc evolutions cache ehcache cacheApi caffeine javaWs javaJdbc javaJpa javaCore javaForms openId specs2 nettyServer pekkoHttpServer akkaHttpServer scalaVersion sbtVersion crossScalaVersions CrossVersion ModuleID libraryDependencies value println sys val def lazy import this project file url Resolver ExclusionRule String Int Boolean compilerPlugin sbt Keys to scala".split(
    " ",
  ),
);

/** What is asked of a list of modules, and makes another of it. */
const ofCollections =
  /(?:\.(?:map|flatMap|filter|filterNot|distinct|toSeq|toList|value|flatten|withFilter))+$/;

/** Modules and references in the order in which an expression names them. */
export function modulesIn(nodes: readonly ScriptNode[]): SbtModule[] {
  const found: SbtModule[] = [];
  collect(nodes, found, 0, false);
  return found;
}

function collect(
  nodes: readonly ScriptNode[],
  found: SbtModule[],
  depth: number,
  isPlugin: boolean,
): void {
  if (depth > deepest) return;
  for (let at = 0; at < nodes.length && found.length < mostModules;) {
    const node = nodes[at];
    if (node === undefined || node.kind === "break") {
      at += 1;
      continue;
    }
    const [chain, end] = chainAt(nodes, at);
    if (chain.length > 1) {
      add(found, chain, node.line, isPlugin, depth);
      at = skipModifiers(nodes, end);
      continue;
    }
    at = single(nodes, at, end, found, depth, isPlugin);
  }
}

/** Operands joined by `%`, `%%`, `%%%`, and where they end. */
function chainAt(
  nodes: readonly ScriptNode[],
  from: number,
): readonly [operands: (readonly ScriptNode[])[], end: number] {
  const operands: (readonly ScriptNode[])[] = [];
  let at = from;
  for (;;) {
    const end = operandEnd(nodes, at);
    if (end === at) return [operands, Math.max(at, from + 1)];
    operands.push(nodes.slice(at, end));
    const next = skipBreaks(nodes, end);
    const sign = nodes[next];
    if (sign?.kind !== "sign" || !percent.has(sign.value)) return [operands, end];
    at = skipBreaks(nodes, next + 1);
  }
}

const ofBefore: ReadonlySet<string> = new Set(
  "map flatMap filter exclude excludeAll cross classifier withSources force intransitive changing".split(
    " ",
  ),
);

/** A text, a path with the brackets behind it, or something in brackets. */
function operandEnd(nodes: readonly ScriptNode[], from: number): number {
  const first = nodes[from];
  if (first?.kind === "text") return from + 1;
  if (first?.kind === "group") return first.value === "(" ? from + 1 : from;
  if (first?.kind !== "word") return from;
  let [, at] = pathAt(nodes, from);
  for (
    let links = 0;
    links < mostLinks && (groupOf(nodes[at], "(") !== null || groupOf(nodes[at], "[") !== null);
    links += 1
  ) {
    at += 1;
    const isPath = isSign(nodes[at], ".") && nodes[at + 1]?.kind === "word";
    // `.map(_ % Test)` and the like speak of what stands before them.
    if (isPath && !ofBefore.has(nodes[at + 1]?.value ?? "")) [, at] = pathAt(nodes, at + 1);
  }
  return at;
}

function skipBreaks(nodes: readonly ScriptNode[], from: number): number {
  let at = from;
  while (nodes[at]?.kind === "break") at += 1;
  return at;
}

const modifiers: ReadonlySet<string> = new Set(
  "exclude excludeAll cross classifier withSources withJavadoc force intransitive notTransitive changing extra artifacts withConfigurations withDottyCompat excluding".split(
    " ",
  ),
);

/** `exclude("a", "b")`, `classifier "tests"`, `.cross(…)`, `withSources()` behind a module. */
function skipModifiers(nodes: readonly ScriptNode[], from: number): number {
  let at = from;
  for (;;) {
    const next = skipBreaks(nodes, at);
    const word = isSign(nodes[next], ".") ? next + 1 : next;
    if (!modifiers.has(nodes[word]?.value ?? "") || nodes[word]?.kind !== "word") return at;
    at = word + 1;
    if (groupOf(nodes[at], "(") !== null || nodes[at]?.kind === "text") at += 1;
    else if (nodes[at]?.kind === "word") [, at] = pathAt(nodes, at);
    if (groupOf(nodes[at], "(") !== null) at += 1;
  }
}

function add(
  found: SbtModule[],
  chain: readonly (readonly ScriptNode[])[],
  line: number,
  isPlugin: boolean,
  depth: number,
): void {
  const [first = [], second = [], third, fourth] = chain;
  const group = textOf(first);
  const name = textOf(second);
  if (first[0]?.kind === "word" && chain.length === 2 && scopeIn(second) !== null) {
    // `rail % Test` gives a value its scope.
    const inner: SbtModule[] = [];
    collect(first, inner, depth + 1, isPlugin);
    for (const each of inner.map((one) => ({ ...one, scope: scopeIn(second) ?? one.scope })))
      found.push(each);
    return;
  }
  if (isWord(first[0], "_")) return;
  if (group === null || name === null || group === "") return;
  const version = third === undefined ? null : scopeIn(third) === null ? textOf(third) : null;
  const scope =
    scopeIn(fourth ?? []) ?? (third === undefined || version !== null ? null : scopeIn(third));
  found.push({ group, name, version, scope: scope ?? (isPlugin ? "build" : null), line });
}

/** Text of an operand; of a choice (`if … "a" else "b"`) the first. */
function textOf(operand: readonly ScriptNode[]): string | null {
  const value = valueOf(operand);
  if (value !== null) return value;
  const inner = operand.length === 1 ? groupOf(operand[0], "(") : null;
  if (inner === null) {
    const [path, end] = pathAt(operand, 0);
    // A function that works a text out: its name may be one that is defined.
    return path !== "" && end < operand.length && isName(path) ? `\${${path}}` : null;
  }
  const choice = inner.nodes.findIndex((node) => isWord(node, "else"));
  const text = inner.nodes.slice(choice + 1).find((node) => node.kind === "text");
  return text === undefined ? null : valueOf([text]);
}

/** `Test`, `"test->test"`, `"it,test"`, `Provided`; null where it names no configuration. */
function scopeIn(operand: readonly ScriptNode[]): Scope | null {
  const [first] = operand;
  if (first === undefined) return null;
  const text = (
    first.kind === "text" ? first.value : first.kind === "word" ? written(operand) : ""
  ).toLowerCase();
  if (/\bcompile\b/.test(text))
    return first.kind === "text" || /^compile$/.test(text) ? "runtime" : null;
  if (
    /^(?:it|test|integrationtest|e2e|functionaltest|componenttest|acceptancetest)\b|[,;]\s{0,3}test\b/.test(
      text,
    ) &&
    !text.includes(".")
  )
    return "test";
  if (/^(?:provided|optional)\b/.test(text)) return "build";
  return /^(?:runtime|compileonly|scalatool|plugin)\b/.test(text) ? "runtime" : null;
}

/** Anything that is no chain: brackets are gone into, paths are references. Returns where to go on. */
function single(
  nodes: readonly ScriptNode[],
  at: number,
  end: number,
  found: SbtModule[],
  depth: number,
  isPlugin: boolean,
): number {
  const node = nodes[at];
  if (node?.kind === "group") {
    inGroup(nodes, at, found, depth, isPlugin);
    return at + 1;
  }
  if (node?.kind !== "word") return at + 1;
  const [path, after] = pathAt(nodes, at);
  const word = path.slice(path.lastIndexOf(".") + 1);
  const brackets = groupOf(nodes[after], "(");
  if (word === "addSbtPlugin" || word === "compilerPlugin" || word === "addCompilerPlugin") {
    if (brackets !== null) collect(brackets.nodes, found, depth + 1, true);
    return after + 1;
  }
  const isOfBefore = isSign(nodes[at - 1], ".");
  const isKeyword = noReference.has(path.split(".", 1)[0] ?? "") || isOfBefore;
  if (!isKeyword && !/^[\d_]/.test(path) && !isArrow(nodes[after]) && !isSign(nodes[after], "=")) {
    const name = nameAsked(path.replace(ofCollections, ""));
    if (isName(name))
      found.push({
        reference: name,
        scope: null,
        line: node.line,
        given: brackets === null ? [] : givenTo(brackets),
        ...(brackets === null ? {} : { asked: askedWith(brackets) }),
      });
    // What a function is called with is no module by itself, unless modules are written there.
    if (brackets !== null && hasModules(brackets.nodes, 0))
      collect(brackets.nodes, found, depth + 1, isPlugin);
    return Math.max(end, brackets === null ? after : after + 1);
  }
  return after;
}

function isArrow(node: ScriptNode | undefined): boolean {
  return isSign(node, "=>") || isSign(node, ":=") || isSign(node, "+=") || isSign(node, "++=");
}

function givenTo(brackets: ScriptGroup): string[] {
  return brackets.nodes.flatMap((node) =>
    node.kind === "text"
      ? [node.value]
      : node.kind === "word" && isName(node.value)
        ? [`\${${node.value}}`]
        : [],
  );
}

/** `("json", version = versions.json)` */
function askedWith(brackets: ScriptGroup): NonNullable<SbtReference["asked"]> {
  return separated(brackets.nodes)
    .slice(0, mostArguments)
    .map((argument) => {
      const isNamed = argument[0]?.kind === "word" && isSign(argument[1], "=");
      return {
        name: isNamed ? (argument[0]?.value ?? null) : null,
        text: valueOf(isNamed ? argument.slice(2) : argument),
      };
    });
}

function hasModules(nodes: readonly ScriptNode[], depth: number): boolean {
  return (
    depth < 6 &&
    nodes.some(
      (node) =>
        (node.kind === "sign" && percent.has(node.value)) ||
        (node.kind === "group" && hasModules(node.nodes, depth + 1)),
    )
  );
}

/** `Seq(…)`, followed by `.map(_ % Test)` or `.map(_ % "1.0")`: that holds for all of it. */
function inGroup(
  nodes: readonly ScriptNode[],
  at: number,
  found: SbtModule[],
  depth: number,
  isPlugin: boolean,
): void {
  const group = nodes[at];
  if (group?.kind !== "group") return;
  const inner: SbtModule[] = [];
  collect(group.nodes, inner, depth + 1, isPlugin);
  const next = skipBreaks(nodes, at + 1);
  const word = isSign(nodes[next], ".") ? next + 1 : next;
  const mapped = isWord(nodes[word], "map")
    ? (groupOf(nodes[word + 1], "(") ?? groupOf(nodes[word + 1], "{"))
    : null;
  const percentAt = mapped?.nodes.findIndex((node) => isSign(node, "%")) ?? -1;
  const operand = mapped === null || percentAt < 0 ? [] : mapped.nodes.slice(percentAt + 1);
  const scope = scopeIn(operand);
  const version = scope === null && operand.length > 0 ? textOf(operand) : null;
  for (const one of inner)
    found.push({
      ...one,
      ...(scope === null ? {} : { scope }),
      ...("group" in one && one.version === null && version !== null ? { version } : {}),
    });
}
