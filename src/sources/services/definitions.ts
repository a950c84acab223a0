import { languageOf } from "#evidence/languages.ts";

/** Languages whose functions, constants and classes are reached by a name that stands in the code. */
const namedIn: ReadonlySet<string> = new Set(
  "Ruby JavaScript TypeScript Python Go Java Kotlin Scala Groovy C# PHP Rust Vue Svelte".split(" "),
);
const mostLinesUp = 300;
const mostLinesOfBody = 14;
const longestBody = 1_500;

/** Not `default`: that is taken in by any name. */
const modifiers =
  "(?:(?:export|public|protected|private|internal|static|final|async|override|open|suspend|lazy|implicit|pub|virtual|synchronized|get|readonly|inline)[ \\t]{1,4}){0,6}";
const functionHeader = new RegExp(
  `^${modifiers}(?:(?:def|fun|func|fn|function)[ \\t]{1,4}(?:\\([^)\\n]{0,80}\\)[ \\t]{0,4})?(?:self\\.)?|\\*?[A-Z][\\w.]{0,60}(?:<[\\w, ?.]{1,60}>)?\\??[ \\t]{1,4}(?=\\w{1,80}[ \\t]{0,2}(?:\\(|=>)))([A-Za-z_]\\w{0,80})[?!]?`,
);
const methodHeader = new RegExp(
  `^${modifiers}(?!(?:if|for|while|switch|catch|function|constructor|return)\\b)([a-zA-Z_]\\w{0,80})(?=\\([^()\\n]{0,120}\\)[^()\\n]{0,80}\\{)`,
);
const assignment = new RegExp(
  `^${modifiers}(?:(?:const|let|var|val)[ \\t]{1,4})?([A-Za-z_]\\w{0,80})(?:[ \\t]{0,3}:[^=\\n]{1,80})?[ \\t]{0,4}(?=(?::?=(?![=~>])|by[ \\t]lazy))`,
);
const attribute =
  /^(?:[A-Z]\w{0,60}|(?:module\.)?exports)\.([a-z]\w{0,80})[ \t]{0,3}(?==(?![=~>]))/;
const constant =
  /^(?:[a-z]{1,12}[ \t]{1,4}){0,5}(?:String[ \t]{1,4}|string[ \t]{1,4})?([A-Z][A-Z0-9_]{1,60}_(?:URL|URI|HOST|ENDPOINT|ADDRESS|ROOT|API|CLIENT|SERVICE|API_KEY|BEARER_TOKEN)S?)(?:[ \t]{0,3}:[^=\n]{1,60})?[ \t]{0,4}=(?![=~>])/;
const handedOn =
  /^["']?([A-Z][A-Z0-9_]{2,80})["']?[ \t]{0,3}:[ \t]{0,3}(?:process|import\.meta)\.env\b(?:\.|\[["'])([A-Z0-9_]{1,80})/;
const clientClass = new RegExp(
  `^${modifiers}(?:class|type)[ \\t]{1,4}([A-Z]\\w{0,80}(?:Client|Connector|Api|API|Sdk|SDK|Gateway))\\b`,
);
/** Whoever asks for the interface or the base gets the class as well. */
const typed: ReadonlySet<string> = new Set(["Java", "Kotlin", "Scala", "Groovy", "C#"]);
/** Annotations that leave it to callers to name what they want; others hand it to whoever wants its type. */
const plainAnnotation =
  /^@(?:property|staticmethod|classmethod|(?:functools\.)?(?:cached_property|lru_cache|cache)\b|Override|Jvm\w{1,20}|No[nt]\w{0,4}[Nn]ull|Nullable|memoi[sz]e\w{0,5})/;

const giving =
  /^(?:return\b[ \t]{0,4})?(?:(?:@{1,2}|self\.|this\.|cls\.|\$this->|\$)?\w{1,80}[ \t]{0,3}(?:\|\|=|\?\?=|\|\||\?\?|=(?![=>~]))[ \t\n]{0,40})?(await[ \t]|new[ \t]|&)?\\?([A-Za-z_][\w.:>-]{0,120})(?:<[\w, ?.]{0,60}>)?/;
const maker =
  /(?:(?:\.|::)new|(?:^|[.:>])(?:[A-Z]\w{0,80}(?:Client|Api|API|Stub|Sdk|SDK|Connector)(?:(?:\.|::)(?:builder|create|build|of|from\w{0,40}|with\w{0,40}))?|New[A-Z]?\w{0,80}|\w{0,80}(?:[cC]lient|_api)\w{0,40}|(?:create|build|make)(?:[A-Z_]\w{0,80}))|\b[A-Z]\w{0,60}(?:Api|API|Clients|Services|SDK|Sdk)(?:\.|::)\w{1,80})$/;
const closers = /^(?:\.build\(\))?[\s;})\],]{0,60}(?:end)?[\s;})\]]{0,40}$/;

export interface Definition {
  /** What has to be asked for by this name. */
  readonly name: string;
  /** `ORDERS_URL: process.env.ORDERS_URL`: the setting is only given a place in an object. */
  readonly isHandedOn: boolean;
}

/**
 * Names of what only defines something for others: a function that gives a client out and does nothing else, an assignment to an
 * attribute of a module, a constant with an address, the class of a client. Nested blocks are told by their indentation.
 * Each question looks back at most 300 lines.
 */
export class Definitions {
  private readonly text: string;
  private readonly language: string | null;
  private starts: number[] | null = null;

  constructor(path: string, text: string) {
    this.text = text;
    const language = languageOf(path)?.name ?? "";
    this.language = namedIn.has(language) ? language : null;
  }

  /** The definition in which `offset` stands, the innermost; null where it stands in code that does something. */
  around(offset: number): Definition | null {
    if (this.language === null) return null;
    let at = this.lineOf(offset);
    for (let level = 0; level < 8 && at >= 0; level++) {
      const found = this.definedOn(at);
      if (found !== null) return found;
      at = this.lineAround(at);
    }
    return null;
  }

  private definedOn(at: number): Definition | null {
    const line = this.line(at).trim();
    const handed = handedOn.exec(line);
    if (handed !== null && handed[1] === handed[2])
      return { name: handed[1] ?? "", isHandedOn: true };
    const name =
      constant.exec(line)?.[1] ?? this.classOn(line) ?? this.accessorOn(at, line) ?? null;
    return name === null ? null : { name, isHandedOn: false };
  }

  private classOn(line: string): string | undefined {
    const name = clientClass.exec(line)?.[1];
    if (name === undefined || /\b(?:implements|with)\b/.test(line)) return undefined;
    const isOfOthers = typed.has(this.language ?? "") && /\bextends\b|\)?\s{0,2}:/.test(line);
    return isOfOthers ? undefined : name;
  }

  private accessorOn(at: number, line: string): string | undefined {
    const indent = indentOf(this.line(at));
    const set = attribute.exec(line) ?? (indent === 0 ? assignment.exec(line) : null);
    if (set !== null) {
      const value = this.block(at).trim().slice(set[0].length);
      const start =
        /^(?:by[ \t]lazy[ \t]{0,3}\{|:?=)\s{0,20}(?:\([^()\n]{0,80}\)[^=\n]{0,40}=>\s{0,20})?/.exec(
          value,
        );
      return start !== null && givesOut(value.slice(start[0].length)) ? set[1] : undefined;
    }
    const header = functionHeader.exec(line) ?? methodHeader.exec(line);
    if (header === null || !this.isPlain(at)) return undefined;
    const body = bodyOf(this.block(at).trim().slice(header[0].length));
    return body !== null && givesOut(body) ? header[1] : undefined;
  }

  /** Nothing but the name leads to what is defined on the line. */
  private isPlain(at: number): boolean {
    for (let above = at - 1; above >= Math.max(0, at - 6); above--) {
      const line = this.line(above).trim();
      if (!/^(?:@|#\[|\[)/.test(line)) return true;
      if (!plainAnnotation.test(line)) return false;
    }
    return true;
  }

  /** The line and those below that are indented further. */
  private block(at: number): string {
    const indent = indentOf(this.line(at));
    const lines = [this.line(at)];
    for (let below = at + 1; below < this.lines().length; below++) {
      if (lines.length > mostLinesOfBody) break;
      const line = this.line(below);
      const isInside = line.trim() === "" || indentOf(line) > indent || /^\s{0,80}\)/.test(line);
      if (!isInside) break;
      lines.push(line);
    }
    return lines.join("\n").slice(0, longestBody);
  }

  /** The line above that is indented less; lines that close or go on are those of their own beginning. */
  private lineAround(at: number): number {
    let limit = indentOf(this.line(at));
    for (let above = at - 1; above >= Math.max(0, at - mostLinesUp); above--) {
      if (this.isIndentedBy(limit, this.lines()[above] ?? 0)) continue;
      const line = this.line(above);
      if (line.trim() === "") continue;
      const indent = indentOf(line);
      if (indent >= limit) continue;
      if (!/^\s{0,100}(?:[)}\]]|end\b|else\b|rescue\b|ensure\b|except\b|finally\b)/.test(line))
        return above;
      limit = indent + 1;
    }
    return -1;
  }

  /** By blanks and tabs alone: most lines are told by these, without a text of their own. */
  private isIndentedBy(limit: number, start: number): boolean {
    for (let at = start; at < start + limit; at++) {
      const code = this.text.charCodeAt(at);
      if (code !== 32 && code !== 9) return false;
    }
    return true;
  }

  private lines(): readonly number[] {
    if (this.starts !== null) return this.starts;
    const starts = [0];
    for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1))
      starts.push(at + 1);
    this.starts = starts;
    return starts;
  }

  private line(at: number): string {
    const start = this.lines()[at] ?? 0;
    const end = this.lines()[at + 1] ?? this.text.length + 1;
    return this.text.slice(start, Math.min(end - 1, start + 400));
  }

  private lineOf(offset: number): number {
    const starts = this.lines();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** What follows the parameters, the type of the result and the documentation of a function. */
function bodyOf(afterName: string): string | null {
  const rest = afterName.startsWith("(") ? afterParentheses(afterName) : afterName;
  if (rest === null) return null;
  const body = /^[^\n{=]{0,160}(?:\{|=>?|\n)/.exec(rest);
  if (body === null) return null;
  return rest
    .slice(body[0].length)
    .trim()
    .replace(/^("""|''')[^]{0,600}?\1\s{0,40}/, "");
}

/** Is the text one expression that makes a client, and nothing is done with it? */
function givesOut(text: string): boolean {
  const expression = giving.exec(text.trim());
  if (expression === null) return false;
  const [whole, prefix, callee = ""] = expression;
  if (prefix?.startsWith("new") !== true && !maker.test(callee)) return false;
  const rest = text.trim().slice(whole.length);
  const after = rest.startsWith("(") ? afterParentheses(rest) : rest;
  return after !== null && closers.test(after);
}

/** What follows the parenthesis that closes the one with which the text begins; null where none does. */
function afterParentheses(text: string): string | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return text.slice(at + 1);
  }
  return null;
}
