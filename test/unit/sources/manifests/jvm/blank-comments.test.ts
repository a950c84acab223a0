import * as fc from "fast-check";
import { expect, it } from "vitest";
import { blankComments } from "#sources/manifests/jvm/blank-comments.ts";

it("blanks comments and leaves strings", () => {
  expect(blankComments(`a // b "c"\n"http://x" /* d\n e */ f 'g /* h' """ // i """`, false)).toBe(
    `a  \n"http://x"  \n  f 'g /* h' """ // i """`,
  );
});

it("keeps every line where it was", () => {
  const pieces = fc.constantFrom("/", "*", '"', "'", "\\", "\n", "a", '"""', "//", "/*", "*/");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      expect(blankComments(text, true).split("\n").length).toBe(text.split("\n").length);
    }),
  );
});
