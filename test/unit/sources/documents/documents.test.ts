import { describe, expect, it } from "vitest";
import { documents } from "#sources/documents/documents.ts";

const read = (path: string, ...lines: string[]) =>
  documents.read({ path, text: lines.join("\n") }).document;

it("knows its paths", () => {
  for (const path of [
    "README.md",
    "packages/till/readme.rst",
    "CHANGELOG.md",
    "docs/a/b.adoc",
    "README",
  ])
    expect(documents.detect(path)).toBe("head");
  for (const path of [
    "vendor/x/README.md",
    "docs/a.png",
    "docs/a.txt",
    "lib/readme.rb",
    "notes.md",
  ])
    expect(documents.detect(path)).toBe("none");
});

describe("Markdown", () => {
  it("is described by the first paragraph that says what it is, not by remarks, comments or badges", () => {
    const found = read(
      "README.md",
      "# Till",
      "",
      "<!-- Note: copied elsewhere,",
      "keep both alike -->",
      "",
      "[![Build",
      "Status](https://ci.example/till.svg)](https://ci.example/till)",
      "",
      "> [!WARNING]",
      "> Moved house.",
      "",
      "See the [handbook](https://till.example) first.",
      "",
      "Takes orders from customers. It provides:",
    );
    expect(found?.description).toBe("Takes orders from customers.");
    expect(found?.summary).toBe("> [!WARNING] > Moved house.");
  });

  it("has title, summary, headings, code, words and relative links", () => {
    expect(
      read(
        "README.md",
        "[![build](https://x.example/b.svg)](https://x.example)",
        "# The **Till** #",
        "",
        "Takes orders from [customers](https://shop.example), see `lib`",
        "and ask rye@bakery.example.",
        "",
        "Install",
        "-------",
        "```sh",
        "gem install till # not a heading",
        "```",
        "See [usage](docs/usage.md#top), [mail](mailto:a@b.example) and [top](#till).",
      ),
    ).toEqual({
      title: "The Till",
      summary: "Takes orders from customers, see lib and ask.",
      description: "Takes orders from customers, see lib and ask.",
      headings: ["The Till", "Install"],
      codeBlocksCount: 1,
      wordsCount: 20,
      relativeLinks: [{ target: "docs/usage.md", line: 12 }],
      developerWords: 2,
      customerWords: 2,
      isDeprecated: false,
    });
  });

  it("sums up without the lines that list people", () => {
    const page = [
      "# Rye",
      "",
      "Date: 2024-01-01",
      "* Deciders: Ada Crust, Ben Rye",
      "**Author**: Ada",
    ];
    expect(read("docs/rye.md", ...page, "", "Bread.")?.summary).toBe("Date: 2024-01-01");
    expect(read("docs/rye.md", "# Rye", "", "Written by: Ada Crust", "", "Bread.")?.summary).toBe(
      "Bread.",
    );
  });

  it("is deprecated only by a notice near the top", () => {
    expect(read("README.md", "# Till", "", "This gem is no longer maintained.")?.isDeprecated).toBe(
      true,
    );
    expect(
      read("README.md", "# Till", ...Array<string>(40).fill(""), "deprecated")?.isDeprecated,
    ).toBe(false);
  });
});

it("reads reStructuredText", () => {
  const facts = read(
    "docs/till.rst",
    "====",
    "Till",
    "====",
    "",
    "Takes `orders <orders.rst>`_ and says::",
    "",
    "    gem install till",
    "",
    "Usage",
    "-----",
    "More.",
  );
  expect(facts).toMatchObject({
    title: "Till",
    headings: ["Till", "Usage"],
    codeBlocksCount: 1,
    relativeLinks: [{ target: "orders.rst" }],
  });
});

it("reads AsciiDoc", () => {
  const facts = read(
    "README.adoc",
    "= Till",
    ":toc:",
    "",
    "Takes orders.",
    "",
    "== Use",
    "----",
    "x",
    "----",
    "link:docs/a.adoc[a]",
  );
  expect(facts).toMatchObject({
    title: "Till",
    summary: "Takes orders.",
    headings: ["Till", "Use"],
    codeBlocksCount: 1,
    relativeLinks: [{ target: "docs/a.adoc" }],
  });
});

it("says that a long document was cut", () => {
  const { problems } = documents.read({ path: "README.md", text: "word ".repeat(50_000) });
  expect(problems?.[0]?.code).toBe("truncated");
});
