/** How a literal is delimited. `double`: the closing quote is written twice to stand for itself. */
export interface StringRule {
  readonly open: string;
  readonly close: string;
  readonly escape: "backslash" | "double" | "none";
  /** May run over line ends; otherwise an unterminated literal ends with its line. */
  readonly multiline?: true;
  /** `${ … }` inside may hold further literals of the same kind. */
  readonly interpolated?: true;
  /** One character between quotes (Rust, where a lone quote begins a lifetime). */
  readonly character?: true;
  /** Only at the first token of a line (Ruby's `=begin`). */
  readonly lineStartOnly?: true;
}

/** What the tokenizer must know of a language; everything else is found out from the bytes. */
export interface LanguageProfile {
  readonly id: string;
  /** Files are compared within a family only: TypeScript with JavaScript, not with Go. */
  readonly family: string;
  /** Without dot, lower-case. */
  readonly extensions: readonly string[];
  /** Whole file names, lower-case. */
  readonly fileNames?: readonly string[];
  /** First word of a `#!` line's program. */
  readonly interpreters?: readonly string[];
  readonly lineComments: readonly string[];
  /** A `#` counts as comment only after white space (shell: `$#`, `${#x}`). */
  readonly commentNeedsSpace?: true;
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  readonly nestedComments?: true;
  readonly strings: readonly StringRule[];
  /** Words that keep their spelling when identifiers are abstracted, separated by blanks. */
  readonly keywords: string;
  /** Further bytes that belong to words: `$`, `@`, `-`. */
  readonly wordBytes?: string;
  /** Bytes that may end a word: Ruby's `?` and `!`. */
  readonly wordEndBytes?: string;
  /** First words of statements that import; such statements are left out. */
  readonly importWords?: string;
  /** Prefixes of lines that import (`#include`). */
  readonly importPrefixes?: readonly string[];
  readonly regexLiterals?: true;
  readonly heredoc?: "<<" | "<<<";
  /** False for data and markup: there a changed name is a change, not a rename. */
  readonly renames: boolean;
}

export const doubleQuoted: StringRule = { open: '"', close: '"', escape: "backslash" };
export const singleQuoted: StringRule = { open: "'", close: "'", escape: "backslash" };
export const tripleDouble: StringRule = {
  open: '"""',
  close: '"""',
  escape: "backslash",
  multiline: true,
};
export const cComments = {
  lineComments: ["//"],
  blockComments: [["/*", "*/"]],
} as const;
