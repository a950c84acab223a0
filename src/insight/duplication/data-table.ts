import {
  fold,
  HASH_COUNT,
  HASH_MASK,
  hashText,
  KIND_MASK,
  LITERAL,
} from "./tokenize/token-code.ts";

const TABLE_SHARE = 0.85;
const SEPARATOR_SHARE = 0.25;
const MAX_SEQUENCES = 14;

const isMark = new Uint8Array(HASH_COUNT);
for (const mark of [",", ":", "=>", "[", "]", "(", ")", "{", "}", ";"]) {
  isMark[fold(hashText(mark))] = 1;
}

/** Whether a token stands between the entries of a table. */
export function isSeparator(token: number): boolean {
  return (token & KIND_MASK) === 0 && isMark[token & HASH_MASK] === 1;
}

/** Whether a stretch of tokens is a table of literals: prose has no separators, code has names. */
export function isDataTable(tokens: Uint16Array, from: number, to: number): boolean {
  let literals = 0;
  let separators = 0;
  for (let i = from; i < to; i++) {
    if ((tokens[i]! & KIND_MASK) === LITERAL) literals++;
    else if (isSeparator(tokens[i]!)) separators++;
  }
  const count = to - from;
  const isOfLiterals =
    literals + separators >= TABLE_SHARE * count &&
    separators >= SEPARATOR_SHARE * count &&
    literals * 4 >= count;
  return isOfLiterals && isRepetitive(tokens, from, to);
}

/** Rows repeat: few different sequences of four tokens, literals being all alike. */
function isRepetitive(tokens: Uint16Array, from: number, to: number): boolean {
  const sequences = new Set<number>();
  let sequence = 0;
  for (let i = from; i < to && sequences.size <= MAX_SEQUENCES; i++) {
    const token = tokens[i]!;
    const isLiteral = (token & KIND_MASK) === LITERAL;
    sequence = (sequence << 8) | (isLiteral ? 0xff : token & 0xff);
    sequences.add(sequence);
  }
  return sequences.size <= MAX_SEQUENCES;
}
