import type { Job } from "../job.ts";

export const pagesAction: Job = {
  id: "pages-action",
  title: "Publishing of static pages",
  definition: "Publishes documentation or other static pages from a pipeline.",
  countsIn: "any",
  solutions: [
    {
      packages: [
        "pkg:githubactions/actions/deploy-pages",
        "pkg:githubactions/actions/upload-pages-artifact",
        "pkg:githubactions/actions/configure-pages",
      ],
      reason: "the forge's own",
    },
    { packages: ["pkg:githubactions/peaceiris/actions-gh-pages"], reason: "a branch" },
    { packages: ["pkg:githubactions/jamesives/github-pages-deploy-action"], reason: "a branch" },
    { packages: ["pkg:githubactions/crazy-max/ghaction-github-pages"], reason: "a branch" },
  ],
  absent: {
    npm: "pipelines are not packages of a language",
    gem: "pipelines are not packages of a language",
    pypi: "pipelines are not packages of a language",
    maven: "pipelines are not packages of a language",
    golang: "pipelines are not packages of a language",
  },
};
