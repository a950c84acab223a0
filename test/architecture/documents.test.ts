import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "#package.json" with { type: "json" };
import { codeFiles, projectFiles, projectRoot } from "./project-files.ts";

const documents = projectFiles.filter(({ path }) => path.endsWith(".md"));
const roots = /^(?:src|web|test|bench|docs|scripts|\.ci)\//;
const rootFile =
  /^(?:[A-Z][A-Z-]+\.md|LICENSE|package\.json|tsconfig\.json|knip\.json|vitest\.config\.ts)$/;
/** `docs/insights/<id>.md`, `test/unit/…`, `*.test.ts`: a shape, not a place. */
const isShape = /[<>…*{}]/;

/** Paths in code spans that begin at the root of the project, and targets of relative links. */
function namedPaths(path: string, text: string): string[] {
  const spans = Array.from(text.matchAll(/`([^`\s]+)`/g), ([, span = ""]) => span)
    .map((span) => span.replace(/[:#]\d*$/, ""))
    .filter((span) => roots.test(span) || rootFile.test(span));
  const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link = ""]) => link)
    .filter((link) => !/^(?:[a-z]+:|#)/.test(link))
    .map((link) => posix.join(posix.dirname(path), link.replace(/#.*$/, "")));
  return [...spans, ...links].filter((named) => !isShape.test(named));
}

describe("documents", () => {
  it.each(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])(
    "include %s",
    (name) => {
      expect(documents.map(({ path }) => path)).toContain(name);
    },
  );

  it("name only paths that exist", () => {
    const lost = documents.flatMap(({ path, text }) =>
      namedPaths(path, text)
        .filter((named) => !existsSync(join(projectRoot, named)))
        .map((named) => `${path} names ${named}`),
    );
    expect(lost).toEqual([]);
  });

  it("exist where code, help and messages name them", () => {
    const lost = codeFiles.flatMap(({ path, text }) =>
      path.startsWith("test/fixtures/") || path.startsWith("test/unit/")
        ? []
        : Array.from(text.matchAll(/\bdocs\/[a-z/-]+\.(?:md|json)\b/g), ([named]) => named)
            .filter((named) => !existsSync(join(projectRoot, named)))
            .map((named) => `${path} names ${named}`),
    );
    expect(lost).toEqual([]);
  });

  it("name only commands that exist", () => {
    const commands = Object.keys(manifest.scripts);
    const lost = documents.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/\bnpm run ([a-z:-]+)/g), ([, name = ""]) => name)
        .filter((name) => !commands.includes(name))
        .map((name) => `${path} names npm run ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it("number decisions without a gap, each with a status", () => {
    const decisions = documents.filter(({ path }) => path.startsWith("docs/decisions/"));
    const numbers = decisions
      .map(({ path }) => Number(/\/(\d{4})-/.exec(path)?.[1]))
      .toSorted((a, b) => a - b);
    expect(numbers).toEqual(decisions.map((_, place) => place + 1));
    expect(decisions.filter(({ text }) => !/^Status: \w/m.test(text))).toEqual([]);
  });
});
