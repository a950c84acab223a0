import type { Job } from "../job.ts";

export const cssPreprocessor: Job = {
  id: "css-preprocessor",
  title: "CSS preprocessor",
  definition: "Turns a richer style language into CSS.",
  countsIn: "any",
  solutions: [
    {
      packages: ["pkg:npm/sass", "pkg:npm/sass-embedded", "pkg:npm/dart-sass"],
      reason: "Dart Sass",
    },
    { packages: ["pkg:npm/node-sass"], reason: "LibSass, discontinued" },
    { packages: ["pkg:npm/less", "pkg:npm/less-loader"], reason: "Less" },
    { packages: ["pkg:npm/stylus", "pkg:npm/stylus-loader"], reason: "Stylus" },
    {
      packages: ["pkg:gem/dartsass-rails", "pkg:gem/dartsass-sprockets", "pkg:gem/sass-embedded"],
      reason: "Dart Sass",
    },
    { packages: ["pkg:gem/sassc-rails", "pkg:gem/sassc"], reason: "LibSass, discontinued" },
    {
      packages: ["pkg:gem/sass-rails", "pkg:gem/sass", "pkg:gem/compass-rails"],
      reason: "Ruby Sass, discontinued",
    },
    { packages: ["pkg:gem/cssbundling-rails"], reason: "tools of npm" },
    { packages: ["pkg:gem/less-rails", "pkg:gem/less"], reason: "Less" },
    {
      packages: ["pkg:pypi/libsass", "pkg:pypi/django-libsass", "pkg:pypi/django-sass-processor"],
      reason: "LibSass",
    },
    { packages: ["pkg:pypi/django-dart-sass", "pkg:pypi/django-sass"], reason: "Dart Sass" },
    { packages: ["pkg:pypi/lesscpy"], reason: "Less" },
    { packages: ["pkg:maven/io.bit3/jsass"], reason: "LibSass" },
    {
      packages: [
        "pkg:maven/de.larsgrefer.sass/sass-embedded-host",
        "pkg:maven/us.hebi.sass/sass-cli-maven-plugin",
        "pkg:maven/nl.geodienstencentrum.maven/sass-maven-plugin",
      ],
      reason: "Sass",
    },
    { packages: ["pkg:maven/com.github.sommeri/less4j"], reason: "Less" },
    {
      packages: ["pkg:golang/github.com/bep/godartsass", "pkg:golang/github.com/bep/godartsass/v2"],
      reason: "Dart Sass",
    },
    {
      packages: [
        "pkg:golang/github.com/wellington/go-libsass",
        "pkg:golang/github.com/bep/golibsass",
      ],
      reason: "LibSass",
    },
  ],
  absent: {},
};
