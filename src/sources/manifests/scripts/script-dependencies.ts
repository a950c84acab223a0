import type { FileFacts } from "#evidence/facts.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import { enclosed } from "../balanced.ts";
import { mixExs } from "../beam/mix-exs.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { folderOf, pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { readPackageImport } from "../npm/deno-json.ts";
import { readScriptMetadata } from "../python/script-metadata.ts";
import { gemfile } from "../ruby/gemfile.ts";
import { bringsDependencies, endingOf, scriptDependenciesReader } from "./directives.ts";
import { readJvmLine } from "./jvm-scripts.ts";
import { scriptLines, type Line } from "./script-lines.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** What helps to work on a repository lies there. */
const helpers = /(?:^|\/)(?:\.?scripts?|\.?tools?|hack|ci|bin|dev|build|\.github|misc|utils?)\//i;

/**
 * Source files that say themselves what they need, without a manifest: PEP 723, `#:package` of C#, `#r "nuget:"`, Scala CLI,
 * Ammonite, JBang, Kotlin's and Groovy's scripts, bundler's inline, `Mix.install`. Whoever reads source files at HEAD finds
 * those that do and has their past read: no past of any other source file is.
 */
export const scriptDependencies = manifestSource({
  id: scriptDependenciesReader,
  version: 1,
  endings: ["sc", "csx", "fsx"],
  // Kinds of files that are nothing but scripts.
  matches: (base) => /\.(?:sc|csx|fsx)$/.test(base) && base !== "build.sc",
  read({ path, text }) {
    const ending = endingOf(path);
    const scope: Scope = helpers.test(path) ? "development" : "runtime";
    const kind = ending === "sc" ? `x.scala` : path;
    if (!bringsDependencies(kind, text)) return {};
    if (ending === "py") return withScope(readScriptMetadata(path, text), scope);
    if (ending === "rb") return withScope(gemfile.read({ path, text: inlineGemfile(text) }), scope);
    if (ending === "exs") return withScope(mixExs.read({ path, text: installed(text) }), scope);
    const facts = new CollectedFacts();
    if (/^m?[jt]sx?$/.test(ending)) {
      for (const { specifier, line } of importsOf(text))
        readPackageImport(facts, specifier, { scope, line });
      return facts.toFileFacts();
    }
    const isDotnet = /^(?:cs|csx|fsx)$/.test(ending);
    for (const line of scriptLines(text))
      if (isDotnet) readDotnetLine(facts, path, line, scope);
      else readJvmLine(facts, line, scope);
    return facts.toFileFacts();
  },
});

/** What is for production by the words of a manifest is, in a script that helps, for whoever works there. */
function withScope(facts: FileFacts, scope: Scope): FileFacts {
  if (facts.dependencies === undefined) return facts;
  return {
    ...facts,
    dependencies: facts.dependencies.map((one) =>
      one.scope === "runtime" ? { ...one, scope } : one,
    ),
  };
}

const specifiers = /\b(?:from|import)[ \t]{0,5}\(?[ \t]{0,5}["']((?:npm|jsr):[^"'\s]{1,300})["']/g;

/** What Deno imports by the name of its package: https://docs.deno.com/runtime/fundamentals/modules/. */
function importsOf(text: string): { specifier: string; line: number }[] {
  const lineOf = lineNumbers(text);
  return [...text.matchAll(specifiers)].map((found) => ({
    specifier: found[1] ?? "",
    line: lineOf(found.index),
  }));
}

const directive = /^#:(package|project|sdk)\s{1,20}(\S{1,300})(?:\s{1,20}(\S{1,100}))?$/;
const reference =
  /^\s{0,20}#(?:r|load)\s{1,20}"nuget:\s{0,20}([\w.-]{1,200})\s{0,20}(?:[,/@]\s{0,20}([^"\s]{1,100}))?\s{0,20}"/;
const ownSdk = /^Microsoft\./i;

/** https://learn.microsoft.com/dotnet/core/sdk/file-based-apps; `#r "nuget: Rail, 1.2"` of scripts of F# and C#. */
function readDotnetLine(facts: CollectedFacts, path: string, at: Line, scope: Scope): void {
  const { text, line } = at;
  const [, asked, version] = reference.exec(text) ?? [];
  if (asked !== undefined) facts.use("nuget", asked, { scope, line, constraint: plain(version) });
  const [, kind, value = "", behind] = directive.exec(text) ?? [];
  if (kind === undefined) return;
  if (kind === "project") {
    const target = pathTarget(path, value);
    const name = value.replace(/^.*[\\/]/s, "").replace(/\.\w{2}proj$/, "");
    if (!("localPath" in target)) facts.use("nuget", name, { scope, line, ...target });
    else {
      const isFile = /\.\w{2}proj$/.test(target.localPath);
      const folder = isFile ? folderOf(target.localPath) : target.localPath;
      facts.use("nuget", name, { scope, line, localPath: folder === "" ? "." : folder });
    }
    return;
  }
  const [name = "", constraint] = value.split("@", 2);
  if (kind === "sdk" && ownSdk.test(name)) return;
  facts.use("nuget", name, {
    scope: kind === "sdk" ? "build" : scope,
    line,
    constraint: plain(constraint ?? behind),
  });
}

function plain(version: string | undefined): string | null {
  return version === undefined || version === "*" ? null : version;
}

/** The block of `gemfile do … end`, all other lines blank, so that lines stay. */
function inlineGemfile(text: string): string {
  let margin: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      if (margin !== null) {
        if (line.startsWith(`${margin}end`) || line.startsWith(`${margin}}`)) margin = null;
        return margin === null ? "" : line;
      }
      const opened =
        /^(\s{0,40})(?:Bundler\.)?gemfile\b\s{0,10}(?:\(?[\w\s:,]{0,60}\)?)\s{0,10}(?:do|\{)\s{0,10}(?:#.{0,200})?$/.exec(
          line.slice(0, 300).trimEnd(),
        );
      if (opened !== null) margin = opened[1] ?? "";
      return "";
    })
    .join("\n");
}

/** What `Mix.install([…])` lists. */
function installed(text: string): string {
  const at = /\bMix\.install[ \t]{0,20}\(/.exec(text);
  if (at === null) return "";
  const start = at.index + at[0].length - 1;
  const list = enclosed(text, start, 20_000);
  return list === null ? "" : text.slice(0, list.start).replace(/[^\n]/g, " ") + list.text;
}
