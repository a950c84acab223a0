import type { ScriptGroup, ScriptNode } from "./script-nodes.ts";

export type Statement = readonly ScriptNode[];

/** What a statement does: `implementation("…") { … }`, `implementation '…'`, `a.b = …`. */
export interface Call {
  /** Words and dots at its beginning: `java.toolchain`, `implementation`. */
  readonly path: string;
  readonly line: number;
  /** What follows the path. */
  readonly rest: readonly ScriptNode[];
}

const goesOnAfter = /^(?:[-+*/%=:<>&|^]{1,20}|,|\.|\?|\?:|:=)$/;
const goesOnBefore = /^(?:[*/%=<>&|^]{1,20}|\+{1,2}=?|\.|\?|\?\.|\?:|::?:?|:\+|%{1,3})$/;
const goesOnWords = new Set(["by", "extends", "with", "in", "version", "apply"]);

/** The statements among nodes: a line break ends one unless an operator, comma or dot stands at either side of it. */
export function statementsOf(nodes: readonly ScriptNode[]): Statement[] {
  const statements: Statement[] = [];
  let current: ScriptNode[] = [];
  const end = (): void => {
    if (current.length > 0) statements.push(current);
    current = [];
  };
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) continue;
    if (node.kind === "sign" && node.value === ";") end();
    else if (node.kind !== "break") current.push(node);
    else {
      at = lastBreak(nodes, at);
      if (current.length > 0 && !goesOn(current, nodes[at + 1])) end();
    }
  }
  end();
  return statements;
}

/** Does a word on the next line begin a statement, whatever it is? */
export function endsStatement(nodes: readonly ScriptNode[]): boolean {
  const last = nodes.findLast((node) => node.kind !== "break");
  return last === undefined || (last.kind !== "sign" && !goesOnWords.has(last.value));
}

/** Of line breaks in a row, which are looked at once and together. */
function lastBreak(nodes: readonly ScriptNode[], from: number): number {
  let at = from;
  while (nodes[at + 1]?.kind === "break") at += 1;
  return at;
}

function goesOn(current: readonly ScriptNode[], after: ScriptNode | undefined): boolean {
  const before = current.at(-1);
  // `import sbt.*` ends with its line.
  if (isWord(current[0], "import") || isWord(current[0], "package")) return false;
  if (before?.kind === "sign" && goesOnAfter.test(before.value)) return true;
  if (before?.kind === "word" && goesOnWords.has(before.value)) return true;
  return after?.kind === "sign" && goesOnBefore.test(after.value);
}

/** The path at the beginning of a statement, or the text there: Kotlin calls a configuration by its name, `"api"(…)`. */
export function callOf(statement: readonly ScriptNode[]): Call | null {
  const first = statement[0];
  if (first === undefined) return null;
  if (first.kind === "text")
    return { path: first.value, line: first.line, rest: statement.slice(1) };
  const [path, end] = pathAt(statement, 0);
  return path === "" ? null : { path, line: first.line, rest: statement.slice(end) };
}

/** `a.b.c` from a position on, and where it ends; empty where no word stands there. */
export function pathAt(
  nodes: readonly ScriptNode[],
  from: number,
): readonly [path: string, end: number] {
  const first = nodes[from];
  if (first?.kind !== "word") return ["", from];
  const words = [first.value];
  let at = from + 1;
  for (;;) {
    const dot = nodes[at];
    const hasDot = dot?.kind === "sign" && (dot.value === "." || dot.value === "?");
    const after = hasDot ? skipped(nodes, at + 1) : at;
    const next = nodes[after];
    if (!hasDot || next?.kind !== "word" || words.length > 20) break;
    words.push(next.value);
    at = after + 1;
  }
  return [words.join("."), at];
}

/** Past the dot of `?.` and past line breaks. */
function skipped(nodes: readonly ScriptNode[], from: number): number {
  let at = from;
  while (nodes[at]?.kind === "break" || isSign(nodes[at], ".")) at += 1;
  return at;
}

export function isSign(node: ScriptNode | undefined, value: string): boolean {
  return node?.kind === "sign" && node.value === value;
}

export function isWord(node: ScriptNode | undefined, value: string): boolean {
  return node?.kind === "word" && node.value === value;
}

export function groupOf(node: ScriptNode | undefined, open: "(" | "[" | "{"): ScriptGroup | null {
  return node?.kind === "group" && node.value === open ? node : null;
}

/** The block of a call: its last group in braces. */
export function blockOf(nodes: readonly ScriptNode[]): ScriptGroup | null {
  return groupOf(nodes.at(-1), "{");
}

/** What stands in round brackets right behind the path, else what follows it without brackets (Groovy), without a block. */
export function argumentsOf(rest: readonly ScriptNode[]): (readonly ScriptNode[])[] {
  let at = 0;
  // `create<MavenPublication>("rail")`
  if (isSign(rest[0], "<")) {
    while (at < rest.length && rest[at]?.value.startsWith(">") === false) at += 1;
    at += 1;
  }
  const brackets = groupOf(rest[at], "(");
  if (brackets !== null) return separated(brackets.nodes);
  const block = rest.findIndex((node) => groupOf(node, "{") !== null);
  return separated(rest.slice(at, block < 0 ? undefined : block));
}

/** Parts between commas, without line breaks. */
export function separated(nodes: readonly ScriptNode[]): (readonly ScriptNode[])[] {
  const parts: ScriptNode[][] = [];
  let current: ScriptNode[] = [];
  for (const node of nodes) {
    if (isSign(node, ",")) {
      if (current.length > 0) parts.push(current);
      current = [];
    } else if (node.kind !== "break") current.push(node);
  }
  if (current.length > 0) parts.push(current);
  return parts;
}

/** `group: 'x'`, `group = "x"`, `"group" to "x"` → name and value; null for an argument without name. */
export function namedArgument(
  argument: readonly ScriptNode[],
): { readonly name: string; readonly value: readonly ScriptNode[] } | null {
  const [name, sign] = argument;
  if (name === undefined || (name.kind !== "word" && name.kind !== "text")) return null;
  const names = isSign(sign, ":") || isSign(sign, "=") || isWord(sign, "to");
  return names ? { name: name.value, value: argument.slice(2) } : null;
}
