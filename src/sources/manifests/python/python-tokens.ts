export interface PythonToken {
  readonly kind: "name" | "string" | "op" | "other";
  readonly text: string;
  readonly line: number;
  /** False for f-strings and bytes. */
  readonly isLiteral: boolean;
  /** No blank in front of it on its line: a statement of the module. */
  readonly isAtMargin: boolean;
}

const token =
  /(\r?\n)|[ \t\f]+|\\\r?\n|#[^\n]*|([A-Za-z]{0,2})("""|'''|"|')|([A-Za-z_]\w*)|(\d[\w.]*)|([^\s\w])|[^]/y;

/** Python's tokens as far as setup.py's literals need them; null where a string never ends. */
export function tokenizePython(text: string): readonly PythonToken[] | null {
  const tokens: PythonToken[] = [];
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < text.length;) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return null;
    const isAtMargin = at === lineStart;
    const [whole, newline, prefix, quote, name, number, op] = found;
    at += whole.length;
    if (newline !== undefined || whole.startsWith("\\")) {
      line += 1;
      lineStart = at;
    } else if (quote !== undefined) {
      const string = readString(text, at, quote, prefix ?? "");
      if (string === null) return null;
      tokens.push({
        kind: "string",
        text: string.text,
        line,
        isLiteral: string.isLiteral,
        isAtMargin,
      });
      line += string.newlines;
      at = string.end;
    } else if (name !== undefined) {
      tokens.push({ kind: "name", text: name, line, isLiteral: true, isAtMargin });
    } else if (op !== undefined) {
      tokens.push({ kind: "op", text: op, line, isLiteral: true, isAtMargin });
    } else if (number !== undefined) {
      tokens.push({ kind: "other", text: number, line, isLiteral: true, isAtMargin });
    }
  }
  return tokens;
}

interface ReadString {
  readonly text: string;
  readonly end: number;
  readonly newlines: number;
  readonly isLiteral: boolean;
}

function readString(text: string, start: number, quote: string, prefix: string): ReadString | null {
  let newlines = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 && quote.length === 1) return null;
    if (code === 10) newlines += 1;
    else if (code === 92) {
      at += 1;
      if (text.charCodeAt(at) === 10) newlines += 1;
    } else if (text.startsWith(quote, at)) {
      const content = text.slice(start, at);
      const isLiteral = !/[fb]/i.test(prefix) && !content.includes("\\");
      return { text: content, end: at + quote.length, newlines, isLiteral };
    }
  }
  return null;
}
