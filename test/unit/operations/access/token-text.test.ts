import fc from "fast-check";
import { expect, it } from "vitest";
import { digestOfSecret, inDigits, newSecret } from "#operations/access/secrets.ts";
import { isTokenText, newTokenText } from "#operations/access/token-text.ts";

it("a token is one, and with any one character changed it is none", () => {
  fc.assert(
    fc.property(fc.nat(56), fc.constantFrom("0", "a", "Z", "_", "-", "é", " "), (place, other) => {
      const text = newTokenText();
      expect(isTokenText(text)).toBe(true);
      const changed = text.slice(0, place) + other + text.slice(place + 1);
      expect(isTokenText(changed)).toBe(changed === text);
    }),
  );
});

it("no two secrets are the same, and each has 256 bits", () => {
  const many = new Set(Array.from({ length: 1_000 }, newSecret));
  expect(many.size).toBe(1_000);
  expect(new Set(Array.from(many, (one) => one.length))).toEqual(new Set([43]));
  expect(62n ** 43n > 2n ** 256n).toBe(true);
  expect(digestOfSecret("bread").length).toBe(32);
});

it("numbers in base 62 are read back", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (value) => {
      const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
      const text = inDigits(value, 43);
      expect(
        Array.from(text).reduce((sum, one) => sum * 62n + BigInt(digits.indexOf(one)), 0n),
      ).toBe(value);
    }),
  );
});
