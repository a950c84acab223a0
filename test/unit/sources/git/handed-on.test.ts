import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HandedOn, ToldOtherwise } from "#sources/git/starting/handed-on.ts";

/** The text in pieces that end at the given places. */
function pieces(text: string, ends: readonly number[]): Buffer[] {
  const at = [0, ...ends.map((end) => end % (text.length + 1)), text.length].toSorted(
    (a, b) => a - b,
  );
  return at.slice(1).map((end, index) => Buffer.from(text.slice(at[index], end), "latin1"));
}

describe("what was handed on of a program that is started again", () => {
  it("is told once, whole, wherever the first run was cut and however both came", () => {
    const ends = fc.array(fc.nat());
    fc.assert(
      fc.property(fc.string(), ends, ends, fc.nat(40), (text, first, second, cut) => {
        let told = "";
        const handed = new HandedOn((chunk) => (told += chunk.toString("latin1")));
        for (const piece of pieces(text.slice(0, cut), first)) handed.take(piece);
        const again = handed.again();
        for (const piece of pieces(text, second)) again.take(piece);
        again.end();
        expect(told).toBe(text);
      }),
    );
  });

  it("is not continued by something else", () => {
    const handed = new HandedOn(() => undefined);
    handed.take(Buffer.from("till 4"));
    const other = () => {
      const again = handed.again();
      again.take(Buffer.from("till 5 is"));
    };
    expect(other).toThrow(ToldOtherwise);
  });

  it("is not continued by less", () => {
    const handed = new HandedOn(() => undefined);
    handed.take(Buffer.from("till 4"));
    const again = handed.again();
    again.take(Buffer.from("till"));
    expect(again.end).toThrow(ToldOtherwise);
  });
});
