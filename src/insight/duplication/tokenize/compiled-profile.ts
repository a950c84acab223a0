import type { LanguageProfile, StringRule } from "../languages/language-profile.ts";
import { fold, hashByte, HASH_SEED, hashText } from "./token-code.ts";

export const BLANK = 0;
export const NEWLINE = 1;
export const WORD_BYTE = 2;
export const DIGIT = 3;
export const PUNCTUATION = 4;
/** May open a comment, a literal or a two-byte operator. */
export const SPECIAL = 5;

export interface CommentRule {
  readonly type: "comment";
  readonly open: Uint8Array;
  /** Null: to the end of the line. */
  readonly close: Uint8Array | null;
  readonly nested: boolean;
  readonly afterBlankOnly: boolean;
  readonly lineStartOnly: boolean;
  /** Not between a word and what goes on without a blank. */
  readonly notInWord: boolean;
}
export interface LiteralRule {
  readonly type: "literal";
  readonly open: Uint8Array;
  readonly close: Uint8Array;
  readonly rule: StringRule;
  /** What opens code inside; null: none. */
  readonly hole: Uint8Array | null;
}
export type OpeningRule = CommentRule | LiteralRule;

/** A profile turned into tables that the tokenizer's loop can index by byte. */
export interface CompiledProfile {
  readonly id: string;
  /** Mixed into fingerprints, so that families never meet. */
  readonly familySeed: number;
  readonly classes: Uint8Array;
  readonly openings: readonly (readonly OpeningRule[] | undefined)[];
  readonly wordEnd: Uint8Array;
  readonly keywords: HashSet;
  readonly importWords: HashSet | null;
  readonly importNeedsNoParenthesis: boolean;
  readonly importForm: LanguageProfile["importForm"] | null;
  readonly regexLiterals: boolean;
  readonly heredoc: "<<" | "<<<" | null;
  readonly renames: boolean;
  /** Folded hash of each single byte as punctuation. */
  readonly punctuation: Uint16Array;
}

/** Open addressing over 32-bit hashes: a keyword test without building a string. */
export class HashSet {
  readonly slots: Int32Array;
  readonly mask: number;

  constructor(words: readonly string[]) {
    let size = 16;
    while (size < words.length * 4) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    for (const word of words) {
      const hash = hashText(word);
      let at = hash & this.mask;
      while (this.slots[at] !== 0 && this.slots[at] !== hash) at = (at + 1) & this.mask;
      this.slots[at] = hash;
    }
  }

  has(hash: number): boolean {
    const slots = this.slots;
    let at = hash & this.mask;
    for (;;) {
      const slot = slots[at]!;
      if (slot === hash) return true;
      if (slot === 0) return false;
      at = (at + 1) & this.mask;
    }
  }
}

const compiled = new Map<string, CompiledProfile>();

export function compileProfile(profile: LanguageProfile): CompiledProfile {
  const known = compiled.get(profile.id);
  if (known !== undefined) return known;
  const made = compile(profile);
  compiled.set(profile.id, made);
  return made;
}

function compile(profile: LanguageProfile): CompiledProfile {
  const openings: OpeningRule[][] = [];
  const classes = byteClasses(profile);
  for (const rule of openingRules(profile)) {
    const first = rule.open[0]!;
    (openings[first] ??= []).push(rule);
    if (classes[first] !== WORD_BYTE) classes[first] = SPECIAL;
  }
  for (const rules of openings) rules?.sort((a, b) => b.open.length - a.open.length);
  const wordEnd = new Uint8Array(256);
  for (const byte of bytesOf(profile.wordEndBytes ?? "")) wordEnd[byte] = 1;
  const punctuation = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte++) punctuation[byte] = fold(hashByte(HASH_SEED, byte));
  return {
    id: profile.id,
    familySeed: hashText(profile.family),
    classes,
    openings: Array.from({ length: 256 }, (_, byte) => openings[byte]),
    wordEnd,
    keywords: new HashSet(wordsOf(profile.keywords)),
    importWords:
      profile.importWords === undefined ? null : new HashSet(wordsOf(profile.importWords)),
    importNeedsNoParenthesis: profile.id !== "go",
    importForm: profile.importForm ?? null,
    regexLiterals: profile.regexLiterals ?? false,
    heredoc: profile.heredoc ?? null,
    renames: profile.renames,
    punctuation,
  };
}

function byteClasses(profile: LanguageProfile): Uint8Array {
  const classes = new Uint8Array(256);
  for (let byte = 0x21; byte < 0x7f; byte++) classes[byte] = PUNCTUATION;
  for (const byte of bytesOf("=<>!&|+-*/%^:~?.")) classes[byte] = SPECIAL;
  for (let byte = 0x80; byte < 0x100; byte++) classes[byte] = WORD_BYTE;
  for (let byte = 0x41; byte <= 0x5a; byte++) classes[byte] = classes[byte + 32] = WORD_BYTE;
  for (const byte of bytesOf(`_${profile.wordBytes ?? ""}`)) classes[byte] = WORD_BYTE;
  for (let byte = 0x30; byte <= 0x39; byte++) classes[byte] = DIGIT;
  classes[0x0a] = NEWLINE;
  // A backslash outside literals only joins lines; whether a line is broken there says nothing.
  classes[0x5c] = BLANK;
  return classes;
}

function openingRules(profile: LanguageProfile): OpeningRule[] {
  const comment = (open: string, close: string | null, anywhere: boolean): CommentRule => ({
    type: "comment",
    open: bytesOf(open.replace(/^\n/, "")),
    close: close === null ? null : bytesOf(close),
    nested: close !== null && profile.nestedComments === true,
    afterBlankOnly: !anywhere,
    lineStartOnly: open.startsWith("\n"),
    notInWord: close !== null && profile.markup === true,
  });
  const anywhere = profile.commentNeedsSpace !== true;
  return [
    ...profile.lineComments.map((open) => comment(open, null, anywhere)),
    ...(profile.importPrefixes ?? []).map((open) => comment(open, null, true)),
    ...profile.blockComments.map(([open, close]) => comment(open, close, true)),
    ...profile.strings.map((rule): LiteralRule => ({
      type: "literal",
      open: bytesOf(rule.open),
      close: bytesOf(rule.close),
      rule,
      hole: rule.holes === undefined ? null : bytesOf(rule.holes.open),
    })),
  ];
}

function wordsOf(list: string): string[] {
  return list.split(" ").filter((word) => word !== "");
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
