import { HASH_COUNT } from "./tokenize/token-code.ts";

/** Scores are in half tokens. */
export const EXACT = 2;
export const FIRST_RENAME = 1;
export const BROKEN_RENAME = -4;

const NAME_BITS = 13;
const EPOCHS = 1 << (32 - NAME_BITS);

/** Which name of one file stands for which of the other, one to one. */
export class Renaming {
  /** The other name, under the epoch in which the two met. */
  private readonly forth = new Uint32Array(HASH_COUNT);
  private readonly back = new Uint32Array(HASH_COUNT);
  private epoch = 0;

  clear(): void {
    if (++this.epoch < EPOCHS) return;
    this.epoch = 1;
    this.forth.fill(0);
    this.back.fill(0);
  }

  /** Score of meeting this pair, which is remembered when both names are new. */
  score(name: number, other: number): number {
    const { epoch } = this;
    const known = this.forth[name]!;
    if (known >>> NAME_BITS === epoch) {
      if ((known & (HASH_COUNT - 1)) === other) return EXACT;
      return name === other ? FIRST_RENAME : BROKEN_RENAME;
    }
    if (this.back[other]! >>> NAME_BITS === epoch) {
      return name === other ? FIRST_RENAME : BROKEN_RENAME;
    }
    this.forth[name] = (epoch << NAME_BITS) | other;
    this.back[other] = (epoch << NAME_BITS) | name;
    return name === other ? EXACT : FIRST_RENAME;
  }

  peek(name: number, other: number): number {
    const { epoch } = this;
    const known = this.forth[name]!;
    if (known >>> NAME_BITS === epoch)
      return (known & (HASH_COUNT - 1)) === other ? EXACT : BROKEN_RENAME;
    return this.back[other]! >>> NAME_BITS === epoch ? BROKEN_RENAME : FIRST_RENAME;
  }
}
