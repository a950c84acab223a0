/** How a literal is delimited. `double`: the closing quote is written twice to stand for itself. */
export interface StringRule {
  readonly open: string;
  readonly close: string;
  readonly escape: "backslash" | "double" | "none";
  /** May run over line ends; otherwise an unterminated literal ends with its line. */
  readonly multiline?: true;
  /** Code inside, which may hold literals of every kind, up to this byte. `doubled`: the opening written twice is text. */
  readonly holes?: { readonly open: string; readonly close: "}" | ")"; readonly doubled?: true };
  /**
   * What `open` begins is as long as the author likes and ends with the same: `R"name(` … `)name"`, `r##"` … `"##`, four quotes,
   * `[==[` … `]==]`. What goes on otherwise opens none.
   */
  readonly fence?: "parenthesis" | "hashes" | "quotes" | "equals";
  /** Further closing bytes behind the end belong to it: `"""say "no""""`. */
  readonly greedy?: true;
  /** Pairs inside count: `%w[a [b]]`. */
  readonly nests?: true;
  /** Not behind a value and a blank: a lone backtick in the text of markup. */
  readonly notAfterSpacedValue?: true;
  /** One character between quotes (Rust, where a lone quote begins a lifetime). */
  readonly character?: true;
  /** Is whole as it opens, and not behind a value: the characters `?"` and `?#` of Ruby and Elixir, which open nothing. */
  readonly whole?: true;
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
  /** Whose statements only look like an import: `using var x`, `namespace A { … }`, `pub use`. */
  readonly importForm?: "csharp" | "cpp" | "rust" | "block";
  /** Text of markup may stand among the code: `src/*.ts` opens no comment there. */
  readonly markup?: true;
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
/** Characters written as `?"`, which would open a literal or a comment by themselves. */
export const questionedCharacters: readonly StringRule[] = ['"', "'", "`", "#"].flatMap((quote) =>
  ["?", "?\\"].map((sign): StringRule => ({
    open: `${sign}${quote}`,
    close: quote,
    escape: "none",
    whole: true,
  })),
);
export const dollarBrace = { open: "${", close: "}" } as const;
export const hashBrace = { open: "#{", close: "}" } as const;
export const cComments = {
  lineComments: ["//"],
  blockComments: [["/*", "*/"]],
} as const;
