import { languageByName, languageOf } from "./languages/languages.ts";
import { Fingerprinter, GRAM_TOKENS } from "./fingerprint.ts";
import type { FileTokens } from "./file-tokens.ts";
import { leftOutByContent, leftOutByPath, type LeftOut } from "./left-out.ts";
import type { LeftOutReason } from "./left-out.ts";
import type { LinguistAttributes } from "./linguist-attributes.ts";
import { ShardBuilder } from "./token-shard.ts";
import type { TokenShard } from "./token-shard.ts";
import { compileProfile } from "./tokenize/compiled-profile.ts";
import { Tokenizer } from "./tokenize/tokenizer.ts";
import { fromUtf16 } from "./utf16.ts";

/** Turns files into a shard; the unit of work of one thread. */
export class FileReader {
  linesCount = 0;
  filesCount = 0;

  private readonly tokenizer = new Tokenizer();
  private readonly fingerprinter = new Fingerprinter();
  private readonly builder = new ShardBuilder();
  private readonly leftOut = new Map<LeftOut["reason"], { files: number; lines: number }>();

  /**
   * Whether the file's content is wanted at all; counts it as left out when not. Paths are relative to the repository, whose own
   * word (`.gitattributes`) goes before what a path looks like.
   */
  wants(path: string, attributes?: LinguistAttributes): boolean {
    const reason =
      leftOutBySaying(path, leftOutByPath(path), attributes) ??
      (languageByName(path) === null ? "unknown-language" : null);
    if (reason !== null) this.count(reason, 1, 0);
    return reason === null;
  }

  add(fileId: number, path: string, bytes: Uint8Array): void {
    this.take(fileId, this.read(path, bytes));
  }

  /** What the comparison takes from a file; its arrays are valid until the next call. */
  read(path: string, content: Uint8Array): FileTokens {
    const bytes = fromUtf16(content);
    const language = languageOf(path, bytes);
    if (language === null) return whole("unknown-language", 0);
    const reason = leftOutByContent(bytes);
    if (reason !== null) return whole(reason, reason === "too-large" ? 0 : linesOf(bytes));
    const { tokenizer, fingerprinter } = this;
    const profile = compileProfile(language);
    tokenizer.tokenize(bytes, profile);
    const leftOut: { reason: LeftOut["reason"]; lines: number }[] = [];
    if (tokenizer.importLinesCount > 0)
      leftOut.push({ reason: "imports", lines: tokenizer.importLinesCount });
    const header = licenceLines(bytes, tokenizer.firstLine);
    if (header > 0) leftOut.push({ reason: "licence-header", lines: header });
    const codeLines = tokenizer.codeLinesCount;
    if (tokenizer.tokensCount < GRAM_TOKENS)
      return { ...nothing, isCompared: true, codeLines, leftOut };
    fingerprinter.fingerprint(tokenizer.tokens, tokenizer.tokensCount, profile.familySeed);
    if (fingerprinter.tablesCount > 0) {
      const share = fingerprinter.tablesCount / (fingerprinter.tablesCount + fingerprinter.count);
      leftOut.push({ reason: "data-table", lines: Math.round(share * codeLines) });
    }
    return {
      isCompared: true,
      codeLines,
      leftOut,
      tokens: tokenizer.tokens.subarray(0, tokenizer.tokensCount),
      lineDeltas: tokenizer.lineDeltas.subarray(0, tokenizer.deltasCount),
      hashes: fingerprinter.hashes.subarray(0, fingerprinter.count),
      positions: fingerprinter.positions.subarray(0, fingerprinter.count),
    };
  }

  /** Adds what was read, now or by an earlier run. */
  take(fileId: number, file: FileTokens): void {
    for (const { reason, lines } of file.leftOut) this.count(reason, 1, lines);
    if (!file.isCompared) return;
    this.linesCount += file.codeLines;
    this.filesCount++;
    if (file.tokens.length === 0) return;
    this.builder.add(fileId, file);
  }

  get pendingTokens(): number {
    return this.builder.tokensCount;
  }

  takeShard(): TokenShard {
    return this.builder.finish();
  }

  leftOutCounts(): LeftOut[] {
    return [...this.leftOut].map(([reason, { files, lines }]) => ({ reason, files, lines }));
  }

  private count(reason: LeftOut["reason"], files: number, lines: number): void {
    const entry = this.leftOut.get(reason) ?? { files: 0, lines: 0 };
    entry.files += files;
    entry.lines += lines;
    this.leftOut.set(reason, entry);
  }
}

function leftOutBySaying(
  path: string,
  reason: LeftOutReason | null,
  attributes: LinguistAttributes | undefined,
): LeftOutReason | null {
  if (attributes === undefined) return reason;
  if (reason === "generated" || reason === "vendored")
    return attributes.says(path, reason) === false ? null : reason;
  if (reason !== null) return reason;
  if (attributes.says(path, "generated") === true) return "generated";
  return attributes.says(path, "vendored") === true ? "vendored" : null;
}

const nothing = {
  tokens: new Uint16Array(0),
  lineDeltas: new Uint8Array(0),
  hashes: new Uint32Array(0),
  positions: new Uint32Array(0),
} as const;

function whole(reason: LeftOut["reason"], lines: number): FileTokens {
  return { ...nothing, isCompared: false, codeLines: 0, leftOut: [{ reason, lines }] };
}

function linesOf(bytes: Uint8Array): number {
  let lines = 0;
  for (let i = bytes.indexOf(0x0a); i >= 0; i = bytes.indexOf(0x0a, i + 1)) lines++;
  return lines;
}

/** Lines above the first token, when they speak of a licence. */
function licenceLines(bytes: Uint8Array, firstLine: number): number {
  if (firstLine < 4) return 0;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2000));
  return /licen[cs]e|copyright/i.test(head.toString("latin1")) ? firstLine - 1 : 0;
}
