import { readHeredocs, type PendingHeredoc } from "./ruby-heredocs.ts";
import { closingDelimiter, readQuoted } from "./ruby-strings.ts";

/** `label` is a key `name:`; `string` has `isLiteral` false where it interpolates; `words` is `%w[…]` or `%i[…]`. */
export interface RubyToken {
  readonly kind: "word" | "label" | "string" | "symbol" | "words" | "number" | "op" | "newline";
  text: string;
  readonly line: number;
  isLiteral: boolean;
}

export interface RubyTokens {
  readonly tokens: readonly RubyToken[];
  /** Line of a string, heredoc or bracket that never ends: what follows it was not read. */
  readonly unterminatedAt: number | null;
  /** Line of a merge conflict that was committed: both sides are read. */
  readonly conflictAt: number | null;
}

const number = /\d[\w.]*/y;
const percentLiteral = /%([wWiIqQrxs]?)([^\w\s=])/y;
const heredocStart = /<<([~-]?)(?:(["'`])([^"'`\n]{1,100})\2|([A-Z_]\w{0,100}))/y;
const symbolName = /:([A-Za-z_]\w*[?!]?)/y;
const regexLiteral = /\/(?:[^/\\\n]|\\[^\n]){1,500}\/[a-z]{0,9}/y;
const conflictMarker = /^(?:<{7}|={7}|>{7})(?:[\s]|$)/;
const twoCharacters = new Set(["=>", "::", "==", "=~", "&&", "||", "**", "<<", ">=", "<=", "!="]);
const isPairStart = /[=:&|*<>!]/;
/** After these a line goes on. */
const continuing = new Set([",", "=>", "=", "&&", "||", "+", ".", "::", "(", "[", "\\"]);

/** Ruby's tokens as far as manifests need them. Newlines are kept where they end a statement. */
export function tokenizeRuby(text: string): RubyTokens {
  return new Tokenizer(text).run();
}

class Tokenizer {
  readonly #text: string;
  readonly #tokens: RubyToken[] = [];
  readonly #heredocs: PendingHeredoc[] = [];
  #at = 0;
  #line = 1;
  /** Newlines end no statement inside `(…)` and `[…]`; braces may hold blocks, where they do. */
  readonly #brackets: RubyToken[] = [];
  #unterminatedAt: number | null = null;
  #conflictAt: number | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  run(): RubyTokens {
    if (this.#isEndMark()) this.#at = this.#text.length;
    while (this.#at < this.#text.length && this.#unterminatedAt === null) {
      if (!this.#step()) break;
    }
    return {
      tokens: this.#tokens,
      unterminatedAt: this.#unterminatedAt ?? this.#brackets[0]?.line ?? null,
      conflictAt: this.#conflictAt,
    };
  }

  /** Reads one token; false at `__END__`. */
  #step(): boolean {
    const text = this.#text;
    const code = text.charCodeAt(this.#at);
    if (code === 10) return this.#newline();
    if (code === 35) this.#skipLine();
    else if (code === 32 || (code !== 10 && code >= 9 && code <= 13)) this.#at += 1;
    else if (isWordStart(code)) return this.#word();
    else if (code >= 48 && code <= 57) this.#push("number", this.#match(number) ?? "0");
    else if (code === 34 || code === 39 || code === 96) this.#string(text.charAt(this.#at), 1);
    else if (code === 58) this.#colon();
    else if (code === 37) this.#percent();
    else if (code === 60) this.#lessThan();
    else if (code === 47 && this.#isValueExpected() && this.#match(regexLiteral) !== null) {
      this.#push("string", "", false);
    } else this.#operator();
    return true;
  }

  #newline(): boolean {
    this.#at += 1;
    this.#line += 1;
    if (this.#heredocs.length > 0) this.#readHeredocs();
    const code = this.#text.charCodeAt(this.#at);
    // Only `<`, `=`, `>` and `_` begin a line that is not what it seems.
    if (((code >= 60 && code <= 62) || code === 95) && this.#isEndMark()) return false;
    const last = this.#tokens.at(-1);
    const bracket = this.#brackets.at(-1)?.text;
    if (last === undefined || last.kind === "newline") return true;
    if (bracket === "(" || bracket === "[") return true;
    if (last.kind === "op" && continuing.has(last.text)) {
      if (last.text === "\\") this.#tokens.pop();
      return true;
    }
    if (!this.#nextLineStartsWithDot()) {
      this.#tokens.push({ kind: "newline", text: "\n", line: this.#line - 1, isLiteral: true });
    }
    return true;
  }

  /** Skips `=begin` comments and conflict markers; true at `__END__`. */
  #isEndMark(): boolean {
    const start = this.#text.slice(this.#at, this.#at + 8);
    if (start.startsWith("=begin")) this.#skipComment();
    else if (conflictMarker.test(start)) {
      this.#conflictAt ??= this.#line;
      this.#skipLine();
    }
    return /^__END__\s?$/.test(start);
  }

  #nextLineStartsWithDot(): boolean {
    let at = this.#at;
    while (this.#text.charCodeAt(at) === 32 || this.#text.charCodeAt(at) === 9) at += 1;
    return this.#text.charCodeAt(at) === 46 && this.#text.charCodeAt(at + 1) !== 46;
  }

  #readHeredocs(): void {
    const end = readHeredocs(this.#text, this.#at, this.#heredocs);
    if (end === null) {
      this.#unterminatedAt = this.#line;
      return;
    }
    this.#heredocs.length = 0;
    this.#line += countNewlines(this.#text, this.#at, end);
    this.#at = end;
  }

  #skipLine(): void {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.#text.length : end;
  }

  /** `=begin … =end`, both at the start of a line. */
  #skipComment(): void {
    const end = this.#text.indexOf("\n=end", this.#at);
    const stop = end === -1 ? this.#text.length : end + 1;
    this.#line += countNewlines(this.#text, this.#at, stop);
    this.#at = stop;
    this.#skipLine();
  }

  #word(): boolean {
    const text = this.#readWord();
    const next = this.#text.charCodeAt(this.#at);
    const isLabel = next === 58 && this.#text.charCodeAt(this.#at + 1) !== 58;
    const last = this.#tokens.at(-1);
    if (isLabel && !(last?.kind === "op" && last.text === "?")) {
      this.#at += 1;
      this.#push("label", text);
    } else this.#push("word", text);
    return true;
  }

  #readWord(): string {
    const start = this.#at;
    let code = this.#text.charCodeAt(++this.#at);
    while (isWordStart(code) || (code >= 48 && code <= 57))
      code = this.#text.charCodeAt(++this.#at);
    if (code === 33 || code === 63) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  /** `"name":` is a label as well. */
  #string(open: string, openLength: number, kind: "string" | "symbol" = "string"): void {
    const quoted = readQuoted(this.#text, this.#at + openLength, open);
    if (quoted === null) {
      this.#unterminatedAt = this.#line;
      return;
    }
    const line = this.#line;
    this.#line += countNewlines(this.#text, this.#at, quoted.end);
    this.#at = quoted.end;
    const isLiteral = quoted.isLiteral && open !== "`";
    const isLabel =
      kind === "string" &&
      this.#text.charCodeAt(this.#at) === 58 &&
      this.#text.charCodeAt(this.#at + 1) !== 58 &&
      open !== "`";
    if (isLabel) this.#at += 1;
    this.#tokens.push({ kind: isLabel ? "label" : kind, text: quoted.text, line, isLiteral });
  }

  #colon(): void {
    const next = this.#text.charAt(this.#at + 1);
    if (next === '"' || next === "'") this.#string(next, 2, "symbol");
    else if (next === ":") this.#operator();
    else {
      const symbol = this.#match(symbolName);
      if (symbol === null) this.#operator();
      else this.#push("symbol", symbol.slice(1));
    }
  }

  #percent(): void {
    percentLiteral.lastIndex = this.#at;
    const found = percentLiteral.exec(this.#text);
    const form = found?.[1] ?? "";
    const isLiteral = form === "" ? this.#isValueExpected() : !this.#isAfterValue();
    if (found === null || !isLiteral) {
      this.#operator();
      return;
    }
    const open = found[2] ?? "";
    const quoted = readQuoted(this.#text, this.#at + found[0].length, closingDelimiter(open), {
      opening: open,
      interpolates: !/[qwis]/.test(form),
    });
    if (quoted === null) {
      this.#unterminatedAt = this.#line;
      return;
    }
    const kind = /[wWiI]/.test(form) ? "words" : "string";
    const line = this.#line;
    this.#line += countNewlines(this.#text, this.#at, quoted.end);
    this.#at = quoted.end;
    const isPlain = quoted.isLiteral && form !== "r" && form !== "x";
    this.#tokens.push({ kind, text: quoted.text, line, isLiteral: isPlain });
  }

  #lessThan(): void {
    heredocStart.lastIndex = this.#at;
    const found = heredocStart.exec(this.#text);
    // `list<<"item"` appends; a heredoc stands alone.
    if (found === null || !/[\s(,=[]/.test(this.#text.charAt(this.#at - 1))) {
      this.#operator();
      return;
    }
    this.#at += found[0].length;
    const token = this.#push("string", "");
    this.#heredocs.push({
      token,
      name: found[3] ?? found[4] ?? "",
      isIndented: found[1] !== "",
      isRaw: found[2] === "'",
    });
  }

  #operator(): void {
    const first = this.#text.charAt(this.#at);
    const pair = isPairStart.test(first) ? this.#text.slice(this.#at, this.#at + 2) : first;
    const op = twoCharacters.has(pair) ? pair : first;
    this.#at += op.length;
    if (op === ";") {
      this.#push("newline", ";");
      return;
    }
    const token = this.#push("op", op);
    if (op === "(" || op === "[" || op === "{") this.#brackets.push(token);
    else if (op === ")" || op === "]" || op === "}") this.#brackets.pop();
  }

  #isAfterValue(): boolean {
    const last = this.#tokens.at(-1);
    if (last === undefined) return false;
    if (last.kind === "number" || last.kind === "string" || last.kind === "symbol") return true;
    return last.kind === "op" && (last.text === ")" || last.text === "]" || last.text === "}");
  }

  /** After an operator, a label, a newline, or a word with a space behind it that none follows. */
  #isValueExpected(): boolean {
    const last = this.#tokens.at(-1);
    if (last === undefined || last.kind === "newline" || last.kind === "label") return true;
    if (last.kind === "op") return !this.#isAfterValue();
    if (last.kind !== "word") return false;
    return this.#text[this.#at - 1] === " " && this.#text[this.#at + 1] !== " ";
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return null;
    this.#at += found[0].length;
    return found[0];
  }

  #push(kind: RubyToken["kind"], text: string, isLiteral = true): RubyToken {
    const token: RubyToken = { kind, text, line: this.#line, isLiteral };
    this.#tokens.push(token);
    return token;
  }
}

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
    count += 1;
  }
  return count;
}
