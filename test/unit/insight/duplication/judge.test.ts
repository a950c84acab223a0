import { expect, it } from "vitest";
import { CodeLines } from "#insight/duplication/code-lines.ts";
import { Chain } from "#insight/duplication/chain.ts";
import { defaultThresholds, Judge } from "#insight/duplication/judge.ts";
import { languageByName } from "#insight/duplication/languages/languages.ts";
import { compileProfile } from "#insight/duplication/tokenize/compiled-profile.ts";
import { Tokenizer } from "#insight/duplication/tokenize/tokenizer.ts";

function codeOf(text: string): CodeLines {
  const tokenizer = new Tokenizer();
  tokenizer.tokenize(new TextEncoder().encode(text), compileProfile(languageByName("a.ts")!));
  return new CodeLines(tokenizer.tokens.slice(0, tokenizer.tokensCount));
}

const names = "width height depth left right upper lower inner outer front".split(" ");
const shape = `interface Crate {\n${names.map((name) => `  ${name}: number;\n`).join("")}}\n`;

it("cuts a doubtful end off rather than losing the copy before it", () => {
  const own = codeOf(shape).tokens.length;
  const a = codeOf(`${shape}pack(1, 2, 3, 4, 5);\n`);
  const b = codeOf(`${shape}audit();\nload(6,\n7,\n8,\n9, 10);\n`);
  const chain = new Chain();
  // The crate, and behind a gap of one line a call that only looks like the other.
  chain.pieces.set([0, own, 0, own, own, a.tokens.length, own + 4, b.tokens.length]);
  chain.piecesCount = 2;
  const judge = new Judge();
  expect(judge.accepts(chain, a, b, { ...defaultThresholds, minTokens: 40 })).toBe(true);
  expect(judge).toMatchObject({ type: 1, similarity: 1, startA: 0, endA: own, endB: own });
});
