import fc from "fast-check";
import { expect, test } from "vitest";
import { subjectMark } from "#sources/git/subject-marks.ts";

test("three words and more tell something, without the number of their request and the case of letters", () => {
  const mark = subjectMark("build: use the new sieve (#12)");
  expect(mark).not.toBeNull();
  expect(subjectMark("Build: use  the new\tsieve (pull request #7)")).toBe(mark);
  expect(subjectMark("build: use the old sieve (#12)")).not.toBe(mark);
  expect(subjectMark("Use @bakery/sieve in every oven")).not.toBeNull();
  expect(subjectMark("Update README.md")).toBeNull();
  expect(subjectMark("a b c")).toBeNull();
  expect(subjectMark('Revert "build: use the new sieve"')).toBeNull();
});

test("whatever is written, none of its words is kept", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (subject) => {
      const mark = subjectMark(subject);
      if (mark !== null) expect(mark).toMatch(/^[\w-]{16}$/);
    }),
  );
});
