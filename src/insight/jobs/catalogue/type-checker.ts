import type { Job } from "../job.ts";

export const typeChecker: Job = {
  id: "type-checker",
  title: "Static types",
  definition: "Checks types before a program runs, where the language does not.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/typescript"], reason: "TypeScript" },
    { packages: ["pkg:npm/flow-bin"], reason: "Flow" },
    {
      packages: [
        "pkg:gem/sorbet",
        "pkg:gem/sorbet-static",
        "pkg:gem/sorbet-runtime",
        "pkg:gem/tapioca",
      ],
      reason: "Sorbet",
    },
    { packages: ["pkg:gem/rbs", "pkg:gem/steep"], reason: "RBS" },
    {
      packages: ["pkg:pypi/mypy", "pkg:pypi/mypy-extensions", "pkg:pypi/django-stubs"],
      reason: "Mypy",
    },
    { packages: ["pkg:pypi/pyright", "pkg:pypi/basedpyright"], reason: "Pyright" },
    { packages: ["pkg:pypi/pytype"], reason: "pytype" },
    { packages: ["pkg:pypi/pyre-check"], reason: "Pyre" },
  ],
  absent: { maven: "the language checks types itself", golang: "the language checks types itself" },
};
