import { describe, expect, it } from "vitest";
import type { HeadFile } from "#evidence/repository-evidence.ts";
import { documents } from "#sources/documents/documents.ts";
import { withCheckedLinks } from "#sources/repository/document-links.ts";

const tree = ["README.md", "docs/oven.md", "docs/images/oven.png", "lib/oven.rb"].map((path) => ({
  path,
  object: "0".repeat(40),
}));

function links(path: string, ...lines: readonly string[]): HeadFile["links"] {
  const file: HeadFile = {
    path,
    source: "documents",
    workspaces: [],
    ownerRules: [],
    entities: [],
    services: [],
    document: documents.read({ path, text: lines.join("\n") }).document ?? null,
    surface: [],
  };
  return withCheckedLinks([file], tree)[0]?.links;
}

describe("relative links of documents", () => {
  it("lead somewhere when a file or folder is there, from the document's own folder", () => {
    expect(links("README.md", "[oven](docs/oven.md) [pictures](docs/images) [top](./)")).toEqual({
      checkedCount: 3,
      dead: [],
    });
    expect(links("docs/oven.md", "[code](../lib/oven.rb) ![it](images/oven.png#left)")).toEqual({
      checkedCount: 2,
      dead: [],
    });
  });

  it("are dead when nothing is there, with the line they stand on", () => {
    expect(
      links("docs/oven.md", "# Oven", "", "```", "[no link](in/code)", "```", "[old](lib/oven.rb)"),
    ).toEqual({ checkedCount: 1, dead: [{ target: "lib/oven.rb", line: 6 }] });
  });

  it("may name the page that a site makes of a document", () => {
    expect(links("README.md", "[oven](docs/oven.html) [oven](docs/oven)")?.dead).toEqual([]);
  });

  it("say nothing where they are addresses of a site or the forge, or templates", () => {
    expect(
      links(
        "README.md",
        "[a](/manual/oven) [b](../../issues) [c](https://bakery.example) [d](docs/{{page}}) [e](%zz)",
      ),
    ).toEqual({ checkedCount: 0, dead: [] });
    expect(links("README.md", "[a](/docs/gone.md)")?.dead).toHaveLength(1);
  });
});
