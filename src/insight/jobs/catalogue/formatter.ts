import type { Job } from "../job.ts";

export const formatter: Job = {
  id: "formatter",
  title: "Formatter",
  definition: "Rewrites code into one layout.",
  countsIn: "any",
  solutions: [
    {
      packages: ["pkg:npm/prettier", "pkg:npm/prettier-plugin-*", "pkg:npm/%40prettier/plugin-*"],
      reason: "Prettier",
    },
    { packages: ["pkg:npm/js-beautify"], reason: "JS Beautifier" },
    { packages: ["pkg:npm/dprint"], reason: "written in Rust" },
    { packages: ["pkg:npm/oxfmt"], reason: "written in Rust" },
    {
      packages: ["pkg:npm/prettierx", "pkg:npm/prettier-standard"],
      reason: "Prettier with other rules",
    },
    { packages: ["pkg:gem/syntax_tree"], reason: "layout without options" },
    { packages: ["pkg:gem/rufo"], reason: "layout with few options" },
    { packages: ["pkg:gem/erb-formatter"], reason: "ERB" },
    { packages: ["pkg:gem/htmlbeautifier"], reason: "ERB" },
    { packages: ["pkg:gem/prettier"], reason: "Prettier for Ruby" },
    { packages: ["pkg:pypi/black", "pkg:pypi/darker"], reason: "Black" },
    { packages: ["pkg:pypi/yapf"], reason: "after clang-format" },
    { packages: ["pkg:pypi/autopep8"], reason: "mends style only" },
    {
      packages: [
        "pkg:maven/com.diffplug.spotless/spotless-maven-plugin",
        "pkg:maven/com.diffplug.spotless/spotless-plugin-gradle",
      ],
      reason: "several formatters as one",
    },
    {
      packages: [
        "pkg:maven/com.spotify.fmt/fmt-maven-plugin",
        "pkg:maven/com.coveo/fmt-maven-plugin",
        "pkg:maven/com.google.googlejavaformat/google-java-format",
      ],
      reason: "Google's layout",
    },
    {
      packages: ["pkg:maven/net.revelc.code.formatter/formatter-maven-plugin"],
      reason: "Eclipse's layout",
    },
    {
      packages: ["pkg:maven/com.pinterest/ktlint", "pkg:maven/com.pinterest.ktlint/ktlint-cli"],
      reason: "Kotlin",
    },
    { packages: ["pkg:golang/mvdan.cc/gofumpt"], reason: "stricter gofmt" },
  ],
  absent: {},
};
