import type { Job } from "../job.ts";

export const stylesheetLinter: Job = {
  id: "stylesheet-linter",
  title: "Stylesheet linter",
  definition: "Reports stylesheets that break rules.",
  countsIn: "any",
  solutions: [
    {
      packages: ["pkg:npm/stylelint", "pkg:npm/stylelint-config-*", "pkg:npm/stylelint-*"],
      reason: "Stylelint",
    },
    { packages: ["pkg:npm/sass-lint"], reason: "Sass, discontinued" },
    { packages: ["pkg:npm/csslint"], reason: "CSS, discontinued" },
    { packages: ["pkg:npm/stylus-supremacy", "pkg:npm/stylint"], reason: "Stylus" },
    { packages: ["pkg:gem/scss_lint", "pkg:gem/scss-lint"], reason: "SCSS, discontinued" },
  ],
  absent: {
    pypi: "stylesheets are checked with tools of other ecosystems",
    maven: "stylesheets are checked with tools of other ecosystems",
    golang: "stylesheets are checked with tools of other ecosystems",
  },
};
