import type { CompiledProfile } from "./compiled-profile.ts";

const BRACE = 0x7b;
const SEMICOLON = 0x3b;
const PARENTHESIS = 0x28;
const LESS = 0x3c;
const EQUALS = 0x3d;
const LONGEST_NAME = 500;

/**
 * Is the statement whose first word lies from `start` to `after` an import? Rules out `import(…)`, `using (…)`, `from = 1`,
 * `package.json`, `use: x`, and what a language writes with the same word.
 */
export function isImport(
  bytes: Uint8Array,
  after: number,
  start: number,
  profile: CompiledProfile,
): boolean {
  const i = pastBlanks(bytes, after);
  const next = bytes[i];
  if (next === undefined || next === 0x0a) return false;
  if (profile.importForm === "rust" && wordAt(bytes, start, after) === "pub")
    return isPublicUse(bytes, i);
  if (next === PARENTHESIS) return !profile.importNeedsNoParenthesis || profile.id === "ruby";
  if (i === after) return next === 0x22 || next === 0x27 || next === BRACE;
  if (next === EQUALS || next === 0x2e || next === 0x3a || start >= after) return false;
  const word = wordAt(bytes, start, after);
  if (profile.importForm === "csharp") return isUsingDirective(bytes, word, i);
  if (profile.importForm === "cpp") return isUsingOfNames(bytes, i);
  if (profile.importForm === "block" && (word === "namespace" || word === "package"))
    return !hasBlock(bytes, i);
  return true;
}

/**
 * `using A.B;`, `using static A.B<int>;`, `using X = A.B;`, `global using A;` import; `using var x = …`, `using Stream s = …` and
 * `using List<int> x = …` declare something to be disposed of.
 */
function isUsingDirective(bytes: Uint8Array, word: string, at: number): boolean {
  let i = at;
  let isStatic = false;
  if (word === "global") {
    const end = endOfWord(bytes, i);
    if (wordAt(bytes, i, end) !== "using") return false;
    i = pastBlanks(bytes, end);
  }
  for (
    let first = wordHere(bytes, i);
    first === "static" || first === "unsafe";
    first = wordHere(bytes, i)
  ) {
    isStatic ||= first === "static";
    i = pastBlanks(bytes, i + first.length);
  }
  i = pastBlanks(bytes, endOfName(bytes, i));
  return bytes[i] === SEMICOLON || bytes[i] === EQUALS || (isStatic && bytes[i] === LESS);
}

/** `using namespace a::b;` and `using a::b;` name what is elsewhere; `using X = …;` makes a type. */
function isUsingOfNames(bytes: Uint8Array, at: number): boolean {
  let i = at;
  const first = wordHere(bytes, i);
  if (first === "namespace" || first === "typename" || first === "enum")
    i = pastBlanks(bytes, i + first.length);
  i = pastBlanks(bytes, endOfName(bytes, i));
  return bytes[i] === SEMICOLON || bytes[i] === 0x2c;
}

/** `pub use a::b;`, `pub(crate) use a::b;` */
function isPublicUse(bytes: Uint8Array, at: number): boolean {
  let i = at;
  if (bytes[i] === PARENTHESIS) {
    while (i < at + LONGEST_NAME && bytes[i] !== 0x29 && bytes[i] !== 0x0a) i++;
    i = pastBlanks(bytes, i + 1);
  }
  return wordHere(bytes, i) === "use";
}

/** `namespace A { … }` and `package A { … }` hold the code itself. */
function hasBlock(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + LONGEST_NAME; i++) {
    const byte = bytes[i];
    if (byte === BRACE) return true;
    if (byte === undefined || byte === SEMICOLON || byte === 0x0a) return false;
  }
  return false;
}

function pastBlanks(bytes: Uint8Array, at: number): number {
  let i = at;
  while (bytes[i] === 0x20 || bytes[i] === 0x09) i++;
  return i;
}

/** After a name with its parts: `A.B`, `a::b`, `@case`. */
function endOfName(bytes: Uint8Array, at: number): number {
  let i = at;
  while (i < at + LONGEST_NAME && isOfName(bytes[i])) i++;
  return i;
}

function isOfName(byte: number | undefined): boolean {
  return isOfWord(byte) || byte === 0x2e || byte === 0x3a || byte === 0x40;
}

function isOfWord(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    ((byte >= 0x61 && byte <= 0x7a) ||
      (byte >= 0x41 && byte <= 0x5a) ||
      (byte >= 0x30 && byte <= 0x39) ||
      byte === 0x5f ||
      byte >= 0x80)
  );
}

function endOfWord(bytes: Uint8Array, at: number): number {
  let i = at;
  while (i < at + LONGEST_NAME && isOfWord(bytes[i])) i++;
  return i;
}

function wordHere(bytes: Uint8Array, at: number): string {
  return wordAt(bytes, at, endOfWord(bytes, at));
}

function wordAt(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 20)));
}
