import { expect, it } from "vitest";
import { crateDocs } from "#sources/documents/crate-docs.ts";

const said = (text: string) => crateDocs.read({ path: "oven/src/lib.rs", text }).document;

it("reads what a crate says of itself at the head of its root file, lines kept", () => {
  const found = said(
    `// Licence of the bakery
#![no_std]
//! # Oven
//!
//! Bakes bread of any kind.
//!
//! ## Usage
//! [more](../more.md)
//! \`\`\`
//! oven::bake();
//! \`\`\`
pub mod heat;
//! # No longer at its head
`,
  );
  expect(found).toMatchObject({
    title: "Oven",
    summary: "Bakes bread of any kind.",
    headings: ["Oven", "Usage"],
    codeBlocksCount: 1,
    relativeLinks: [{ target: "../more.md", line: 8 }],
  });
  expect(said("// Licence of the bakery\npub mod heat;\n")).toBeUndefined();
  expect(
    ["src/lib.rs", "a/src/main.rs", "src/heat.rs"].map((path) => crateDocs.detect(path)),
  ).toEqual(["head", "head", "none"]);
});
