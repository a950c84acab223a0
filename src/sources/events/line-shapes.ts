import { parseJson } from "#kernel/json-text.ts";

/** Lines longer than this, or of more values, are parsed as they come: machines that write such write few. */
const longestShape = 16 * 1024;
const mostSlots = 400;
/** So many shapes are tried before a line is parsed; where so many more lines fit none than fit one, no more is tried. */
const mostShapes = 12;
const mostMisses = 1000;

const quote = 34;
const backslash = 92;

/** 1 for what ends a plain text inside quotes: the quote, a backslash, control characters, and bytes above ASCII. */
const isSpecial = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === quote || byte === backslash || byte < 32 || byte > 126 ? 1 : 0,
);

/**
 * Parses JSON lines that mostly repeat one another's shape: the same keys in the same order, other texts and whole numbers.
 * A line of a known shape is compared byte by byte, and a text becomes a string only when somebody looks at it, which takes
 * a third of the time of `JSON.parse`; every other line goes through that. The value is valid until the next line.
 */
export class LineShapes {
  private readonly shapes: Shape[] = [];
  private misses = 0;

  /** Throws `SyntaxError` exactly where `JSON.parse` does. */
  parse(bytes: Buffer, from: number, end: number): unknown {
    const { shapes } = this;
    for (let index = 0; index < shapes.length; index++) {
      const shape = shapes[index];
      if (shape?.match(bytes, from, end) !== true) continue;
      if (index > 0) {
        // The last one first: records of a kind come in runs.
        shapes.splice(index, 1);
        shapes.unshift(shape);
      }
      this.misses--;
      return shape.value;
    }
    const text = bytes.toString("utf8", from, end);
    const value: unknown = parseJson(text);
    if (this.misses++ > mostMisses) shapes.length = 0;
    else if (end - from <= longestShape) {
      const shape = learn(text);
      if (shape !== null) shapes.unshift(shape);
      shapes.splice(mostShapes);
    }
    return value;
  }
}

class Shape {
  readonly value: unknown;
  /** What stands before, between and after the slots. */
  private readonly literals: readonly Uint8Array[];
  private readonly isNumber: Uint8Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly words: readonly SlotWords[];
  private bytes: Buffer = Buffer.alloc(0);

  constructor(literals: readonly Uint8Array[], isNumber: Uint8Array, model: unknown) {
    this.literals = literals;
    this.isNumber = isNumber;
    this.starts = new Int32Array(isNumber.length);
    this.ends = new Int32Array(isNumber.length);
    this.words = Array.from(isNumber, () => new SlotWords());
    this.value = this.lazy(model);
  }

  match(bytes: Buffer, from: number, end: number): boolean {
    const { literals, isNumber, starts, ends } = this;
    let at = from;
    for (let slot = 0; slot < literals.length; slot++) {
      const literal = literals[slot];
      if (literal === undefined || at + literal.length > end) return false;
      for (let index = 0; index < literal.length; index++)
        if (bytes[at + index] !== literal[index]) return false;
      at += literal.length;
      if (slot === isNumber.length) break;
      starts[slot] = at;
      at = isNumber[slot] === 1 ? endOfNumber(bytes, at, end) : endOfText(bytes, at, end);
      if (at < 0) return false;
      ends[slot] = at;
    }
    this.bytes = bytes;
    return at === end;
  }

  private text(slot: number): string {
    const start = this.starts[slot] ?? 0;
    const end = this.ends[slot] ?? 0;
    return this.words[slot]?.text(this.bytes, start, end) ?? "";
  }

  /** The model with a getter for each slot. Keys are defined, not set: one may be called `__proto__`. */
  private lazy(model: unknown): unknown {
    if (typeof model !== "object" || model === null) return model;
    const copy: object = Array.isArray(model) ? [] : {};
    for (const [key, value] of Object.entries(model)) {
      const slot = typeof value === "string" ? slotOf(value) : null;
      const property =
        slot === null
          ? { value: this.lazy(value) }
          : {
              get:
                this.isNumber[slot] === 1 ? () => Number(this.text(slot)) : () => this.text(slot),
            };
      Object.defineProperty(copy, key, { ...property, enumerable: true, configurable: true });
    }
    return copy;
  }
}

const mostWords = 1024;
const longestWord = 64;
const trials = 512;

/**
 * Strings for the bytes of one slot. Most slots hold a few names that come again and again: for them, comparing with the
 * string at hand is cheaper than making another. A slot that proves to be different in every line is not looked up.
 */
class SlotWords {
  private readonly known: (string | undefined)[] = [];
  private asked = 0;
  private found = 0;

  text(bytes: Buffer, from: number, end: number): string {
    const isLookedUp = this.asked < trials || this.found * 2 > this.asked;
    if (!isLookedUp || end - from > longestWord) return latin1(bytes, from, end);
    this.asked++;
    let hash = end - from;
    for (let at = from; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    const place = (hash ^ (hash >>> 15)) & (mostWords - 1);
    const known = this.known[place];
    if (known !== undefined && isSame(known, bytes, from, end)) {
      this.found++;
      return known;
    }
    return (this.known[place] = latin1(bytes, from, end));
  }
}

/** What `toString("latin1")` ends in, without its detours. */
function latin1(
  bytes: Buffer & { latin1Slice?: (from: number, end: number) => string },
  from: number,
  end: number,
): string {
  return bytes.latin1Slice?.(from, end) ?? bytes.toString("latin1", from, end);
}

function isSame(text: string, bytes: Buffer, from: number, end: number): boolean {
  if (text.length !== end - from) return false;
  for (let index = 0; index < text.length; index++)
    if (text.charCodeAt(index) !== bytes[from + index]) return false;
  return true;
}

function endOfText(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && isSpecial[bytes[at] ?? 0] === 0) at++;
  return at < end && bytes[at] === quote ? at : -1;
}

/** Whole numbers that JSON allows and a double holds. */
function endOfNumber(bytes: Buffer, from: number, end: number): number {
  let at = from;
  for (; at < end && at - from < 16; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 48 || byte > 57) break;
  }
  const length = at - from;
  return length === 0 || length > 15 || (length > 1 && bytes[from] === 48) ? -1 : at;
}

/** Marks a slot in the model: a text that no JSON line holds, because a line with an escaped NUL teaches nothing. */
const mark = "\\u0000slot ";

function slotOf(text: string): number | null {
  return text.startsWith("\0slot ") ? Number(text.slice(6)) : null;
}

/** A text in quotes with the colon of a key, or a whole number between what may stand around a value. */
const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|(?<=[[,:\s])(?:0|[1-9]\d{0,14})(?=[\s,\]}])/g;

/** `text` is valid JSON. Null: nothing would be gained. */
function learn(text: string): Shape | null {
  if (!/^\s*\{/.test(text) || text.includes("\\u0000")) return null;
  const literals: Buffer[] = [];
  const numbers: number[] = [];
  let model = "";
  let modelFrom = 0;
  let literalFrom = 0;
  for (const { index, 0: whole, 1: content, 2: colon } of text.matchAll(token)) {
    if (colon !== undefined || (content !== undefined && !/^[\x20-\x7e]*$/.test(content))) continue;
    if (content?.includes("\\") === true) continue;
    if (numbers.length === mostSlots) return null;
    const inside = content === undefined ? 0 : 1;
    model += `${text.slice(modelFrom, index)}"${mark}${String(numbers.length)}"`;
    modelFrom = index + whole.length;
    literals.push(Buffer.from(text.slice(literalFrom, index + inside)));
    literalFrom = modelFrom - inside;
    numbers.push(1 - inside);
  }
  literals.push(Buffer.from(text.slice(literalFrom)));
  return new Shape(literals, Uint8Array.from(numbers), JSON.parse(model + text.slice(modelFrom)));
}
