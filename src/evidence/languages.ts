import { dockerfilePath } from "./dockerfile-name.ts";

export type LanguageKind = "code" | "template" | "style" | "data" | "doc";

export interface Language {
  readonly name: string;
  readonly kind: LanguageKind;
}

/** name, kind, extensions (lower-case, without dot). Names as GitHub Linguist spells them. */
const table: readonly (readonly [string, LanguageKind, string])[] = [
  ["Ruby", "code", "rb rake gemspec ru"],
  ["JavaScript", "code", "js mjs cjs jsx"],
  ["TypeScript", "code", "ts mts cts tsx"],
  ["Python", "code", "py pyi"],
  ["Go", "code", "go"],
  ["Java", "code", "java"],
  ["Kotlin", "code", "kt kts"],
  ["Scala", "code", "scala sbt"],
  ["Groovy", "code", "groovy gradle"],
  ["Clojure", "code", "clj cljs cljc"],
  ["C#", "code", "cs"],
  ["F#", "code", "fs fsx"],
  ["Visual Basic .NET", "code", "vb"],
  ["PHP", "code", "php"],
  ["Rust", "code", "rs"],
  ["C", "code", "c h"],
  ["C++", "code", "cc cpp cxx hpp hh"],
  ["Objective-C", "code", "m mm"],
  ["Swift", "code", "swift"],
  ["Dart", "code", "dart"],
  ["Elixir", "code", "ex exs"],
  ["Erlang", "code", "erl hrl"],
  ["Haskell", "code", "hs"],
  ["OCaml", "code", "ml mli"],
  ["Perl", "code", "pl pm"],
  ["R", "code", "r"],
  ["Julia", "code", "jl"],
  ["Lua", "code", "lua"],
  ["Shell", "code", "sh bash zsh"],
  ["PowerShell", "code", "ps1 psm1"],
  ["SQL", "code", "sql"],
  ["HCL", "code", "tf hcl"],
  ["Jsonnet", "code", "jsonnet libsonnet"],
  ["Nix", "code", "nix"],
  ["Starlark", "code", "bzl"],
  ["Protocol Buffer", "code", "proto"],
  ["GraphQL", "code", "graphql gql"],
  ["Vue", "template", "vue"],
  ["Svelte", "template", "svelte"],
  ["Astro", "template", "astro"],
  ["HTML", "template", "html htm xhtml"],
  ["HTML+ERB", "template", "erb rhtml"],
  ["Haml", "template", "haml"],
  ["Slim", "template", "slim"],
  ["Jinja", "template", "j2 jinja jinja2 njk"],
  ["Handlebars", "template", "hbs handlebars"],
  ["Mustache", "template", "mustache"],
  ["EJS", "template", "ejs"],
  ["Pug", "template", "pug jade"],
  ["Twig", "template", "twig"],
  ["Liquid", "template", "liquid"],
  ["Razor", "template", "cshtml razor"],
  ["Java Server Pages", "template", "jsp"],
  ["FreeMarker", "template", "ftl ftlh"],
  ["Go Template", "template", "tmpl gotmpl gohtml tpl"],
  ["CSS", "style", "css"],
  ["SCSS", "style", "scss"],
  ["Sass", "style", "sass"],
  ["Less", "style", "less"],
  ["Stylus", "style", "styl"],
  ["YAML", "data", "yml yaml"],
  ["JSON", "data", "json jsonc json5 geojson"],
  ["XML", "data", "xml xsd xsl"],
  ["TOML", "data", "toml"],
  ["CSV", "data", "csv tsv"],
  ["INI", "data", "ini cfg properties"],
  ["Markdown", "doc", "md markdown mdx"],
  ["reStructuredText", "doc", "rst"],
  ["AsciiDoc", "doc", "adoc asciidoc"],
  ["Text", "doc", "txt"],
];

const byExtension: ReadonlyMap<string, Language> = new Map(
  table.flatMap(([name, kind, extensions]) =>
    extensions.split(" ").map((extension) => [extension, { name, kind }] as const),
  ),
);

const byFileName: ReadonlyMap<string, Language> = new Map(
  [
    ["Ruby", "Rakefile Gemfile Guardfile Capfile Vagrantfile Podfile"],
    ["Makefile", "Makefile GNUmakefile"],
    ["Groovy", "Jenkinsfile"],
    ["Starlark", "BUILD WORKSPACE Tiltfile"],
  ].flatMap(([name = "", files = ""]) =>
    files.split(" ").map((file) => [file, { name, kind: "code" }] as const),
  ),
);

const dockerfile: Language = { name: "Dockerfile", kind: "code" };

/** The language of a path by its name alone; null where the name does not tell. */
export function languageOf(path: string): Language | null {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const named = byFileName.get(file);
  if (named !== undefined) return named;
  if (dockerfilePath.test(path)) return dockerfile;
  const dot = file.lastIndexOf(".");
  if (dot < 1) return null;
  return byExtension.get(file.slice(dot + 1).toLowerCase()) ?? null;
}

const codeLanguages: ReadonlySet<string> = new Set(
  [...byExtension.values(), ...byFileName.values(), dockerfile].flatMap(({ name, kind }) =>
    kind === "code" ? [name] : [],
  ),
);

/** Says whether a language, by its name, is one of code. */
export function isCodeLanguage(name: string): boolean {
  return codeLanguages.has(name);
}

/** Number of paths by name of language; paths that tell no language are left out. */
export function languagesOf(paths: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const name = languageOf(path)?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
