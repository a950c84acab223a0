import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameworks } from "#sources/surface/framework-source.ts";
import { manifestShapes } from "#sources/surface/manifest-shapes.ts";
import { marksOf } from "./shown-marks.ts";

const marks = (path: string, ...lines: string[]) => marksOf(manifestShapes, path, ...lines);

describe("Python", () => {
  const classifiers = 'classifiers = ["Programming Language :: Python :: 3"]';

  it("is a package where it is built and described for an index", () => {
    const project = ["[build-system]", "[project]", 'name = "dough"'];
    expect(marks("pyproject.toml", ...project, classifiers)).toEqual([
      "library-shape: Python package",
    ]);
    expect(marks("setup.py", "setup(name='dough',", `  ${classifiers})`)).toEqual([
      "library-shape: Python package",
    ]);
    expect(marks("setup.cfg", "[metadata]", "name = dough", "license = MIT")).toEqual([]);
    expect(marks("setup.cfg", "[metadata]", "name = dough", "  License :: OSI Approved")).toEqual([
      "library-shape: Python package",
    ]);
  });

  it("is no package where only dependencies are listed, or nothing is to be uploaded", () => {
    expect(marks("pyproject.toml", "[project]", 'name = "till"', "dependencies = []")).toEqual([]);
    expect(marks("pyproject.toml", "[tool.poetry]", "package-mode = false")).toEqual([
      "unpublished: package = false",
    ]);
    expect(
      marks("setup.py", "setup(classifiers=['Private :: Do Not Upload', 'License :: x'])"),
    ).toEqual(["unpublished: Private :: classifier"]);
  });

  it("tells plug-ins of other tools, their hosts and programs", () => {
    expect(
      marks("pyproject.toml", '[project.entry-points."flake8.extension"]', "[project.scripts]"),
    ).toEqual([
      "library-shape: Flake8 plugin",
      "tool-configuration: Flake8",
      "cli: console script",
    ]);
    expect(
      marks("setup.py", "setup(classifiers=['Framework :: Django', 'License :: OSI'])"),
    ).toEqual(["library-shape: Django package"]);
  });

  it("hears that it is given up", () => {
    expect(
      marks("setup.cfg", "[metadata]", "name = dough", "  Development Status :: 7 - Inactive"),
    ).toEqual(["successor: none named", "library-shape: Python package"]);
  });
});

describe("Ruby", () => {
  it("a gemspec is a gem, a set of cops its tool's, and one that allows no host unpublished", () => {
    const spec = (name: string, ...more: string[]) =>
      marks(`${name}.gemspec`, "Gem::Specification.new do |s|", `  s.name = "${name}"`, ...more);
    expect(spec("dough")).toEqual(["library-shape: gem"]);
    expect(spec("rubocop-bakery")).toEqual(["library-shape: gem", "tool-configuration: RuboCop"]);
    expect(spec("till", '  s.metadata["allowed_push_host"] = "none"')).toEqual([
      "unpublished: no push host allowed",
      "library-shape: gem",
    ]);
    expect(spec("till", '  s.metadata["allowed_push_host"] = "https://gems.bakery.com"')).toEqual([
      "library-shape: gem",
    ]);
    expect(spec("till", '  s.metadata["allowed_push_host"] = "https://rubygems.org"')).toEqual([
      "public-registry: RubyGems",
      "library-shape: gem",
    ]);
  });
});

describe("Composer", () => {
  const composer = (value: unknown) => marks("composer.json", JSON.stringify(value));

  it.each([
    ["drupal-module", "library-shape: Composer drupal-module"],
    ["drupal-profile", "library-shape: Composer drupal-profile"],
    ["wordpress-plugin", "library-shape: Composer wordpress-plugin"],
    ["silverstripe-vendormodule", "library-shape: Composer silverstripe-vendormodule"],
    ["typo3-cms-extension", "library-shape: Composer typo3-cms-extension"],
    ["magento2-module", "library-shape: Composer magento2-module"],
    ["symfony-bundle", "library-shape: Composer symfony-bundle"],
    ["composer-plugin", "library-shape: Composer composer-plugin"],
    ["oven-extension", "library-shape: Composer oven-extension"],
  ])("type %s is built for something else", (type, expected) => {
    expect(composer({ name: "bakery/oven", type, require: { "drupal/core": "^10" } })).toEqual([
      expected,
    ]);
  });

  it("a project runs; without a type what it requires says so", () => {
    expect(composer({ type: "project", require: { "laravel/framework": "^11" } })).toEqual([
      "application-shape: Laravel",
    ]);
    expect(composer({ type: "project" })).toEqual(["application-shape: Composer project"]);
    expect(composer({ require: { "drupal/core-recommended": "^10" } })).toEqual([
      "application-shape: Drupal",
    ]);
    expect(composer({ name: "bakery/dough", autoload: {} })).toEqual([
      "library-shape: Composer package",
    ]);
    expect(composer({ name: "bakery/till", extra: { laravel: { providers: ["Till"] } } })).toEqual([
      "library-shape: Laravel package",
    ]);
    expect(composer({ require: { "monolog/monolog": "^3" } })).toEqual([]);
  });

  it("standards are settings of their tool, and what was abandoned names its successor", () => {
    expect(composer({ name: "bakery/cs", type: "phpcodesniffer-standard" })).toEqual([
      "tool-configuration: PHP_CodeSniffer",
      "library-shape: Composer phpcodesniffer-standard",
    ]);
    expect(composer({ name: "bakery/old", type: "library", abandoned: "bakery/new" })).toEqual([
      "successor: bakery/new",
      "library-shape: Composer library",
    ]);
    expect(composer({ abandoned: true })).toEqual(["successor: none named"]);
    expect(marks("composer.json", "{ not json")).toEqual([]);
  });
});

describe("Go, Rust and Elixir", () => {
  it("go.mod says what took the module's place", () => {
    const head = "// Deprecated: use bakery.com/go/dough/v2 instead.";
    expect(marks("go.mod", head, "// Nothing comes here.", "module bakery.com/go/dough")).toEqual([
      "successor: bakery.com/go/dough/v2",
    ]);
    expect(marks("go.mod", "// Deprecated: not kept up.", "module bakery.com/x")).toEqual([
      "successor: none named",
    ]);
    expect(marks("go.mod", "module bakery.com/x", "// Deprecated: v1 of yeast")).toEqual([]);
  });

  it("Cargo.toml says what is compiled, and whether it is published", () => {
    expect(marks("Cargo.toml", "[package]", 'name = "till"', "publish = false", "[[bin]]")).toEqual(
      ["unpublished: publish = false", "application-shape: Rust program"],
    );
    expect(marks("Cargo.toml", "[lib]", "proc-macro = true")).toEqual([
      "library-shape: procedural macros",
    ]);
    expect(marks("Cargo.toml", "[package.metadata.leptos]", "[package.metadata.deb]")).toEqual([
      "distribution: Debian package",
      "browser-app: Leptos",
    ]);
    expect(marks("Cargo.toml", 'publish = ["bakery"]')).toEqual([]);
  });

  it("mix.exs says whether it goes to Hex or into a release", () => {
    expect(marks("mix.exs", "package: package(),", "escript: escript()")).toEqual([
      "library-shape: Hex package",
      "cli: escript",
    ]);
    expect(marks("mix.exs", "releases: [till: []]")).toEqual(["application-shape: Elixir release"]);
  });
});

describe("C++, Perl, R and Julia", () => {
  it.each([
    ["CMakeLists.txt", "add_executable(till main.cpp)", "application-shape: CMake executable"],
    [
      "CMakeLists.txt",
      "add_library(dough)\ninstall(TARGETS dough)",
      "library-shape: CMake library",
    ],
    [
      "meson.build",
      "executable('till', 'a.c', install: true)",
      "application-shape: Meson executable",
    ],
    ["meson.build", "pkg.generate(dough)", "library-shape: Meson library"],
    ["Makefile.am", "bin_PROGRAMS = till", "application-shape: Automake program"],
    ["Makefile.PL", "WriteMakefile(NAME => 'Dough')", "library-shape: Perl distribution"],
    ["DESCRIPTION", "Package: dough\nVersion: 1.0", "library-shape: R package"],
    ["Project.toml", 'name = "Dough"\nuuid = "1-2"', "library-shape: Julia package"],
  ])("%s: %s", (path, text, expected) => {
    expect(marks(path, text)).toEqual([expected]);
  });

  it.each([
    ["CMakeLists.txt", "add_library(dough)"],
    ["CMakeLists.txt", "add_executable(test_dough a.cpp)"],
    ["meson.build", "executable('tests', 'a.c')"],
    ["DESCRIPTION", "A shop."],
    ["Project.toml", "[deps]"],
  ])("%s: %s says nothing", (path, text) => {
    expect(marks(path, text)).toEqual([]);
  });
});

it("plug-ins of Jenkins by their packaging", () => {
  expect(marks("pom.xml", "<packaging>hpi</packaging>")).toEqual(["library-shape: Jenkins plugin"]);
  expect(marks("pom.xml", "<packaging>jar</packaging>")).toEqual([]);
});

it("leaves tests, samples, copies and templates to others", () => {
  for (const path of [
    "vendor/bakery/oven/composer.json",
    "spec/dummy/dough.gemspec",
    "test/dummy/setup.py",
    "examples/shop/Cargo.toml",
    "demo/go.mod",
    "benchmarks/pyproject.toml",
    "{{cookiecutter.name}}/setup.py",
    "generators/app/templates/composer.json",
    "package.json",
  ])
    expect(manifestShapes.detect(path)).toBe("none");
});

it("never throws, whatever stands in the file", () => {
  const piece = fc.constantFrom(
    "[",
    "]",
    "{",
    '"',
    "name =",
    "\n",
    "setup(",
    "package",
    "install(",
    "// Deprecated:",
    "\ud800",
  );
  const path = fc.constantFrom(
    "setup.py",
    "composer.json",
    "go.mod",
    "Cargo.toml",
    "CMakeLists.txt",
    "mix.exs",
    "a.gemspec",
  );
  fc.assert(
    fc.property(path, fc.array(piece, { maxLength: 60 }), (each, pieces) => {
      for (const { count } of manifestShapes.read({ path: each, text: pieces.join("") }).surface ??
        [])
        expect(count).toBe(1);
    }),
    { numRuns: 50 },
  );
  expect(marks("composer.json", "[".repeat(200_000))).toEqual([]);
});

describe("frameworks that run", () => {
  it("are not what keywords, documentation or tests name", () => {
    expect(
      marksOf(frameworks, "pyproject.toml", 'keywords = [\n  "django",\n  "flask",\n]'),
    ).toEqual([]);
    expect(marksOf(frameworks, "requirements/base.in", "django", "posthog")).toEqual([
      "web-framework: Django",
      "outcome-metric: product analytics",
    ]);
    for (const path of [
      "requirements/dev.txt",
      "requirements/test-requirements.in",
      "requirements-docs.txt",
    ])
      expect(frameworks.detect(path)).toBe("none");
  });

  it("Phoenix with and without pages, Silverstripe, Leptos", () => {
    expect(
      marksOf(frameworks, "mix.exs", '{:phoenix, "~> 1.7"},', "{:phoenix_live_view, x},"),
    ).toEqual(["api-framework: Phoenix", "web-framework: Phoenix views"]);
    expect(marksOf(frameworks, "composer.json", '"silverstripe/recipe-cms": "^5"')).toEqual([
      "web-framework: Silverstripe",
    ]);
    expect(marksOf(frameworks, "Cargo.toml", 'leptos = "0.6"')).toEqual(["web-framework: Leptos"]);
  });
});
