import { isCode, linesInText } from "./blocks.ts";
import type { Lexeme } from "./lexer.ts";
import { isName, lex } from "./lexer.ts";
import type { Random } from "./random.ts";
import { type Language, languages } from "./languages.ts";

export interface MutationContext {
  readonly language: Language;
  readonly random: Random;
  /** Lines of code from elsewhere in the same language, for insertions and replacements. */
  readonly strangers: readonly string[];
}
type Lines = readonly string[];
export type Mutation = (lines: Lines, context: MutationContext) => string[];

export interface Operator {
  readonly name: string;
  readonly group: "type1" | "type2" | "type3" | "renamed-and-edited";
  readonly apply: Mutation;
}

const joinText = (lexemes: readonly Lexeme[]): string =>
  lexemes.map((lexeme) => lexeme.text).join("");

/** Other indentation, blanks around operators, blank lines between statements. */
const whiteSpace: Mutation = (lines, { language, random }) =>
  lines.flatMap((line) => {
    const indent = line.length - line.trimStart().length;
    const widen = ({ kind, text }: Lexeme): string => {
      if (random.next() >= 0.3) return text;
      if (kind === "space") return "  ";
      return text === "," ? ",  " : text;
    };
    const text = lex(line.trim(), language).map(widen).join("");
    const shifted = `${" ".repeat(indent * 2)}${text}`;
    return random.next() < 0.2 ? ["", shifted] : [shifted];
  });

const comments: Mutation = (lines, { language, random }) => {
  const mark = languages[language].comment;
  const inText = linesInText(lines, language);
  return lines.flatMap((line, at) => {
    if (inText[at] === true) return [line];
    if (line.trim() === "" || line.trim().startsWith(mark))
      return random.next() < 0.5 ? [] : [line];
    if (!isCode(line, language)) return [line];
    const roll = random.next();
    if (roll < 0.2) return [`${mark} step ${random.below(100)}: see the handbook`, line];
    return [line];
  });
};

/** Breaks lines after commas and opening brackets, where every language allows it. */
const lineBreaks: Mutation = (lines, { language, random }) =>
  lines.flatMap((line) => {
    if (!isCode(line, language) || random.next() < 0.4) return [line];
    const lexemes = lex(line, language);
    const places = lexemes.flatMap((lexeme, at) =>
      at > 0 &&
      at < lexemes.length - 1 &&
      /^[,(]$/.test(lexeme.text) &&
      lexemes[at + 1]!.text !== ")"
        ? [at]
        : [],
    );
    if (places.length === 0) return [line];
    const place = random.pick(places);
    return [
      joinText(lexemes.slice(0, place + 1)),
      `        ${joinText(lexemes.slice(place + 1)).trimStart()}`,
    ];
  });

/** What stands in a text of several lines of Ruby is no name and no number, and the lexer does not know such texts. */
function rewrite(lines: Lines, language: Language, change: (lexeme: Lexeme) => string): string[] {
  const inText = language === "ruby" ? linesInText(lines, language) : [];
  const result: string[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    while (to < lines.length && inText[to] === inText[from]) to++;
    const part = lines.slice(from, to);
    if (inText[from] === true) result.push(...part);
    else result.push(...lex(part.join("\n"), language).map(change).join("").split("\n"));
    from = to;
  }
  return result;
}

const syllables = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za".split(" ");

function renaming(random: Random): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let other = known.get(name);
    if (other === undefined) {
      const stem = [0, 1, 2].map(() => random.pick(syllables)).join("");
      const sigil = /^[@$]+/.exec(name)?.[0] ?? "";
      const isUpper = /^[A-Z]/.test(name.slice(sigil.length));
      other = `${sigil}${isUpper ? stem[0]!.toUpperCase() + stem.slice(1) : stem}${known.size}${/[?!]$/.exec(name)?.[0] ?? ""}`;
      known.set(name, other);
    }
    return other;
  };
}

const rename: Mutation = (lines, { language, random }) => {
  const other = renaming(random);
  return rewrite(lines, language, (lexeme) => (isName(lexeme) ? other(lexeme.text) : lexeme.text));
};

const literals: Mutation = (lines, { language, random }) =>
  rewrite(lines, language, (lexeme) => {
    if (lexeme.kind === "number") return String(random.below(1000));
    if (lexeme.kind !== "string" || lexeme.text.includes("\n")) return lexeme.text;
    const quote = lexeme.text[0]!;
    return `${quote}${random.pick(syllables)}${random.pick(syllables)}${quote}`;
  });

const renameAndLiterals: Mutation = (lines, context) => literals(rename(lines, context), context);

/** Indexes of inner lines with code, so that the block keeps its first and last line. */
function inner(lines: Lines, language: Language): number[] {
  return lines.flatMap((line, at) =>
    at > 0 && at < lines.length - 1 && isCode(line, language) ? [at] : [],
  );
}

/** One token added, removed or exchanged in each of one to three lines. */
const editInLine: Mutation = (lines, { language, random }) => {
  const result = [...lines];
  for (const at of random.shuffle(inner(lines, language)).slice(0, 1 + random.below(3))) {
    const lexemes = lex(result[at]!, language);
    const words = lexemes.flatMap((lexeme, index) => (lexeme.kind === "space" ? [] : [index]));
    const place = random.pick(words);
    const roll = random.below(3);
    const texts = lexemes.map((lexeme) => lexeme.text);
    if (roll === 0) texts.splice(place, 1);
    else if (roll === 1) texts.splice(place, 0, " extra + ");
    else texts[place] = "changed";
    result[at] = texts.join("");
  }
  return result;
};

const strangersOf = ({ random, strangers }: MutationContext, count: number): string[] => {
  const from = random.below(Math.max(1, strangers.length - count));
  return strangers.slice(from, from + count);
};

const insertLines: Mutation = (lines, context) => {
  const at = context.random.pick(inner(lines, context.language));
  const added = strangersOf(context, 1 + context.random.below(3));
  return [...lines.slice(0, at), ...added, ...lines.slice(at)];
};

const deleteLines: Mutation = (lines, context) => {
  const places = inner(lines, context.language);
  const count = 1 + context.random.below(3);
  const first = context.random.below(Math.max(1, places.length - count));
  const gone = new Set(places.slice(first, first + count));
  return lines.filter((_, at) => !gone.has(at));
};

const replaceLines: Mutation = (lines, context) => {
  const places = inner(lines, context.language);
  const count = 1 + context.random.below(3);
  const first = context.random.below(Math.max(1, places.length - count));
  const gone = places.slice(first, first + count);
  const added = strangersOf(context, gone.length);
  return lines.flatMap((line, at) =>
    gone.includes(at) ? [added[gone.indexOf(at)] ?? line] : [line],
  );
};

const editLines: Mutation = (lines, context) =>
  context.random.pick([insertLines, deleteLines, replaceLines, editInLine])(lines, context);

const renameAndEdit: Mutation = (lines, context) => rename(editLines(lines, context), context);
const renameLiteralsAndEdit: Mutation = (lines, context) =>
  renameAndLiterals(editLines(lines, context), context);

export const operators: readonly Operator[] = [
  { name: "copied as it is", group: "type1", apply: (lines) => [...lines] },
  { name: "white space", group: "type1", apply: whiteSpace },
  { name: "comments", group: "type1", apply: comments },
  { name: "line breaks", group: "type1", apply: lineBreaks },
  { name: "names", group: "type2", apply: rename },
  { name: "literals", group: "type2", apply: literals },
  { name: "names and literals", group: "type2", apply: renameAndLiterals },
  { name: "edits in a line", group: "type3", apply: editInLine },
  { name: "lines inserted", group: "type3", apply: insertLines },
  { name: "lines deleted", group: "type3", apply: deleteLines },
  { name: "lines replaced", group: "type3", apply: replaceLines },
  { name: "names, and lines edited", group: "renamed-and-edited", apply: renameAndEdit },
  {
    name: "names, literals, and lines edited",
    group: "renamed-and-edited",
    apply: renameLiteralsAndEdit,
  },
];

/** Recall each group must reach. */
export const targets: Record<Operator["group"], number> = {
  type1: 0.997,
  type2: 0.98,
  type3: 0.92,
  "renamed-and-edited": 0.85,
};
