import fc from "fast-check";
import { expect, test } from "vitest";
import { tellingSubject } from "#sources/git/subject-marks.ts";

test("three words and more tell something, without the number of their request", () => {
  expect(tellingSubject("build: use the new sieve (#12)")).toBe("build: use the new sieve");
  expect(tellingSubject("Use  the new\tsieve (pull request #7)")).toBe("Use the new sieve");
  expect(tellingSubject("Update README.md")).toBeNull();
  expect(tellingSubject("a b c")).toBeNull();
  expect(tellingSubject("Thank miller@example.org for the sieve")).toBeNull();
  expect(tellingSubject("Use @bakery/sieve in every oven")).toBe("Use @bakery/sieve in every oven");
});

test("whatever is written, what is kept is short, trimmed and tells itself again", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (subject) => {
      const told = tellingSubject(subject);
      if (told === null) return;
      expect(told.length).toBeLessThanOrEqual(120);
      expect(told).not.toMatch(/^\s|\s{2}/);
    }),
  );
});
