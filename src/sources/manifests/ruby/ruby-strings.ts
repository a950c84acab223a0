export interface QuotedText {
  readonly text: string;
  /** Offset behind the closing quote. */
  readonly end: number;
  /** False where something is interpolated: what it says is known only when it runs. */
  readonly isLiteral: boolean;
}

interface Options {
  /** `(` of `%q(…)`: may nest. */
  readonly opening?: string;
  readonly interpolates?: boolean;
}

const closers: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
]);

export function closingDelimiter(open: string): string {
  return closers.get(open) ?? open;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["s", " "],
  ["\n", ""],
]);

/** Reads from behind the opening quote to `close`; null where it never ends. */
export function readQuoted(
  source: string,
  start: number,
  close: string,
  options: Options = {},
): QuotedText | null {
  const interpolates = options.interpolates ?? close !== "'";
  const plainEnd = options.opening === undefined ? plainStringEnd(source, start, close) : -1;
  if (plainEnd !== -1)
    return { text: source.slice(start, plainEnd), end: plainEnd + 1, isLiteral: true };
  const opening = options.opening === close ? undefined : options.opening;
  let isLiteral = true;
  let depth = 0;
  let text = "";
  let from = start;
  for (let at = start; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === "\\") {
      const next = source.charAt(at + 1);
      const isEscape = interpolates || next === close || next === "\\" || next === opening;
      if (isEscape) {
        text += source.slice(from, at) + (interpolates ? (escapes.get(next) ?? next) : next);
        from = at + 2;
      }
      at += 1;
    } else if (character === close && depth === 0) {
      return { text: text + source.slice(from, at), end: at + 1, isLiteral };
    } else if (character === close) depth -= 1;
    else if (character === opening) depth += 1;
    else if (interpolates && character === "#" && source.charAt(at + 1) === "{") {
      isLiteral = false;
      const end = skipInterpolation(source, at + 2);
      if (end === null) return null;
      at = end - 1;
    }
  }
  return null;
}

/** Where a string ends that neither escapes nor interpolates, as nearly all do; -1 for any other. */
function plainStringEnd(source: string, start: number, close: string): number {
  const closeCode = close.charCodeAt(0);
  for (let at = start; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === closeCode) return at;
    if (code === 92 || code === 35) return -1;
  }
  return -1;
}

/** Offset behind the `}` that closes `#{`; quotes inside may hold braces, and interpolate again. */
function skipInterpolation(source: string, start: number): number | null {
  /** What closes each open brace and quote, innermost last. */
  const open = ["}"];
  for (let at = start; at < source.length; at += 1) {
    const character = source.charAt(at);
    const closer = open.at(-1);
    if (character === "\\") at += 1;
    else if (character === closer) {
      open.pop();
      if (open.length === 0) return at + 1;
    } else if (closer === "}") {
      if (character === "{") open.push("}");
      else if (character === '"' || character === "'") open.push(character);
    } else if (closer === '"' && character === "#" && source.charAt(at + 1) === "{") {
      open.push("}");
      at += 1;
    }
  }
  return null;
}
