import type { Job } from "../job.ts";

export const linter: Job = {
  id: "linter",
  title: "Linter",
  definition: "Reports code that breaks rules of correctness or style.",
  countsIn: "any",
  solutions: [
    {
      packages: [
        "pkg:npm/eslint",
        "pkg:npm/eslint-config-*",
        "pkg:npm/eslint-plugin-*",
        "pkg:npm/%40typescript-eslint/eslint-plugin",
        "pkg:npm/%40typescript-eslint/parser",
        "pkg:npm/typescript-eslint",
      ],
      reason: "ESLint",
    },
    {
      packages: [
        "pkg:npm/standard",
        "pkg:npm/standardx",
        "pkg:npm/ts-standard",
        "pkg:npm/semistandard",
      ],
      reason: "ESLint with fixed rules",
    },
    { packages: ["pkg:npm/xo"], reason: "ESLint with fixed rules" },
    { packages: ["pkg:npm/tslint"], reason: "TSLint, discontinued" },
    { packages: ["pkg:npm/jshint"], reason: "JSHint" },
    {
      packages: ["pkg:npm/%40biomejs/biome", "pkg:npm/rome"],
      reason: "linter and formatter written in Rust",
    },
    { packages: ["pkg:npm/oxlint"], reason: "linter written in Rust" },
    { packages: ["pkg:gem/rubocop", "pkg:gem/rubocop-*"], reason: "RuboCop" },
    {
      packages: ["pkg:gem/standard", "pkg:gem/standardrb", "pkg:gem/standard-rails"],
      reason: "RuboCop with fixed rules",
    },
    { packages: ["pkg:gem/reek"], reason: "smells" },
    { packages: ["pkg:gem/rails_best_practices"], reason: "Rails" },
    { packages: ["pkg:gem/ruby-lint"], reason: "static analysis, discontinued" },
    {
      packages: [
        "pkg:pypi/flake8",
        "pkg:pypi/flake8-bugbear",
        "pkg:pypi/flake8-docstrings",
        "pkg:pypi/flake8-*",
      ],
      reason: "Flake8",
    },
    { packages: ["pkg:pypi/pylint", "pkg:pypi/pylint-django"], reason: "Pylint" },
    { packages: ["pkg:pypi/ruff"], reason: "written in Rust" },
    { packages: ["pkg:pypi/pycodestyle", "pkg:pypi/pep8"], reason: "style guide" },
    { packages: ["pkg:pypi/pyflakes"], reason: "errors only" },
    { packages: ["pkg:pypi/pylama"], reason: "several linters" },
    { packages: ["pkg:pypi/prospector"], reason: "several linters" },
    { packages: ["pkg:pypi/wemake-python-styleguide"], reason: "strict Flake8" },
    {
      packages: [
        "pkg:maven/org.apache.maven.plugins/maven-checkstyle-plugin",
        "pkg:maven/com.puppycrawl.tools/checkstyle",
      ],
      reason: "Checkstyle",
    },
    {
      packages: [
        "pkg:maven/org.apache.maven.plugins/maven-pmd-plugin",
        "pkg:maven/net.sourceforge.pmd/pmd-java",
      ],
      reason: "PMD",
    },
    {
      packages: ["pkg:maven/com.google.errorprone/error_prone_core"],
      reason: "Error Prone in the compiler",
    },
    {
      packages: [
        "pkg:maven/com.github.spotbugs/spotbugs-maven-plugin",
        "pkg:maven/com.github.spotbugs/spotbugs",
        "pkg:maven/com.github.spotbugs/spotbugs-annotations",
        "pkg:maven/org.codehaus.mojo/findbugs-maven-plugin",
      ],
      reason: "SpotBugs",
    },
    {
      packages: [
        "pkg:maven/io.gitlab.arturbosch.detekt/detekt-cli",
        "pkg:maven/io.gitlab.arturbosch.detekt/detekt-gradle-plugin",
      ],
      reason: "Kotlin",
    },
    {
      packages: [
        "pkg:golang/github.com/golangci/golangci-lint",
        "pkg:golang/github.com/golangci/golangci-lint/v2",
      ],
      reason: "many linters as one",
    },
    { packages: ["pkg:golang/honnef.co/go/tools"], reason: "Staticcheck" },
    { packages: ["pkg:golang/golang.org/x/lint"], reason: "golint, frozen" },
    { packages: ["pkg:golang/github.com/mgechev/revive"], reason: "replaces golint" },
  ],
  absent: {},
};
