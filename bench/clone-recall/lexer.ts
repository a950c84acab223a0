import type { Language } from "./languages.ts";

export interface Lexeme {
  /** `text`: what is written between other marks than quotes; nothing in it is a name. */
  readonly kind: "space" | "comment" | "word" | "number" | "string" | "text" | "other";
  readonly text: string;
}

/** A regular expression, where nothing stands before it that it could divide. */
const regex =
  /(?<=(?:^|[(,=:[!&|?{};~])[ \t]*)\/(?![\s*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/;
/** Ruby's lists of words, and the mark that opens a text of several lines. */
const listed = /%[wiqQ](?:\([^)]*\)|\[[^\]]*\]|\{[^}]*\})|<<[~-]["']?[A-Z_]+["']?/;
const slashes =
  /(?<space>\s+)|(?<comment>\/\/.*|\/\*[\s\S]*?\*\/)|(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(?<text>TEXT)|(?<number>\d[\w.]*)|(?<word>[A-Za-z_$][\w$]*)|(?<other>[^\s\w])/;
const hashes =
  /(?<space>\s+)|(?<comment>#.*)|(?<string>"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?<text>TEXT)|(?<number>\d[\w.]*)|(?<word>[A-Za-z_$@][\w$]*[?!]?)|(?<other>[^\s\w])/;

function pattern({ source }: RegExp, text: string): RegExp {
  return new RegExp(
    source.replace("TEXT", () => text),
    "gmu",
  );
}

const patterns: Record<Language, RegExp> = {
  javascript: pattern(slashes, regex.source),
  typescript: pattern(slashes, regex.source),
  java: pattern(slashes, "(?!)"),
  go: pattern(slashes, "(?!)"),
  ruby: pattern(hashes, `${regex.source}|${listed.source}`),
  python: pattern(hashes, "(?!)"),
};

/** A second, independent tokenizer: the benchmark must not share the engine's mistakes. */
export function lex(text: string, language: Language): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const match of text.matchAll(patterns[language])) {
    const found = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined);
    if (found !== undefined) lexemes.push({ kind: found[0] as Lexeme["kind"], text: found[1] });
  }
  return lexemes;
}

const keywords = new Set(
  "abstract and as assert async await boolean break byte case catch chan char class const continue def default defer del do double elif else elsif end ensure enum except export extends false False final finally float for from func function global go goto if implements import in instanceof int interface is lambda let long map module new next nil None not null of or package pass private protected public raise range readonly require rescue return select self short static string struct super switch this throw throws true True try type typeof undefined unless until use var void when while with yield begin then loop lambda proc attr_reader attr_accessor include extend number any unknown never keyof infer declare namespace delete error bool uint int64 uint64 int32 uint32 float64 byte rune len make append cap copy panic recover print println cls super".split(
    " ",
  ),
);

export function isName(lexeme: Lexeme): boolean {
  return lexeme.kind === "word" && !keywords.has(lexeme.text);
}
