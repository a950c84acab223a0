import type { PythonToken } from "./python-tokens.ts";

export interface LiteralText {
  readonly text: string;
  readonly line: number;
}

/** What an expression says without running it; `isComplete` is false where a part of a list is computed. */
export type PythonValue =
  | { readonly kind: "texts"; readonly texts: readonly LiteralText[]; readonly isComplete: boolean }
  | { readonly kind: "table"; readonly entries: ReadonlyMap<string, PythonValue> }
  | { readonly kind: "dynamic" };

/** An argument with the tokens of its expression. */
export type PythonArgument = PythonValue & {
  readonly line: number;
  readonly tokens: readonly PythonToken[];
};

const dynamic: PythonValue = { kind: "dynamic" };
const depthLimit = 10;
/** Put into lists, in one file: each of forty names that adds the one before to itself has twice as many. */
const mostTexts = 200_000;
const openers = new Set(["(", "[", "{"]);
const closers = new Set([")", "]", "}"]);

/** Reads literals of strings, lists, tuples and dictionaries, and names that the module binds once to such a literal. */
export class PythonLiterals {
  readonly #tokens: readonly PythonToken[];
  readonly #names = new Map<string, PythonValue>();
  #textsLeft = mostTexts;

  constructor(tokens: readonly PythonToken[]) {
    this.#tokens = tokens;
    for (let at = 0; at < tokens.length; at += 1) {
      const name = tokens[at];
      if (name?.kind !== "name" || !name.isAtMargin || !this.#isOp(at + 1, "=")) continue;
      if (this.#isOp(at + 2, "=")) continue;
      const isTwice = this.#names.has(name.text);
      this.#names.set(name.text, isTwice ? dynamic : this.#read(at + 2, 0).value);
    }
  }

  /** Keyword arguments of the first call of `callee`, with the line of each; null where it is not called. */
  keywordArguments(callee: string): ReadonlyMap<string, PythonArgument> | null {
    const start = this.#tokens.findIndex(
      (token, at) =>
        token.kind === "name" &&
        token.text === callee &&
        this.#isOp(at + 1, "(") &&
        !this.#isDefinition(at),
    );
    if (start === -1) return null;
    const found = new Map<string, PythonArgument>();
    let at = start + 2;
    while (at < this.#tokens.length && !this.#isOp(at, ")")) {
      const keyword = this.#tokens[at];
      if (keyword?.kind === "name" && this.#isOp(at + 1, "=")) {
        const { value, next } = this.#read(at + 2, 0);
        const tokens = this.#tokens.slice(at + 2, next);
        found.set(keyword.text, { ...value, line: keyword.line, tokens });
        at = next;
      } else at = this.#skip(at);
      if (this.#isOp(at, ",")) at += 1;
      else break;
    }
    return found;
  }

  #isDefinition(at: number): boolean {
    const before = this.#tokens[at - 1];
    return before?.kind === "name" && (before.text === "def" || before.text === "import");
  }

  #read(start: number, depth: number): { readonly value: PythonValue; readonly next: number } {
    let { value, next } = this.#operand(start, depth);
    while (this.#isOp(next, "+")) {
      const right = this.#operand(next + 1, depth);
      value = this.#concatenation(value, right.value);
      next = right.next;
    }
    const token = this.#tokens[next];
    const isOver =
      token === undefined ||
      token.isAtMargin ||
      (token.kind === "op" && /[,)\]}]/.test(token.text));
    return isOver ? { value, next } : { value: dynamic, next: this.#skip(next) };
  }

  #operand(start: number, depth: number): { readonly value: PythonValue; readonly next: number } {
    const token = this.#tokens[start];
    if (token?.kind === "string") return this.#string(start);
    if (token?.kind === "name" && !this.#isOp(start + 1, "(") && !this.#isOp(start + 1, ".")) {
      return { value: this.#names.get(token.text) ?? dynamic, next: start + 1 };
    }
    if (depth < depthLimit && (this.#isOp(start, "[") || this.#isOp(start, "(")))
      return this.#list(start, depth);
    if (depth < depthLimit && this.#isOp(start, "{")) return this.#table(start, depth);
    return { value: dynamic, next: this.#skip(start) };
  }

  #string(start: number): { readonly value: PythonValue; readonly next: number } {
    const line = this.#tokens[start]?.line ?? 1;
    let text = "";
    let isLiteral = true;
    let next = start;
    for (let token = this.#tokens[next]; token?.kind === "string"; token = this.#tokens[next]) {
      text += token.text;
      isLiteral &&= token.isLiteral;
      next += 1;
    }
    return {
      value: isLiteral ? { kind: "texts", texts: [{ text, line }], isComplete: true } : dynamic,
      next,
    };
  }

  #list(start: number, depth: number): { readonly value: PythonValue; readonly next: number } {
    const texts: LiteralText[] = [];
    let isComplete = true;
    let next = start + 1;
    while (next < this.#tokens.length && !this.#isClose(next)) {
      const item = this.#read(next, depth + 1);
      const isRead = item.value.kind === "texts" && this.#mayTake(item.value.texts.length);
      if (isRead) for (const each of item.value.texts) texts.push(each);
      isComplete &&= isRead && item.value.isComplete;
      next = item.next;
      if (!this.#isOp(next, ",")) break;
      next += 1;
    }
    return { value: { kind: "texts", texts, isComplete }, next: next + 1 };
  }

  #table(start: number, depth: number): { readonly value: PythonValue; readonly next: number } {
    const entries = new Map<string, PythonValue>();
    let next = start + 1;
    while (this.#tokens[next]?.kind === "string" && this.#isOp(next + 1, ":")) {
      const key = this.#tokens[next]?.text ?? "";
      const item = this.#read(next + 2, depth + 1);
      entries.set(key, item.value);
      next = item.next;
      if (!this.#isOp(next, ",")) break;
      next += 1;
    }
    return this.#isOp(next, "}")
      ? { value: { kind: "table", entries }, next: next + 1 }
      : { value: dynamic, next: this.#skip(start) };
  }

  /** On to the comma or bracket that ends the expression, or to the module's next statement. */
  #skip(start: number): number {
    let depth = 0;
    for (let at = start; at < this.#tokens.length; at += 1) {
      const token = this.#tokens[at];
      if (token === undefined) return at;
      if (token.isAtMargin && depth === 0 && at > start) return at;
      if (token.kind !== "op") continue;
      if (openers.has(token.text)) depth += 1;
      else if (closers.has(token.text)) {
        if (depth === 0) return at;
        depth -= 1;
      } else if (token.text === "," && depth === 0) return at;
    }
    return this.#tokens.length;
  }

  #isClose(at: number): boolean {
    const token = this.#tokens[at];
    return token?.kind === "op" && closers.has(token.text);
  }

  #isOp(at: number, text: string): boolean {
    const token = this.#tokens[at];
    return token?.kind === "op" && token.text === text;
  }

  #concatenation(left: PythonValue, right: PythonValue): PythonValue {
    if (left.kind !== "texts" && right.kind !== "texts") return dynamic;
    const texts = [left, right].flatMap((side) =>
      side.kind === "texts" && this.#mayTake(side.texts.length) ? side.texts : [],
    );
    const isComplete =
      this.#textsLeft >= 0 &&
      [left, right].every((side) => side.kind === "texts" && side.isComplete);
    return { kind: "texts", texts, isComplete };
  }

  #mayTake(count: number): boolean {
    this.#textsLeft -= count;
    return this.#textsLeft >= 0;
  }
}
