import type { RubyToken } from "./ruby-tokens.ts";

/** What an argument says without running it. `name` is a bare identifier: a variable of a block, perhaps. */
export type RubyValue =
  | { readonly kind: "strings"; readonly values: readonly string[]; readonly isList: boolean }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "dynamic" };

export interface RubyCall {
  readonly positional: readonly RubyValue[];
  readonly named: ReadonlyMap<string, RubyValue>;
  /** Index of the first token behind the arguments. */
  readonly next: number;
}

const dynamic: RubyValue = { kind: "dynamic" };
const stopWords = new Set([
  "if",
  "unless",
  "do",
  "while",
  "until",
  "rescue",
  "and",
  "or",
  "end",
  "then",
]);

/** Reads the arguments of a call, with or without parentheses, from the token behind the method's name. */
export function readArguments(tokens: readonly RubyToken[], start: number): RubyCall {
  return new ArgumentReader(tokens, start).call();
}

class ArgumentReader {
  readonly #tokens: readonly RubyToken[];
  #at: number;
  readonly #positional: RubyValue[] = [];
  readonly #named = new Map<string, RubyValue>();

  constructor(tokens: readonly RubyToken[], start: number) {
    this.#tokens = tokens;
    this.#at = start;
  }

  call(): RubyCall {
    const hasParentheses = this.#isOp("(");
    if (hasParentheses) this.#at += 1;
    // The first `{` of a call without parentheses opens a block, any other a hash.
    for (let isFirst = !hasParentheses; ; isFirst = false) {
      if (!isFirst && this.#isOp("{")) this.#hash();
      else if (this.#isEnd()) break;
      else this.#argument();
      if (!this.#isOp(",")) break;
      this.#at += 1;
    }
    if (hasParentheses && this.#isOp(")")) this.#at += 1;
    return { positional: this.#positional, named: this.#named, next: this.#at };
  }

  #argument(): void {
    const token = this.#tokens[this.#at];
    if (token?.kind === "label") {
      this.#at += 1;
      this.#named.set(token.text, this.#value());
    } else {
      const value = this.#value();
      if (!this.#isOp("=>")) this.#positional.push(value);
      else {
        this.#at += 1;
        const pair = this.#value();
        if (value.kind === "strings") this.#named.set(value.values[0] ?? "", pair);
      }
    }
  }

  /** `{ :git => "…" }` as last argument means the same as without braces. */
  #hash(): void {
    this.#at += 1;
    while (!this.#isOp("}") && this.#at < this.#tokens.length) {
      const before = this.#at;
      if (this.#tokens[this.#at]?.kind === "newline" || this.#isOp(",")) this.#at += 1;
      else this.#argument();
      if (this.#at === before) break;
    }
    if (this.#isOp("}")) this.#at += 1;
  }

  #value(): RubyValue {
    while (this.#tokens[this.#at]?.kind === "newline" && this.#afterComma()) this.#at += 1;
    const literal = this.#isOp("[") ? this.#list() : this.#scalar();
    this.#skipFreeze();
    if (literal !== null && (this.#isEnd() || this.#isOp(",") || this.#isOp("=>"))) return literal;
    this.#skipExpression();
    return dynamic;
  }

  #afterComma(): boolean {
    const last = this.#tokens[this.#at - 1];
    return last?.kind === "label" || (last?.kind === "op" && last.text === ",");
  }

  #scalar(): RubyValue | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || this.#isEnd()) return null;
    if (token.kind === "string" && token.isLiteral) return this.#joined();
    if (token.kind === "symbol" && token.isLiteral) return this.#take([token.text], false);
    if (token.kind === "words" && token.isLiteral) return this.#take(wordsOf(token), true);
    if (token.kind === "word") {
      this.#at += 1;
      return { kind: "name", name: token.text };
    }
    return null;
  }

  #take(values: readonly string[], isList: boolean): RubyValue {
    this.#at += 1;
    return { kind: "strings", values, isList };
  }

  /** `"a" "b"` is one string. */
  #joined(): RubyValue | null {
    let text = "";
    for (
      let token = this.#tokens[this.#at];
      token?.kind === "string";
      token = this.#tokens[this.#at]
    ) {
      if (!token.isLiteral) return null;
      text += token.text;
      this.#at += 1;
    }
    return { kind: "strings", values: [text], isList: false };
  }

  #list(): RubyValue | null {
    const start = this.#at;
    this.#at += 1;
    const values: string[] = [];
    while (!this.#isOp("]")) {
      if (this.#at >= this.#tokens.length) return null;
      if (this.#isOp(",") || this.#tokens[this.#at]?.kind === "newline") {
        this.#at += 1;
        continue;
      }
      const item = this.#isOp("[") ? null : this.#scalar();
      this.#skipFreeze();
      if (item?.kind !== "strings" || !(this.#isOp(",") || this.#isOp("]"))) {
        this.#at = start;
        return null;
      }
      for (const each of item.values) values.push(each);
    }
    this.#at += 1;
    return { kind: "strings", values, isList: true };
  }

  #skipFreeze(): void {
    const method = this.#tokens[this.#at + 1];
    if (this.#isOp(".") && method?.kind === "word" && method.text === "freeze") this.#at += 2;
  }

  /** On to the comma, the closing bracket or the end of the statement, over nested brackets. */
  #skipExpression(): void {
    let depth = 0;
    const start = this.#at;
    for (; this.#at < this.#tokens.length; this.#at += 1) {
      const token = this.#tokens[this.#at];
      if (token === undefined) return;
      const isHash = this.#at === start && this.#isOp("{");
      if (depth === 0 && !isHash && (this.#isEnd() || this.#isOp(",") || this.#isOp("=>"))) return;
      if (token.kind !== "op") continue;
      if (token.text === "(" || token.text === "[" || token.text === "{") depth += 1;
      else if (token.text === ")" || token.text === "]" || token.text === "}") depth -= 1;
    }
  }

  #isOp(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === "op" && token.text === text;
  }

  #isEnd(): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === "newline") return true;
    if (token.kind === "word") return stopWords.has(token.text);
    return (
      token.kind === "op" &&
      (token.text === ")" || token.text === "}" || token.text === "]" || token.text === "{")
    );
  }
}

export function wordsOf(token: RubyToken): string[] {
  return token.text.split(/\s+/).filter((item) => item !== "");
}
