import { blockCommentEnd } from "../block-comment.ts";

/** Groovy, Kotlin, Scala and Java are near enough to be cut into the same pieces. */
export type Dialect = "groovy" | "kotlin" | "scala" | "java";

/** A piece of a script. A text is a string without quotes, with `${expression}` for what it takes in; a break ends a line. */
export type ScriptNode =
  | {
      readonly kind: "text" | "word" | "sign" | "break";
      readonly value: string;
      readonly line: number;
    }
  | ScriptGroup;

export interface ScriptGroup {
  readonly kind: "group";
  /** The opening bracket. */
  readonly value: "(" | "[" | "{";
  readonly line: number;
  readonly nodes: readonly ScriptNode[];
}

/** Deeper brackets are hostile or generated: what they hold counts for the deepest level. */
const deepest = 60;
const longestText = 2_000;
/** After so many, a quotation mark is taken for a mere sign: each would be searched for to the end of its line. */
const longestSearch = 1_000_000;
const wordStart = /[A-Za-z_\u0080-\uffff]/;
const wordPart = /[\w\u0080-\uffff]/;
const wordRest = /[\w\u0080-\uffff]*/y;
const signPart = /[-+*/%=:<>!&|^~?#@]/;
const closing: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

/** The pieces of a script, comments left out, what stands in brackets grouped. One pass; never throws. */
export function scriptNodes(text: string, dialect: Dialect): readonly ScriptNode[] {
  return new Scanner(text, dialect).read();
}

/** `isWhole`: nothing ran on to the end that could end in text behind it; what follows is cut as if it stood alone. */
export function scriptPart(
  text: string,
  dialect: Dialect,
): { readonly nodes: readonly ScriptNode[]; readonly isWhole: boolean } {
  const scanner = new Scanner(text, dialect);
  return { nodes: scanner.read(), isWhole: scanner.isWhole };
}

interface Level {
  readonly open: string;
  readonly nodes: ScriptNode[];
}

class Scanner {
  readonly #text: string;
  readonly #dialect: Dialect;
  #at = 0;
  #line = 1;
  /** Characters passed in looking for the end of strings that have none. */
  #searchedInVain = 0;
  readonly #levels: Level[] = [{ open: "", nodes: [] }];
  /** A comment or string that does not end where the text does. */
  #ranOut = false;

  constructor(text: string, dialect: Dialect) {
    this.#text = text;
    this.#dialect = dialect;
  }

  read(): readonly ScriptNode[] {
    while (this.#at < this.#text.length) this.#step();
    return this.#levels[0]?.nodes ?? [];
  }

  get isWhole(): boolean {
    return this.#levels.length === 1 && !this.#ranOut;
  }

  #step(): void {
    const char = this.#text[this.#at] ?? "";
    if (char === "\n") {
      this.#add("break", "\n");
      this.#line += 1;
      this.#at += 1;
    } else if (char === " " || char === "\t" || char === "\r" || char === "\\") this.#at += 1;
    else if (char === "/" && this.#skipComment()) return;
    else if (char === "/" && this.#beginsSlashy()) this.#readQuoted(char, true);
    else if (char === '"' || char === "'") this.#readQuoted(char, this.#dialect !== "scala");
    else if (char === "`") this.#readBackticked();
    else if (closing.has(char)) this.#open(char);
    else if (char === ")" || char === "]" || char === "}") this.#close(char);
    else if (wordStart.test(char)) this.#readWord();
    else if (char >= "0" && char <= "9") this.#readNumber();
    else if (char === "$") this.#readWord();
    else if (signPart.test(char)) this.#readSign();
    else {
      // Commas, semicolons and dots stand alone.
      this.#add("sign", char);
      this.#at += 1;
    }
  }

  #add(kind: "text" | "word" | "sign" | "break", value: string, line = this.#line): void {
    this.#levels.at(-1)?.nodes.push({ kind, value, line });
  }

  #open(char: string): void {
    this.#at += 1;
    if (this.#levels.length > deepest) return;
    const nodes: ScriptNode[] = [];
    const value = char === "(" ? "(" : char === "[" ? "[" : "{";
    this.#levels.at(-1)?.nodes.push({ kind: "group", value, line: this.#line, nodes });
    this.#levels.push({ open: char, nodes });
  }

  /** A bracket that closes none of the last few is a slip, as in a regular expression. */
  #close(char: string): void {
    this.#at += 1;
    for (let up = 1; up <= 3 && this.#levels.length - up > 0; up += 1) {
      if (closing.get(this.#levels.at(-up)?.open ?? "") !== char) continue;
      this.#levels.length -= up;
      return;
    }
  }

  #skipComment(): boolean {
    const second = this.#text[this.#at + 1];
    if (second === "/") {
      const end = this.#text.indexOf("\n", this.#at);
      this.#at = end < 0 ? this.#text.length : end;
      return true;
    }
    if (second !== "*") return false;
    const nests = this.#dialect === "kotlin" || this.#dialect === "scala";
    const end = blockCommentEnd(this.#text, this.#at, nests);
    this.#ranOut ||= end === null;
    this.#moveTo(end ?? this.#text.length);
    return true;
  }

  /** Groovy's `/text/`: a slash where a value begins, and no division. */
  #beginsSlashy(): boolean {
    if (this.#dialect !== "groovy") return false;
    const before = this.#levels.at(-1)?.nodes.at(-1);
    if (before?.kind !== "word") return before?.kind !== "text" && before?.kind !== "group";
    const isBlank = (at: number): boolean => /\s/.test(this.#text[at] ?? "\n");
    return isBlank(this.#at - 1) && !isBlank(this.#at + 1);
  }

  #moveTo(end: number): void {
    for (
      let at = this.#text.indexOf("\n", this.#at);
      at >= 0 && at < end;
      at = this.#text.indexOf("\n", at + 1)
    )
      this.#line += 1;
    this.#at = end;
  }

  #readWord(): void {
    wordRest.lastIndex = this.#at + 1;
    wordRest.test(this.#text);
    const end = wordRest.lastIndex;
    const word = this.#text.slice(this.#at, end);
    this.#at = end;
    const isPrefix = this.#dialect === "scala" && this.#text[end] === '"';
    if (isPrefix && (word === "s" || word === "f" || word === "raw")) this.#readQuoted('"', true);
    else this.#add("word", word.slice(0, longestText));
  }

  #readNumber(): void {
    let end = this.#at + 1;
    while (end < this.#text.length && /[\w]/.test(this.#text[end] ?? "")) end += 1;
    if (this.#text[end] === "." && /\d/.test(this.#text[end + 1] ?? "")) {
      end += 1;
      while (end < this.#text.length && /[\w]/.test(this.#text[end] ?? "")) end += 1;
    }
    this.#add("word", this.#text.slice(this.#at, Math.min(end, this.#at + longestText)));
    this.#at = end;
  }

  #readSign(): void {
    let end = this.#at + 1;
    while (end < this.#text.length && signPart.test(this.#text[end] ?? "")) {
      // A comment may follow an operator without a space.
      if (this.#text[end] === "/" && /[/*]/.test(this.#text[end + 1] ?? "")) break;
      end += 1;
    }
    this.#add("sign", this.#text.slice(this.#at, Math.min(end, this.#at + 20)));
    this.#at = end;
  }

  #readBackticked(): void {
    const end = this.#text.indexOf("`", this.#at + 1);
    const lineEnd = this.#text.indexOf("\n", this.#at);
    if (end < 0 || (lineEnd >= 0 && lineEnd < end)) this.#at += 1;
    else {
      this.#add("word", this.#text.slice(this.#at + 1, Math.min(end, this.#at + longestText)));
      this.#at = end + 1;
    }
  }

  #readQuoted(quote: string, mayTakeIn: boolean): void {
    const takesIn = mayTakeIn && this.#dialect !== "java" && quote !== "'";
    const isTriple = this.#text.startsWith(quote.repeat(3), this.#at);
    const line = this.#line;
    const start = this.#at;
    const value = this.#quoted(isTriple ? quote.repeat(3) : quote, takesIn);
    if (value === null) {
      // An apostrophe in a symbol or a regular expression: no string after all.
      this.#at = start + 1;
      this.#line = line;
    } else if (quote === "'" && this.#dialect !== "groovy" && value.length > 2) {
      this.#at = start + 1;
      this.#line = line;
    } else this.#add("text", value, line);
  }

  /** The content of the string that begins here, which is then passed; null where it ends on no quote. */
  #quoted(delimiter: string, takesIn: boolean): string | null {
    const text = this.#text;
    if (this.#searchedInVain > longestSearch) return null;
    let value = "";
    let at = this.#at + delimiter.length;
    const notClosed = (): null => {
      this.#searchedInVain += at - this.#at;
      return null;
    };
    while (at < text.length) {
      const char = text[at] ?? "";
      if (text.startsWith(delimiter, at)) {
        // A fourth quote belongs to the content.
        while (delimiter.length === 3 && text[at + 3] === delimiter[0]) at += 1;
        this.#moveTo(at + delimiter.length);
        return value.slice(0, longestText);
      }
      if (char === "\n" && delimiter.length === 1) return notClosed();
      if (char === "\\" && delimiter.length === 1) {
        value += escaped(text[at + 1] ?? "");
        at += 2;
      } else if (char === "$" && takesIn) {
        const [name, end] = takenIn(text, at, this.#dialect === "groovy");
        if (value.length < longestText) value += name;
        at = end;
      } else {
        if (value.length < longestText) value += char;
        at += 1;
      }
    }
    this.#ranOut = true;
    return notClosed();
  }
}

function escaped(char: string): string {
  return char === "n" ? "\n" : char === "t" ? "\t" : char;
}

/** `$name`, `$name.part` (Groovy; a dot at the end of a sentence is none) or `${expression}`, as `${…}`, and where it ends. */
function takenIn(
  text: string,
  at: number,
  hasPaths: boolean,
): readonly [value: string, end: number] {
  if (text[at + 1] !== "{") {
    let end = at + 1;
    const isPart = (position: number): boolean =>
      wordPart.test(text[position] ?? "") ||
      (hasPaths && text[position] === "." && wordStart.test(text[position + 1] ?? ""));
    while (end < text.length && isPart(end)) end += 1;
    return end === at + 1
      ? ["$", end]
      : [`\${${text.slice(at + 1, Math.min(end, at + 200))}}`, end];
  }
  let depth = 0;
  let end = at + 1;
  for (; end < text.length; end += 1) {
    const char = text[end];
    if (char === "\n") break;
    if (char === "{") depth += 1;
    else if (char === "}" && --depth === 0) break;
  }
  const inner = text
    .slice(at + 2, Math.min(end, at + 200))
    .replace(/[${}]/g, " ")
    .trim();
  return [inner === "" ? "" : `\${${inner}}`, text[end] === "}" ? end + 1 : end];
}
