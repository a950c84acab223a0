import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packageManifestSources } from "#sources/manifests/packages.ts";

const paths = [
  "package.json",
  "pnpm-workspace.yaml",
  "lerna.json",
  "Gemfile",
  "rail.gemspec",
  "lib/rail/version.rb",
  "requirements.txt",
  "pyproject.toml",
  "setup.cfg",
  "setup.py",
  "Pipfile",
  "composer.json",
  "Cargo.toml",
  "go.mod",
  "tox.ini",
  "environment.yml",
  "deno.json",
  "Package.swift",
  "App.xcodeproj/project.pbxproj",
  "Cartfile",
  "Podfile",
  "rail.podspec",
  "pubspec.yaml",
  "mix.exs",
  "rebar.config",
  "src/rail.app.src",
  "rail.cabal",
  "MODULE.bazel",
  "renovate.json",
  ".pre-commit-config.yaml",
];
const words = [
  "gem ", "'a'", '"b', "#{", "}", "do", "end\n", "if ", "{", "|x|", "%w[", "]", "<<~X\n", "X\n", "=begin\n",
  "__END__", ":", "=>", ",", "(", ")", "\\", "/", "s.add_dependency ", "VERSION = ", "[", "setup(", "install_requires=",
  "require ", "replace ", "tool ", "=> ", "//", "\n", "\r\n", '{"dependencies":{"', '":"', '"}}', "[project]\n",
  "dependencies = ", "[tool.poetry.dependencies]\n", "[package]\nname=", ".package(", "url: ", "{deps, [", "{:rail, ", "pod ", "bazel_dep(", "build-depends: ", "-e ", "git+", "@", "==1", ";", "#egg=", "\uFEFF", "\ud800",
]; // prettier-ignore

describe("package manifests", () => {
  it("each path belongs to one source, none when installed", () => {
    for (const path of paths) {
      const found = packageManifestSources.filter((source) => source.detect(path) === "history");
      expect([path, found.length]).toEqual([path, 1]);
      for (const folder of ["node_modules/x", "vendor/bundle/x", "ios/Pods/x"]) {
        expect(
          packageManifestSources.every((source) => source.detect(`${folder}/${path}`) === "none"),
        ).toBe(true);
      }
    }
    expect(new Set(packageManifestSources.map(({ id }) => id)).size).toBe(
      packageManifestSources.length,
    );
  });

  it.each(paths)("%s: no text makes its reader throw or answer out of bounds", (path) => {
    const source = packageManifestSources.find((one) => one.detect(path) === "history");
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (content) => {
        const facts = source?.read({ path, text: content });
        const lines = content.split("\n").length;
        for (const dependency of facts?.dependencies ?? []) {
          expect(dependency.purl).toMatch(/^pkg:[a-z]+\/\S+$/);
          expect(dependency.line ?? 1).toBeLessThanOrEqual(lines);
        }
        expect(facts?.problems?.length ?? 0).toBeLessThanOrEqual(20);
      }),
      { numRuns: 300 },
    );
  });
});
