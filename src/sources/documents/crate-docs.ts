import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { documentFacts } from "./document-facts.ts";

const mostLines = 2_000;

/** What a Rust crate says of itself at the head of its root file: https://doc.rust-lang.org/rustdoc/how-to-write-documentation.html. */
export const crateDocs: FileSource = {
  id: "rust-crate-docs",
  version: 1,
  endings: ["rs"],
  detect: (path) =>
    /(?:^|\/)src\/(?:lib|main)\.rs$/.test(path) && !isForeignPath(path) ? "head" : "none",
  read: ({ text }) => {
    const lines = text.split(/\r?\n/, mostLines);
    const end = lines.findIndex((line) => !/^\s{0,40}(?:\/\/|#!\[|$)/.test(line));
    // Lines keep their numbers.
    const said = (end < 0 ? lines : lines.slice(0, end)).map(
      (line) => /^\s{0,40}\/\/!\s?(.*)$/.exec(line)?.[1] ?? "",
    );
    if (said.every((line) => line.trim() === "")) return {};
    return { document: documentFacts(said.join("\n"), "markdown") };
  },
};
