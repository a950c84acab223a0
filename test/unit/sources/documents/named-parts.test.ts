import fc from "fast-check";
import { expect, test } from "vitest";
import { documentFacts } from "#sources/documents/document-facts.ts";
import { namedParts } from "#sources/documents/named-parts.ts";

const facts = (...lines: readonly string[]) => documentFacts(lines.join("\n"), "markdown");

test("points of a list say what each of several things is", () => {
  const { parts } = facts(
    "# Oven images",
    "",
    "Defines [OCI] images for ovens.",
    "",
    "- `oven-base` is a base image for ovens in production; it provides:",
    "  - `curl` is there as well for whoever asks",
    "- **oven-builder**: builds bread images, with [yarn](https://yarn.example)",
    "- [oven-tools](./tools) – tools for bakers. They are many.",
    "- `--verbose`",
    "",
    "[OCI]: https://oci.example",
  );
  expect(parts).toEqual([
    { name: "oven-base", text: "a base image for ovens in production" },
    { name: "oven-builder", text: "builds bread images, with yarn" },
    { name: "oven-tools", text: "tools for bakers" },
  ]);
});

test("a link by reference is its words", () => {
  expect(facts("# Oven", "", "Defines [OCI] images, see [1] and [x](y).").summary).toBe(
    "Defines OCI images, see [1] and x.",
  );
});

test("any lines are read in one pass, and names are told once", () => {
  const word = fc.constantFrom(
    "- `a-b`",
    " is ",
    "**x**",
    ": ",
    "[y](z)",
    "`",
    "*",
    " ",
    "words of it",
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { maxLength: 12 }).map((some) => some.join(""))),
      (lines) => {
        const names = namedParts(lines).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      },
    ),
  );
});
