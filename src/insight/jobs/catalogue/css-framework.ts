import type { Job } from "../job.ts";

export const cssFramework: Job = {
  id: "css-framework",
  title: "CSS framework",
  definition: "Gives ready styles and a grid.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/bootstrap", "pkg:npm/bootstrap-sass"], reason: "Bootstrap" },
    { packages: ["pkg:npm/tailwindcss", "pkg:npm/%40tailwindcss/*"], reason: "Tailwind" },
    { packages: ["pkg:npm/bulma"], reason: "Bulma" },
    { packages: ["pkg:npm/foundation-sites"], reason: "Foundation" },
    { packages: ["pkg:npm/uikit"], reason: "UIkit" },
    { packages: ["pkg:npm/materialize-css"], reason: "Materialize" },
    { packages: ["pkg:npm/purecss"], reason: "Pure" },
    {
      packages: ["pkg:npm/semantic-ui-css", "pkg:npm/semantic-ui", "pkg:npm/fomantic-ui"],
      reason: "Semantic UI",
    },
    { packages: ["pkg:npm/tachyons"], reason: "Tachyons" },
    { packages: ["pkg:npm/%40picocss/pico"], reason: "Pico" },
    { packages: ["pkg:gem/bootstrap", "pkg:gem/bootstrap-sass"], reason: "Bootstrap" },
    { packages: ["pkg:gem/tailwindcss-rails", "pkg:gem/tailwindcss-ruby"], reason: "Tailwind" },
    { packages: ["pkg:gem/foundation-rails"], reason: "Foundation" },
    { packages: ["pkg:gem/bulma-rails"], reason: "Bulma" },
    {
      packages: [
        "pkg:pypi/django-bootstrap5",
        "pkg:pypi/django-bootstrap4",
        "pkg:pypi/django-bootstrap3",
        "pkg:pypi/bootstrap-flask",
        "pkg:pypi/flask-bootstrap",
      ],
      reason: "Bootstrap",
    },
    { packages: ["pkg:pypi/django-tailwind", "pkg:pypi/pytailwindcss"], reason: "Tailwind" },
    { packages: ["pkg:pypi/django-bulma"], reason: "Bulma" },
    { packages: ["pkg:maven/org.webjars.npm/bootstrap"], reason: "Bootstrap" },
    {
      packages: ["pkg:maven/org.webjars/bulma", "pkg:maven/org.webjars.npm/bulma"],
      reason: "Bulma",
    },
    { packages: ["pkg:maven/org.webjars/foundation"], reason: "Foundation" },
  ],
  absent: { golang: "pages take their styles from other ecosystems" },
};
