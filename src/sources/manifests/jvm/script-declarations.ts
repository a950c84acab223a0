import type { CollectedFacts } from "../collected-facts.ts";
import { coordinatesOf, defineModule } from "./coordinates.ts";
import type { ScriptNode } from "./script-nodes.ts";
import {
  argumentsOf,
  groupOf,
  isSign,
  isWord,
  namedArgument,
  pathAt,
  type Statement,
} from "./script-statements.ts";
import { isName, nameAsked, valueOf, written } from "./script-values.ts";

const modifiers = new Set(
  "val var def const final static public private internal protected lateinit lazy override abstract open @JvmField".split(
    " ",
  ),
);
const deepestMap = 6;

export interface Declaration {
  /** As it is asked for later. */
  readonly name: string;
  readonly value: readonly ScriptNode[];
  /** `val`, `def`, a type: a new name, and not a property of something that is already there. */
  readonly isNew: boolean;
}

/** `val rail = …`, `String rail = …`, `ext.rail = …`, `val rail by extra(…)`; null for any other statement. */
export function declarationOf(statement: Statement): Declaration | null {
  let from = 0;
  let isNew = false;
  while (isModifier(statement[from])) {
    isNew ||= /^(?:val|var|def|const|static|final)$/.test(statement[from]?.value ?? "");
    from += 1;
  }
  for (let at = from; at < Math.min(statement.length, from + 24); at += 1) {
    const node = statement[at];
    if (node?.kind === "group" && node.value === "{") return null;
    if (isWord(node, "by")) {
      const name = leftName(statement.slice(from, at));
      return name === null ? null : delegated(name.name, statement.slice(at + 1));
    }
    if (!isSign(node, "=")) continue;
    const left = leftName(statement.slice(from, at));
    return left === null
      ? null
      : { name: left.name, value: statement.slice(at + 1), isNew: isNew || left.isTyped };
  }
  return null;
}

function isModifier(node: ScriptNode | undefined): boolean {
  return node?.kind === "word" && modifiers.has(node.value);
}

/** `val rail by extra("1")`, `by extra { "1" }`; `by project` takes what is defined elsewhere. */
function delegated(name: string, nodes: readonly ScriptNode[]): Declaration | null {
  if (!isWord(nodes[0], "extra") && !isWord(nodes[0], "lazy")) return null;
  const value = groupOf(nodes[1], "(") ?? groupOf(nodes[1], "{");
  return value === null ? null : { name, value: value.nodes, isNew: true };
}

function leftName(
  nodes: readonly ScriptNode[],
): { readonly name: string; readonly isTyped: boolean } | null {
  const colon = nodes.findIndex((node) => isSign(node, ":"));
  const left = colon < 0 ? nodes : nodes.slice(0, colon);
  let from = 0;
  for (let at = 1; at < left.length; at += 1)
    if (
      left[at]?.kind === "word" &&
      (left[at - 1]?.kind === "word" || /^>+$/.test(left[at - 1]?.value ?? ""))
    )
      from = at;
  const name = nameAsked(written(left.slice(from)));
  return isName(name) ? { name, isTyped: from > 0 || colon >= 0 } : null;
}

/** What a name stands for: a text, a package, a map of names, a list of packages. False where it is none of these. */
export function defineValue(
  facts: CollectedFacts,
  name: string,
  nodes: readonly ScriptNode[],
  depth = 0,
): boolean {
  const text = valueOf(nodes);
  if (text !== null) {
    defineText(facts, name, text);
    return true;
  }
  const [first] = nodes;
  const [path, end] = pathAt(nodes, 0);
  const list =
    groupOf(first, "[") ??
    (/^(?:listOf|mapOf|arrayOf|setOf|mutableListOf|mutableMapOf)$/.test(path)
      ? groupOf(nodes[end], "(")
      : null);
  if (list === null || depth > deepestMap) return false;
  const members: string[] = [];
  for (const [index, argument] of argumentsOf([{ ...list, value: "(" }]).entries()) {
    const named = namedArgument(argument);
    const inner = named === null ? `${name}#${String(index)}` : `${name}.${named.name}`;
    if (defineValue(facts, inner, named?.value ?? argument, depth + 1)) members.push(inner);
  }
  const asked = moduleOf(list.nodes);
  if (asked !== null) defineText(facts, name, asked);
  else if (members.length > 0) facts.define(name, members.map((one) => `\${${one}}`).join(""));
  return true;
}

/** `[group: 'com.acme', name: 'rail', version: '1']` is one module. */
function moduleOf(nodes: readonly ScriptNode[]): string | null {
  const named = new Map(
    argumentsOf([{ kind: "group", value: "(", line: 0, nodes }]).flatMap((argument) => {
      const one = namedArgument(argument);
      return one === null ? [] : [[one.name, valueOf(one.value) ?? ""] as const];
    }),
  );
  const group = named.get("group") ?? "";
  const name = named.get("name") ?? "";
  return group === "" || name === "" ? null : `${group}:${name}:${named.get("version") ?? ""}`;
}

export function defineText(facts: CollectedFacts, name: string, text: string): void {
  const module = text.includes(":") ? coordinatesOf(text) : null;
  if (module === null || module.group === "") facts.define(name, text);
  else defineModule(facts, name, module);
}
