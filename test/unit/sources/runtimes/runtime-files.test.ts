import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runtimeFiles } from "#sources/runtimes/runtime-files.ts";

const read = (path: string, text: string) =>
  (runtimeFiles.read({ path, text }).runtimes ?? []).map(
    ({ runtime, version, line }) => `${runtime} ${version} @${String(line)}`,
  );

describe("pinned runtimes", () => {
  it.each([
    [".ruby-version", "3.2.9\n", ["ruby 3.2.9 @1"]],
    [".ruby-version", "# ours\nruby-2.7.8\n", ["ruby 2.7.8 @2"]],
    ["web/.nvmrc", "v18\n", ["node 18 @1"]],
    [
      ".tool-versions",
      "nodejs 20.1.0\nterraform 1.5.0\nruby 3.3.0\n",
      ["node 20.1.0 @1", "ruby 3.3.0 @3"],
    ],
    ["runtime.txt", "python-3.9.1\n", ["python 3.9.1 @1"]],
    [
      "Dockerfile",
      "FROM --platform=linux node:16-alpine AS a\nFROM acme/ruby:3.1\nFROM a\n",
      ["node 16 @1"],
    ],
    ["Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:6.0\n", ["dotnet 6.0 @1"]],
    ["Gemfile", 'source "x"\nruby "~> 3.1.0"\n', ["ruby 3.1.0 @2"]],
    ["package.json", '{ "engines": { "npm": "8", "node": "^18.1" } }', ["node 18.1 @1"]],
    ["go.mod", "module a\n\ngo 1.18\n\ntoolchain go1.21.4\n", ["go 1.21.4 @5"]],
    ["composer.json", '{ "require": { "php": "^8.0" } }', ["php 8.0 @1"]],
    ["pyproject.toml", '[tool.poetry.dependencies]\npython = "~3.8"\n', ["python 3.8 @2"]],
    ["pom.xml", "<java.version>17</java.version>", ["java 17 @1"]],
    ["build.gradle.kts", "languageVersion = JavaLanguageVersion.of(20)", ["java 20 @1"]],
    ["src/A.csproj", "<TargetFramework>net6.0</TargetFramework>", ["dotnet 6.0 @1"]],
  ])("of %s", (path, text, expected) => {
    expect(runtimeFiles.detect(path)).toBe("head");
    expect(read(path, text)).toEqual(expected);
  });

  it("are not told by ranges that many releases fit, nor by tests and vendored files", () => {
    expect(read("package.json", '{ "engines": { "node": ">= 16" } }')).toEqual([]);
    expect(read("package.json", '{ "engines": { "node": "16 || 18" } }')).toEqual([]);
    expect(read("pyproject.toml", 'requires-python = ">=3.8"')).toEqual([]);
    expect(read(".nvmrc", "lts/iron")).toEqual([]);
    expect(runtimeFiles.detect("test/dummy/.ruby-version")).toBe("none");
  });

  it("are read from any text without failing", () => {
    const path = fc.constantFrom(
      ".ruby-version",
      "Dockerfile",
      "package.json",
      ".tool-versions",
      "pom.xml",
    );
    fc.assert(
      fc.property(path, fc.string({ maxLength: 500 }), (name, text) =>
        (runtimeFiles.read({ path: name, text }).runtimes ?? []).every(({ version }) =>
          /^\d/.test(version),
        ),
      ),
    );
  });
});
