import { wordsOf } from "./ruby-arguments.ts";
import type { RubyToken } from "./ruby-tokens.ts";

/** What a reader made of a statement. `inner` holds for the block that the statement opens, if it opens one. */
export interface ReadStatement<Context> {
  readonly next: number;
  readonly inner?: Context;
}

const openers = new Set(["if", "unless", "while", "until", "for"]);
const alwaysOpeners = new Set(["case", "begin", "def", "class", "module"]);
const loops = new Set(["while", "until", "for"]);

interface Block<Context> {
  readonly closer: "end" | "}";
  readonly context: Context;
}

/**
 * Walks over Ruby's statements with the context of the blocks they stand in. `read` is called at the start of each
 * statement and answers null for those it does not know. Both branches of a condition are walked.
 */
export function walkStatements<Context>(
  tokens: readonly RubyToken[],
  root: Context,
  read: (at: number, context: Context) => ReadStatement<Context> | null,
): void {
  const blocks: Block<Context>[] = [];
  let isStart = true;
  let inner = root;
  /** `while … do`: that `do` opens nothing of its own. */
  let awaitsDo = false;
  const context = (): Context => blocks.at(-1)?.context ?? root;

  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) return;
    if (token.kind === "newline") {
      isStart = true;
      awaitsDo = false;
      at += 1;
      continue;
    }
    if (isStart) {
      inner = context();
      const statement = read(at, inner);
      if (statement !== null) {
        inner = statement.inner ?? inner;
        at = Math.max(statement.next, at + 1);
        isStart = false;
        continue;
      }
    }
    const previous = tokens[at - 1];
    const isMember = previous?.kind === "op" && (previous.text === "." || previous.text === "::");
    const text = token.kind === "word" && !isMember ? token.text : "";
    at += 1;
    if (text === "do" && awaitsDo) {
      awaitsDo = false;
      isStart = true;
    } else if (text === "do" || (token.kind === "op" && token.text === "{")) {
      blocks.push({ closer: text === "do" ? "end" : "}", context: inner });
      at = behindParameters(tokens, at);
      isStart = true;
    } else if (text === "end" || (token.kind === "op" && token.text === "}")) {
      close(blocks, text === "end" ? "end" : "}");
      isStart = false;
    } else if (
      alwaysOpeners.has(text) ||
      (openers.has(text) && (isStart || isOperator(previous)))
    ) {
      blocks.push({ closer: "end", context: context() });
      awaitsDo = loops.has(text);
      isStart = text === "begin";
    } else isStart = text === "then" || text === "else";
  }
}

/** `x = if …` is a value, and closed by `end`; `x if …` is not. */
function isOperator(token: RubyToken | undefined): boolean {
  return token?.kind === "op" && !/^[)\]}]$/.test(token.text);
}

function close(blocks: { closer: string }[], closer: string): void {
  if (blocks.at(-1)?.closer === closer) blocks.pop();
}

function behindParameters(tokens: readonly RubyToken[], at: number): number {
  if (!isOp(tokens[at], "|")) return at;
  for (let end = at + 1; end < tokens.length && end < at + 30; end += 1) {
    if (isOp(tokens[end], "|")) return end + 1;
  }
  return at;
}

/** `%w[a b].each do |name|`: the block runs once for each literal. Null for any other statement. */
export function readEach(
  tokens: readonly RubyToken[],
  start: number,
): { readonly next: number; readonly variable: string; readonly values: readonly string[] } | null {
  const list = readLiteralList(tokens, start);
  if (list === null) return null;
  const { next, values } = list;
  const opens = isOp(tokens[next + 2], "{") || isWord(tokens[next + 2], "do");
  const variable = tokens[next + 4];
  if (!isOp(tokens[next], ".") || !isWord(tokens[next + 1], "each") || !opens) return null;
  if (!isOp(tokens[next + 3], "|") || variable?.kind !== "word") return null;
  return isOp(tokens[next + 5], "|") ? { next: next + 2, variable: variable.text, values } : null;
}

function readLiteralList(
  tokens: readonly RubyToken[],
  start: number,
): { readonly next: number; readonly values: readonly string[] } | null {
  const first = tokens[start];
  if (first?.kind === "words" && first.isLiteral)
    return { next: start + 1, values: wordsOf(first) };
  if (!isOp(first, "[")) return null;
  const values: string[] = [];
  for (let at = start + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (isOp(token, "]")) return { next: at + 1, values };
    if (isOp(token, ",")) continue;
    if (token?.kind !== "string" || !token.isLiteral) return null;
    values.push(token.text);
  }
  return null;
}

export function isOp(token: RubyToken | undefined, text: string): boolean {
  return token?.kind === "op" && token.text === text;
}

export function isWord(token: RubyToken | undefined, text: string): boolean {
  return token?.kind === "word" && token.text === text;
}
