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

/** What would take time or stack without bound; in words that follow "it is". */
export class UnboundedYaml extends Error {
  override name = "UnboundedYaml";
}

/** What merge keys (`<<: *base`) may copy: for each alias all keys of the text, at most. */
const mostMerged = 4_000_000;
/** To resolve an alias the library goes through all anchors and aliases before it. */
const mostSteps = 20_000_000;
const tooManyAliases = "full of aliases, more than can be followed";
const startOfScalar = "\u001F";

/**
 * Every document of a YAML text, as the library understands it; at least one. Its first half, which tells levels, keeps a
 * stack of its own; its second half recurses, and its answer to an exhausted stack may be the end of the process. So the
 * levels are counted between the two: whatever strings and comments hide from a scanner is nested there, or is not.
 * Aliases are counted as well. Throws `UnboundedYaml`.
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
  let before = "";
  let aliases = 0;
  let anchors = 0;
  let hasMerges = false;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > deepestNesting) throw new UnboundedYaml(nestedTooDeeply);
    if (before !== startOfScalar) {
      if (lexeme.startsWith("*")) aliases++;
      else if (lexeme.startsWith("&")) anchors++;
    } else hasMerges ||= lexeme === "<<";
    before = lexeme;
  }
  if (aliases * (aliases + anchors) > mostSteps) throw new UnboundedYaml(tooManyAliases);
  if (hasMerges && aliases * text.split(/[\n,]/).length > mostMerged)
    throw new UnboundedYaml(tooManyAliases);
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** The document of a text that is to be changed and written back; null where it has mistakes, or there are several. */
export function editableYaml(text: string): Document.Parsed | null {
  const [document, second] = composeYaml(text, { uniqueKeys: true });
  if (document === undefined || document.errors.length > 0) return null;
  return second === undefined ? document : null;
}
