import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "#package.json" with { type: "json" };
import { shownCommands } from "./document-commands.ts";
import { walkThrough } from "./walk-through.ts";
import { codeFiles, projectFiles, projectRoot } from "./project-files.ts";

const documents = projectFiles.filter(({ path }) => path.endsWith(".md"));
const roots = /^(?:src|web|test|bench|docs|scripts|\.ci)\//;
const rootFile =
  /^(?:[A-Z][A-Z-]+\.md|LICENSE|package\.json|tsconfig\.json|knip\.json|vitest\.config\.ts)$/;
/** `docs/insights/<id>.md`, `test/unit/…`, `*.test.ts`: a shape, not a place. */
const isShape = /[<>…*{}]/;

/** What CONTRIBUTING.md has its reader make. */
const toBeMade = new Set([...walkThrough().values()].flat().map(({ path }) => path));

/** Paths in code, in blocks and within commands too, that begin at the root of the project, and targets of relative links. */
function namedPaths(path: string, text: string): string[] {
  const code = Array.from(
    text.matchAll(/^```\w*\n(.*?)^```|`([^`]+)`/gms),
    ([, block, span]) => block ?? span ?? "",
  );
  const spans = code
    .flatMap((one) => one.split(/[\s'"=]+/))
    .map((span) => span.replace(/[:#]\d*$|[.,;:]+$/, ""))
    .filter((span) => roots.test(span) || rootFile.test(span));
  const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link = ""]) => link)
    .filter((link) => !/^(?:[a-z]+:|#)/.test(link))
    .map((link) => posix.join(posix.dirname(path), link.replace(/#.*$/, "")));
  return [...spans, ...links].filter((named) => !isShape.test(named) && !toBeMade.has(named));
}

/** As forges name headings: without marks, blanks as hyphens, a number behind one that comes again. */
function anchorsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const withoutBlocks = text.replace(/^```.*?^```/gms, "");
  for (const [, heading = ""] of withoutBlocks.matchAll(/^#{1,6} (.+)$/gm)) {
    const name = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-");
    let anchor = name;
    for (let again = 1; found.has(anchor); again++) anchor = `${name}-${again}`;
    found.add(anchor);
  }
  return found;
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

  it("point at headings that exist", () => {
    const anchors = new Map(documents.map(({ path, text }) => [path, anchorsOf(text)]));
    const lost = documents.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/\]\(([^)\s#:]*)#([^)\s]+)\)/g))
        .filter(([, file = "", anchor = ""]) => {
          const target = file === "" ? path : posix.join(posix.dirname(path), file);
          return anchors.get(target)?.has(anchor) !== true;
        })
        .map(([link]) => `${path} points at ${link}`),
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

  it("name only benchmarks that exist, with options that they take", () => {
    const lost = shownCommands.flatMap(({ document, command }) => {
      const [, name = "", rest = ""] = /^npm run bench -- ([a-z-]+)(.*)$/.exec(command) ?? [];
      if (name === "") return [];
      const own = codeFiles.filter(
        ({ path }) => path === `bench/${name}.ts` || path.startsWith(`bench/${name}/`),
      );
      if (own.length === 0) return [`${document} names bench ${name}`];
      return Array.from(rest.matchAll(/ --(?:no-)?([a-z]+)/g), ([, option = ""]) => option)
        .filter((option) => !own.some(({ text }) => text.includes(`${option}: { type:`)))
        .map((option) => `${document} names bench ${name} --${option}`);
    });
    expect(lost).toEqual([]);
  });

  it("say in a decision why each library is there", () => {
    const decisions = documents
      .filter(({ path }) => path.startsWith("docs/decisions/"))
      .map(({ text }) => text)
      .join("\n");
    const screens = JSON.parse(
      readFileSync(join(projectRoot, "web", "package.json"), "utf8"),
    ) as typeof manifest;
    const libraries = [
      ...Object.keys(manifest.optionalDependencies),
      ...[manifest, screens].flatMap(({ dependencies }) => Object.keys(dependencies)),
    ];
    const lost = libraries.filter((name) => {
      const last = name.slice(name.indexOf("/") + 1);
      return ![name, last].some((one) => new RegExp(`[|, \`]${one}[|, \`.]`).test(decisions));
    });
    expect(lost).toEqual([]);
  });

  it("have as many cells in each row of a table as in its head", () => {
    const cellsOf = (row: string): number => row.replace(/\\\|/g, "").split("|").length;
    const broken = documents.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/(?:^\|.*\n)+/gm)).flatMap(([table]) => {
        const [head = "", ...rows] = table.trim().split("\n");
        return rows.filter((row) => cellsOf(row) !== cellsOf(head)).map((row) => `${path}: ${row}`);
      }),
    );
    expect(broken).toEqual([]);
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
