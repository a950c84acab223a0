/** What this project needs of HCL: blocks, and attributes whose value is a literal string or an object. */
export interface HclBody {
  readonly attributes: ReadonlyMap<string, HclValue>;
  readonly blocks: readonly HclBlock[];
}

interface HclValue {
  /** Null where the value is no plain string, or interpolates. */
  readonly text: string | null;
  readonly object: HclBody | null;
  /** As written, for references (`local.track`) and templates (`"${local.track}?ref=v1"`). */
  readonly expression: string;
  readonly line: number;
}

interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
  readonly line: number;
}

const deepest = 60;
const longestExpression = 20_000;
const word = /[A-Za-z_][\w-]*/y;
/** Neither brackets nor strings, comments, spaces or ends: passed at once. */
const plainRun = /[\w.:=*?!&|+%$'-]+/y;
const heredoc = /<<-?([A-Za-z_]\w{0,99})\b/y;

/** Reads the whole text in one pass, linear in its length. Throws SyntaxError where brackets do not match. */
export function parseHcl(text: string): HclBody {
  return new HclReader(text).body(0, "");
}

class HclReader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  /** Where the last token of an expression ended: what follows is space and comments. */
  #end = 0;
  /** The line break found last; -1 where none is left. */
  #knownEnd: number;

  constructor(text: string) {
    this.#text = text;
    this.#knownEnd = text.indexOf("\n");
  }

  body(depth: number, end: string): HclBody {
    if (depth > deepest) throw new SyntaxError("nested too deeply");
    const attributes = new Map<string, HclValue>();
    const blocks: HclBlock[] = [];
    for (;;) {
      this.#skipSpace(true);
      const next = this.#text[this.#at];
      if (next === undefined || next === end) break;
      if (next === "}" || next === "]" || next === ")") throw new SyntaxError(`stray ${next}`);
      if (next === ",") this.#at += 1;
      else this.#item(depth, attributes, blocks);
    }
    if (end !== "" && this.#text[this.#at] !== end) throw new SyntaxError("block is not closed");
    this.#at += end.length;
    return { attributes, blocks };
  }

  /** `name = value`, `"name" = value`, `name: value` or `type "label" … { body }`. */
  #item(depth: number, attributes: Map<string, HclValue>, blocks: HclBlock[]): void {
    const line = this.#line;
    const labels: string[] = [];
    for (;;) {
      const name = this.#name();
      this.#skipSpace(false);
      if (name === null) break;
      labels.push(name);
    }
    const next = this.#text[this.#at];
    const [type] = labels;
    if ((next === "=" || next === ":") && type !== undefined) {
      this.#at += 1;
      attributes.set(type, this.#value(depth, line));
    } else if (next === "{" && type !== undefined) {
      this.#at += 1;
      blocks.push({ type, labels: labels.slice(1), body: this.body(depth + 1, "}"), line });
    } else this.#skipExpression();
  }

  #value(depth: number, line: number): HclValue {
    this.#skipSpace(false);
    if (this.#text[this.#at] === "{") {
      const start = { at: this.#at, line: this.#line };
      this.#at += 1;
      this.#skipSpace(true);
      // `{ for … }` is an expression, not an object.
      if (!/^for\s/.test(this.#text.slice(this.#at, this.#at + 4)))
        return { text: null, object: this.body(depth + 1, "}"), expression: "", line };
      this.#at = start.at;
      this.#line = start.line;
    }
    const start = this.#at;
    const text = this.#text[this.#at] === '"' ? this.#string() : null;
    this.#end = this.#at;
    const rest = this.#skipExpression();
    const expression = this.#text.slice(start, Math.min(this.#end, start + longestExpression));
    return { text: rest ? null : text, object: null, expression, line };
  }

  #name(): string | null {
    if (this.#text[this.#at] === '"') return this.#string() ?? "";
    word.lastIndex = this.#at;
    const name = word.exec(this.#text)?.[0] ?? null;
    this.#at += name?.length ?? 0;
    return name;
  }

  /** To the end of the value: a newline, comma or closing bracket outside brackets. Says whether there was anything. */
  #skipExpression(): boolean {
    this.#skipSpace(false);
    const start = this.#at;
    let open = 0;
    for (;;) {
      this.#skipSpace(open > 0);
      const next = this.#text[this.#at];
      if (next === undefined) break;
      if (next === "<" && this.#skipHeredoc()) {
        this.#end = this.#at;
        continue;
      }
      if (next === '"') {
        this.#string();
        this.#end = this.#at;
        continue;
      }
      if (
        open === 0 &&
        (next === "\n" || next === "," || next === "}" || next === "]" || next === ")")
      )
        break;
      plainRun.lastIndex = this.#at;
      if (plainRun.test(this.#text)) this.#at = plainRun.lastIndex;
      else {
        if (next === "{" || next === "[" || next === "(") open += 1;
        else if (next === "}" || next === "]" || next === ")") open -= 1;
        this.#at += 1;
      }
      this.#end = this.#at;
    }
    return this.#at > start;
  }

  #skipHeredoc(): boolean {
    heredoc.lastIndex = this.#at;
    const label = heredoc.exec(this.#text)?.[1];
    const opened = label === undefined ? -1 : this.#lineEnd();
    if (opened < 0) return false;
    this.#advance(opened + 1);
    for (;;) {
      const end = this.#text.indexOf("\n", this.#at);
      const content = this.#text.slice(this.#at, end === -1 ? undefined : end).trim();
      if (end === -1) this.#at = this.#text.length;
      else if (content === label) this.#at = end;
      else this.#advance(end + 1);
      if (end === -1 || content === label) return true;
    }
  }

  /** A quoted template; null where it interpolates. Templates may hold strings again: `"${f("}")}"`. */
  #string(): string | null {
    const start = this.#at + 1;
    /** For each open string the braces open in its interpolation; 0 while in its text. */
    const open = [0];
    let isLiteral = true;
    let at = start;
    for (; at < this.#text.length; at += 1) {
      const next = this.#text[at];
      const braces = open.at(-1) ?? 0;
      if (braces === 0) {
        if (next === "\n") break;
        if (next === "\\") at += 1;
        else if (next === '"') open.pop();
        else if ((next === "$" || next === "%") && this.#text[at + 1] === "{") {
          isLiteral = false;
          open[open.length - 1] = 1;
          at += 1;
        }
        if (open.length === 0) break;
      } else if (next === '"') open.push(0);
      else if (next === "{") open[open.length - 1] = braces + 1;
      else if (next === "}") open[open.length - 1] = braces - 1;
      else if (next === "\n") this.#line += 1;
    }
    this.#at = this.#text[at] === '"' ? at + 1 : at;
    return isLiteral ? this.#text.slice(start, at) : null;
  }

  #skipSpace(isNewlineSpace: boolean): void {
    for (;;) {
      const next = this.#text[this.#at];
      if (next === "\n" && isNewlineSpace) {
        this.#line += 1;
        this.#at += 1;
      } else if (next === " " || next === "\t" || next === "\r") this.#at += 1;
      else if (next === "#" || this.#text.startsWith("//", this.#at)) {
        const end = this.#text.indexOf("\n", this.#at);
        this.#at = end === -1 ? this.#text.length : end;
      } else if (this.#text.startsWith("/*", this.#at)) {
        const end = this.#text.indexOf("*/", this.#at + 2);
        this.#advance(end === -1 ? this.#text.length : end + 2);
      } else return;
    }
  }

  #advance(to: number): void {
    for (let end = this.#lineEnd(); end !== -1 && end < to; end = this.#lineEnd()) {
      this.#line += 1;
      this.#at = end + 1;
    }
    this.#at = to;
  }

  /** The next line break, or -1. Looked for once a line: a line can be as long as the file, and ask at each of its words. */
  #lineEnd(): number {
    if (this.#knownEnd !== -1 && this.#knownEnd < this.#at)
      this.#knownEnd = this.#text.indexOf("\n", this.#at);
    return this.#knownEnd;
  }
}
