import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonSequence } from "#sources/json-sequence.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

it("takes apart what jq and pages print one behind the other", () => {
  expect(jsonSequence('[1]\n[{"a":"]["}] {"b":"\\"}{"}')).toEqual([
    "[1]",
    '[{"a":"]["}]',
    '{"b":"\\"}{"}',
  ]);
  for (const text of [
    "[1]",
    "{}",
    "",
    "a: 1",
    '[1] "x"',
    "[1]]",
    "[1] [",
    "1 2",
    '{"a": "[1] [2]"}',
  ])
    expect(jsonSequence(text)).toBeNull();
});

it("gives back every value, in linear time", () => {
  const values = fc.array(
    fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
    {
      minLength: 2,
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(values, fc.constantFrom("", "\n", "  "), (all, between) => {
      const texts = all.map((one) => JSON.stringify(one));
      expect(jsonSequence(texts.join(between))).toEqual(texts);
    }),
    { numRuns: 50 },
  );
  const start = processorMilliseconds();
  for (const text of ["[".repeat(1_000_000), "[]".repeat(500_000), '["'.repeat(500_000)])
    expect(jsonSequence(text)).toBeNull();
  expect(processorMilliseconds() - start).toBeLessThan(4_000);
});
