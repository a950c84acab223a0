import { crc32 } from "node:zlib";
import { inDigits, newSecret, secretLength } from "./secrets.ts";

/** What programs look for that find secrets in code: `fulcrum_[0-9A-Za-z]{49}`, of which the last six are a sum. */
const prefix = "fulcrum_";
const sumLength = 6;
const shape = new RegExp(`^${prefix}([0-9A-Za-z]{${String(secretLength)}})([0-9A-Za-z]{6})$`);

export function newTokenText(): string {
  const secret = newSecret();
  return `${prefix}${secret}${sumOf(secret)}`;
}

/** Whether it can be one at all: what was cut or mistyped costs no question to the database. */
export function isTokenText(text: string): boolean {
  const [, secret, sum] = shape.exec(text) ?? [];
  return secret !== undefined && sumOf(secret) === sum;
}

function sumOf(secret: string): string {
  return inDigits(BigInt(crc32(`${prefix}${secret}`)), sumLength);
}
