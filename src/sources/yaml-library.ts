import {
  Composer,
  Lexer,
  Parser,
  type CST,
  type Document,
  type DocumentOptions,
  type LineCounter,
  type ParseOptions,
  type SchemaOptions,
} from "yaml";
import { deepestNesting, nestedTooDeeply } from "#evidence/nesting.ts";

type YamlOptions = Omit<ParseOptions, "lineCounter" | "prettyErrors"> &
  DocumentOptions &
  SchemaOptions & { readonly lineCounter?: LineCounter };

/** What a text cannot be read for. */
export class NestsTooDeeply extends Error {
  override name = "NestsTooDeeply";

  constructor() {
    super(nestedTooDeeply);
  }
}

/**
 * Every document of a YAML text, as the library understands it; at least one. Its first half, which tells levels, keeps a
 * stack of its own; its second half recurses, and its answer to an exhausted stack may be the end of the process. So the
 * levels are counted between the two: whatever strings and comments hide from a scanner is nested there, or is not.
 * Throws `NestsTooDeeply`.
 */
export function composeYaml(text: string, options: YamlOptions = {}): readonly Document.Parsed[] {
  const tokens = tokensOf(text, options.lineCounter);
  // Pretty errors and unique keys each cost the square of the length (24 s for 40,000 keys).
  const composer = new Composer({ uniqueKeys: false, ...options, prettyErrors: false });
  return [...composer.compose(tokens, true, text.length)];
}

function tokensOf(text: string, lines: LineCounter | undefined): readonly CST.Token[] {
  const parser = new Parser(lines?.addNewLine);
  lines?.addNewLine(0);
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > deepestNesting) throw new NestsTooDeeply();
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** The document of a text that is to be changed and written back; null where it has mistakes, or there are several. */
export function editableYaml(text: string): Document.Parsed | null {
  const [document, second] = composeYaml(text, { uniqueKeys: true });
  if (document === undefined || document.errors.length > 0) return null;
  return second === undefined ? document : null;
}
