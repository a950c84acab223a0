import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessDocumentation } from "#insight/documentation/assess-documentation.ts";
import { defaultDocumentationOptions } from "#insight/documentation/options.ts";
import { componentDocuments } from "#model/component-documents.ts";
import { evidenceOf, fileAtHead } from "#fixtures/evidence.ts";
import { crateDocs } from "#sources/documents/crate-docs.ts";
import { documents } from "#sources/documents/documents.ts";
import { asOf, kit, on, release, shop } from "../adoption/bakery.ts";
import type { DocumentationPart } from "#vocabulary/measures.ts";

/** The oven's repository, with these documents; `days` are those on which a path was changed. */
function judge(
  texts: Readonly<Record<string, string>>,
  days: Readonly<Record<string, string>> = {},
  more: Parameters<typeof evidenceOf>[2] = {},
  releases = [release("1.0.0", "2020-01-01"), release("1.1.0", "2024-01-01")],
) {
  const paths = Object.keys(days);
  const oven = evidenceOf("repository:oven", asOf, {
    headFiles: Object.entries(texts).map(([path, text]) =>
      fileAtHead(path, { document: documents.read({ path, text }).document ?? null }),
    ),
    fileChanges: {
      paths,
      ends: Uint32Array.from(paths, (_, index) => index + 1),
      days: Uint16Array.from(paths, (path) => on(days[path] ?? "") / 86_400),
    },
    ...more,
  });
  const capability = kit("oven-kit", { releases });
  const [result] = assessDocumentation(
    [capability],
    componentDocuments([shop("oven")], [oven], asOf),
    () => true,
  );
  if (result === undefined) throw new Error("no result");
  return {
    ...result,
    of: (part: DocumentationPart) => result.parts.find((one) => one.part === part)?.score,
  };
}

const readme = [
  "# Oven kit",
  "Bakes bread of any kind at the heat that the recipe asks for.",
  "## Installation",
  "```sh",
  "gem install oven-kit",
  "```",
  "## Usage",
  "```rb",
  "Oven.bake",
  "```",
  "## Configuration",
  "```rb",
  "Oven.heat = 200",
  "```",
  "## API",
  "## Licence",
].join("\n");

describe("documentation of a capability", () => {
  it("is whole when a reader finds everything that readers look for", () => {
    const found = judge(
      { "README.md": readme, "CHANGELOG.md": "# Changes\n## 1.0.0\n- Bakes" },
      { "README.md": "2024-05-01", "lib/oven.rb": "2024-06-01", "lib/oven_test.rb": "2024-12-01" },
    );
    expect(found.score).toBe(1);
    expect(found.n).toBe(9);
    expect(found.of("links")).toBeNull();
  });

  it("is nothing where there is none", () => {
    const found = judge({}, { "lib/oven.rb": "2024-06-01" });
    expect(found.score).toBe(0);
    expect(found.parts.filter((one) => one.score !== null).length).toBe(found.n);
  });

  it.each([
    ["none", [], null],
    ["one years ago", [release("1.0.0", "2020-01-01")], null],
    [
      "snapshots",
      [release("1.0.0-SNAPSHOT", "2024-01-01"), release("1.0.0-rc1", "2024-02-01")],
      null,
    ],
    [
      "several, but its version stands still",
      [release("1.0", "2020-01-01"), release("1.1", "2021-01-01")],
      null,
    ],
    ["several", [release("1.0", "2020-01-01"), release("1.1", "2024-01-01")], 0],
  ])("misses a changelog only where there are releases: %s", (_, releases, wanted) => {
    expect(judge({}, { "lib/oven.rb": "2024-06-01" }, {}, releases).of("changelog")).toBe(wanted);
  });

  it("grows stale: full until half a year behind the code, nothing from two years on", () => {
    const after = (day: string) =>
      judge({ "README.md": readme }, { "README.md": "2022-01-01", "lib/oven.rb": day }).of(
        "freshness",
      );
    expect(after("2022-06-01")).toBe(1);
    expect(after("2023-04-01")).toBeCloseTo(1 - (455 - 180) / (730 - 180), 5);
    expect(after("2024-06-01")).toBe(0);
  });

  it("does not look at changes after as-of", () => {
    const found = judge({}, { "README.md": "2024-01-01", "lib/oven.rb": "2025-06-01" });
    expect(found.lastCodeChangeAt).toBeNull();
    expect(found.unknown.map(({ field }) => field)).toContain("lastCodeChangeAt");
  });

  it("counts dead links against it, with where they stand", () => {
    const text = "# Oven\n[a](b.md) [c](d.md)";
    const found = judge(
      {},
      {},
      {
        headFiles: [
          fileAtHead("README.md", {
            document: documents.read({ path: "README.md", text }).document ?? null,
            links: { checkedCount: 2, dead: [{ target: "d.md", line: 2 }] },
          }),
        ],
      },
    );
    expect(found.of("links")).toBe(0.5);
    expect(found.deadLinks).toEqual([{ path: "README.md", target: "d.md", line: 2 }]);
    expect(found.parts.at(-1)?.evidence[0]).toMatchObject({ path: "README.md", line: 2 });
  });

  it("has what the head of its code and a page about it elsewhere say", () => {
    const repository = evidenceOf("repository:oven", asOf, {
      headFiles: [
        fileAtHead("docs/oven-kit.md", {
          document: documents.read({ path: "docs/oven-kit.md", text: readme }).document ?? null,
        }),
        fileAtHead("heat/src/lib.rs", {
          document:
            crateDocs.read({
              path: "heat/src/lib.rs",
              text: `//! ${readme.replaceAll("\n", "\n//! ")}`,
            }).document ?? null,
        }),
      ],
      fileChanges: {
        paths: ["heat/src/lib.rs"],
        ends: Uint32Array.from([1]),
        days: Uint16Array.from([on("2024-01-01") / 86_400]),
      },
    });
    const parts = ["oven-kit", "heat"].map((name) =>
      shop(name, { repositoryId: "repository:oven", path: name }),
    );
    const found = assessDocumentation(
      parts.map(({ id, name }) => kit(name, { providerComponentId: id })),
      componentDocuments(
        [shop("oven", { repositoryId: "repository:oven" }), ...parts],
        [repository],
        asOf,
      ),
      () => true,
    );
    for (const { documentsCount, parts: judged } of found) {
      expect(documentsCount).toBe(1);
      const scoreOf = (name: DocumentationPart) => judged.find(({ part }) => part === name)?.score;
      expect([scoreOf("purpose"), scoreOf("usage"), scoreOf("install")]).toEqual([1, 1, 1]);
    }
    // Documents in code are changed with it.
    expect(found[1]?.parts.find(({ part }) => part === "freshness")?.score).toBe(1);
  });

  it("is no fresher for a changelog", () => {
    const days = {
      "README.md": "2020-01-01",
      "CHANGELOG.md": "2024-06-01",
      "lib/a.rb": "2024-06-01",
    };
    const found = judge({ "README.md": readme, "CHANGELOG.md": "# 1.0.0" }, days);
    expect(found.of("freshness")).toBe(0);
  });

  it("is unknown, with a reason, where the provider was not read", () => {
    const [found] = assessDocumentation(
      [kit("tin", { providerComponentId: null })],
      new Map(),
      () => true,
    );
    expect(found).toMatchObject({ score: null, n: 0, documentsCount: null, linksCount: null });
    expect(found?.unknown.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["score", "documentsCount", "linksCount"]),
    );
  });

  it("is of the documents that are about it, and unknown where none is", () => {
    const facts = (path: string) =>
      documents.read({ path, text: "# Oven\n\n## Usage\n" }).document ?? null;
    const oven = evidenceOf("repository:oven", asOf, {
      headFiles: ["README.md", "docs/bake.md"].map((path) =>
        fileAtHead(path, { document: facts(path) }),
      ),
    });
    const found = assessDocumentation(
      [kit("oven-kit"), kit("bake"), kit("cool")],
      componentDocuments([shop("oven")], [oven], asOf),
      ({ path }, { name }) => name === "oven-kit" || path.endsWith(`${name}.md`),
    );
    expect(found.map(({ documentsCount }) => documentsCount)).toEqual([2, 1, 0]);
    expect(found.map(({ score }) => score === null)).toEqual([false, false, true]);
    expect(found[2]?.unknown[0]).toMatchObject({ field: "score", code: "not-documented-apart" });
  });

  it("has weights that add up to one, and a score from 0 to 1 whatever the text", () => {
    const weights = Object.values(defaultDocumentationOptions.weights);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("README.md", "docs/a.md", "CHANGELOG.md"), fc.string()),
        (texts) => {
          const { score } = judge(texts);
          return score !== null && score >= 0 && score <= 1;
        },
      ),
      { numRuns: 60 },
    );
  });
});

it("of a part without a document nothing is told where its repository has some about the whole", () => {
  const document = documents.read({ path: "README.md", text: readme }).document ?? null;
  const judged = (path: string) => {
    const oven = evidenceOf("repository:oven", asOf, {
      headFiles: [fileAtHead(path, { document })],
    });
    const parts = [
      shop("oven"),
      { ...shop("rack"), repositoryId: "repository:oven", path: "rack" },
    ];
    const rack = kit("rack-kit", { providerComponentId: "component:rack" });
    return assessDocumentation([rack], componentDocuments(parts, [oven], asOf), () => true)[0];
  };
  expect(judged("README.md")).toMatchObject({
    score: null,
    unknown: [{ code: "not-documented-apart" }, {}, {}],
  });
  expect(judged("shelf/README.md")?.score).toBe(0);
});
