import { createHash, randomBytes } from "node:crypto";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Of 256 bits: 62 ** 43 is more than 2 ** 256. */
export const secretLength = 43;

/** 256 random bits in letters and digits: nobody guesses it, so that a plain SHA-256 is enough to keep. */
export function newSecret(): string {
  return inDigits(BigInt(`0x${randomBytes(32).toString("hex")}`), secretLength);
}

/** A whole number in base 62, with noughts in front. */
export function inDigits(value: bigint, length: number): string {
  let [text, rest] = ["", value];
  for (let place = 0; place < length; place++) {
    text = (digits[Number(rest % 62n)] ?? "") + text;
    rest /= 62n;
  }
  return text;
}

/** SHA-256, 32 bytes. */
export function digestOfSecret(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}
