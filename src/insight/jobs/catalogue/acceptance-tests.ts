import type { Job } from "../job.ts";

export const acceptanceTests: Job = {
  id: "acceptance-tests",
  title: "Acceptance tests in plain words",
  definition: "Runs scenarios that are written as sentences.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/%40cucumber/cucumber", "pkg:npm/cucumber"], reason: "Gherkin" },
    { packages: ["pkg:npm/jest-cucumber"], reason: "Gherkin in Jest" },
    {
      packages: [
        "pkg:npm/%40badeball/cypress-cucumber-preprocessor",
        "pkg:npm/cypress-cucumber-preprocessor",
      ],
      reason: "Gherkin in Cypress",
    },
    { packages: ["pkg:gem/cucumber", "pkg:gem/cucumber-rails"], reason: "Gherkin" },
    { packages: ["pkg:gem/turnip"], reason: "Gherkin in RSpec" },
    { packages: ["pkg:gem/spinach"], reason: "Gherkin with classes" },
    { packages: ["pkg:pypi/behave", "pkg:pypi/behave-django"], reason: "Gherkin" },
    { packages: ["pkg:pypi/pytest-bdd"], reason: "Gherkin in pytest" },
    { packages: ["pkg:pypi/lettuce"], reason: "Gherkin, discontinued" },
    { packages: ["pkg:pypi/robotframework"], reason: "keywords" },
    {
      packages: [
        "pkg:maven/io.cucumber/cucumber-java",
        "pkg:maven/io.cucumber/cucumber-junit",
        "pkg:maven/io.cucumber/cucumber-spring",
        "pkg:maven/info.cukes/cucumber-java",
      ],
      reason: "Gherkin",
    },
    { packages: ["pkg:maven/org.jbehave/jbehave-core"], reason: "stories" },
    {
      packages: ["pkg:maven/net.serenity-bdd/serenity-core"],
      reason: "reports on Cucumber and JUnit",
    },
    { packages: ["pkg:maven/org.concordion/concordion"], reason: "pages" },
    {
      packages: ["pkg:golang/github.com/cucumber/godog", "pkg:golang/github.com/data-dog/godog"],
      reason: "Gherkin",
    },
  ],
  absent: {},
};
