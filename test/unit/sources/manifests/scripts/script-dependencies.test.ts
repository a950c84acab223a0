import { expect, it } from "vitest";
import { code } from "#sources/code/code-source.ts";
import { scriptDependencies } from "#sources/manifests/scripts/script-dependencies.ts";
import { shown } from "../facts-shown.ts";

/** What it needs, as whoever reads code finds it and as the reader of scripts tells it. */
function needs(path: string, text: string): string[] {
  const isSeen = scriptDependencies.detect(path) === "history";
  const { includes = [] } = isSeen ? {} : code.read({ path, text });
  if (!isSeen && includes.length === 0) return [];
  return shown(scriptDependencies, path, text);
}

it("reads inline metadata of Python, which ends with the last mark of its comment", () => {
  const text = `#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.12"
# dependencies = [
#   "oven-kit>=2.1",
#   "dough[rye] == 1.4; python_version > '3'",
#   "crumb",
# ]
#
# [tool.uv.sources]
# crumb = { git = "https://github.com/bakery/crumb", tag = "v3" }
# ///
import oven_kit
`;
  expect(needs("bake.py", text)).toEqual([
    "pypi/oven-kit >=2.1 runtime 5",
    "pypi/dough ==1.4 runtime 6",
    "pypi/crumb v3 runtime 7 from https://github.com/bakery/crumb",
  ]);
  expect(needs("scripts/bake.py", text)[0]).toBe("pypi/oven-kit >=2.1 development 5");
  expect(
    needs("bake.py", 'x = """\n# /// other\n# dependencies = ["oven-kit"]\n# ///\n"""'),
  ).toEqual([]);
  const twice = "# /// script\n# dependencies = ['oven-kit']\n# ///\n\n";
  expect(scriptDependencies.read({ path: "a.py", text: twice + twice }).problems).toHaveLength(1);
  const endless = "# /// script\n# dependencies = ['oven-kit']\nimport os\n";
  expect(scriptDependencies.read({ path: "a.py", text: endless }).problems).toHaveLength(1);
});

it("reads directives of C# and F#", () => {
  const app = `#!/usr/bin/env dotnet
#:sdk Microsoft.NET.Sdk.Web
#:sdk Bakery.Sdk@1.2
#:package Bakery.Ovens@2.1.0
#:package Bakery.Doughs@*
#:project ../lib/Crumbs/Crumbs.csproj
#:property LangVersion=preview
Console.WriteLine();
`;
  expect(needs("apps/till.cs", app)).toEqual([
    "nuget/bakery.sdk 1.2 build 3",
    "nuget/bakery.ovens 2.1.0 runtime 4",
    "nuget/bakery.doughs - runtime 5",
    "nuget/crumbs - runtime 6 in lib/Crumbs",
  ]);
  const script = '#r "nuget: Bakery.Ovens, 2.1.0"\n#r "nuget:Bakery.Doughs"\n#r "lib/x.dll"\n';
  expect(needs("till.fsx", script)).toEqual([
    "nuget/bakery.ovens 2.1.0 runtime 1",
    "nuget/bakery.doughs - runtime 2",
  ]);
  expect(needs("till.csx", script)).toHaveLength(2);
});

it("reads directives of the JVM's scripts", () => {
  const scala = `//> using scala 3.3
//> using dep org.bakery::oven-kit:2.1.0
//> using test.deps "org.bakery::proof:1.0", org.bakery:dough::1.4
//> using lib "org.bakery::crumb:3.0,exclude=org.acme%%yeast"
@main def run = ()
`;
  expect(needs("project.scala", scala)).toEqual([
    "maven/org.bakery/oven-kit 2.1.0 runtime 2",
    "maven/org.bakery/proof 1.0 test 3",
    "maven/org.bakery/dough 1.4 test 3",
    "maven/org.bakery/crumb 3.0 runtime 4",
  ]);
  const ammonite = "import $ivy.`org.bakery::oven-kit:2.1.0`, oven._\n";
  expect(needs("bake.sc", ammonite)).toEqual(["maven/org.bakery/oven-kit 2.1.0 runtime 1"]);
  const java = `///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS org.bakery:oven-kit:2.1.0 org.bakery:doughs:1.0@pom // for bread
//DEPS https://github.com/bakery/crumb
class Bake {}
`;
  expect(needs("Bake.java", java)).toEqual([
    "maven/org.bakery/oven-kit 2.1.0 runtime 2",
    "maven/org.bakery/doughs 1.0 runtime 2",
    "maven/com.github.bakery/crumb - runtime 3 from https://github.com/bakery/crumb",
  ]);
  const kotlin =
    '@file:Repository("https://x.example")\n@file:DependsOn("org.bakery:oven:2", "org.bakery:dough:1")\n';
  expect(needs("bake.main.kts", kotlin)).toHaveLength(2);
  const groovy =
    "@Grab('org.bakery:oven:2.1')\n@Grab(group='org.bakery', module='dough', version='1')\nimport x\n";
  expect(needs("bake.groovy", groovy)).toEqual([
    "maven/org.bakery/oven 2.1 runtime 1",
    "maven/org.bakery/dough 1 runtime 2",
  ]);
});

it("reads the Gemfile within a script of Ruby, Mix.install and imports of Deno by package", () => {
  const ruby = `require "bundler/inline"
gemfile(true) do
  source "https://rubygems.org"
  gem "oven-kit", "~> 2"
end
gem "not-asked"
`;
  expect(needs("bake.rb", ruby)).toEqual(["gem/oven-kit ~> 2 runtime 4"]);
  const elixir = 'IO.puts({:a, "1"})\nMix.install([\n  {:oven_kit, "~> 2.0"},\n  :crumb\n])\n';
  expect(needs("bake.exs", elixir)).toEqual(["hex/oven_kit ~> 2.0 runtime 3"]);
  const deno = `import { bake } from "npm:@bakery/oven@2";\nconst c = await import("jsr:@bakery/crumb@^1/x");\n`;
  expect(needs("main.ts", deno)).toEqual([
    "npm/%40bakery/oven 2 runtime 1",
    "jsr/%40bakery/crumb ^1 runtime 2",
  ]);
});

it("leaves other source files alone", () => {
  for (const [path, text] of [
    ["oven.py", "import oven\n# dependencies = ['x']\n"],
    ["oven.cs", "using Bakery;\n// #:package Bakery\n"],
    ["oven.ts", 'const alias = "npm:oven@2";\n'],
    ["oven.rb", "gem 'oven'\n"],
  ] as const)
    expect(code.read({ path, text }).includes, path).toBeUndefined();
});
