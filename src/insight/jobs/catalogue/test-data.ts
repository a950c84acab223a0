import type { Job } from "../job.ts";

export const testData: Job = {
  id: "test-data",
  title: "Test records",
  definition: "Builds the records that tests need.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/fishery"], reason: "typed factories" },
    { packages: ["pkg:npm/rosie"], reason: "factories" },
    { packages: ["pkg:npm/factory-girl"], reason: "factories with stores" },
    { packages: ["pkg:npm/factory.ts"], reason: "typed factories" },
    {
      packages: ["pkg:npm/test-data-bot", "pkg:npm/%40jackfranklin/test-data-bot"],
      reason: "factories",
    },
    {
      packages: [
        "pkg:gem/factory_bot",
        "pkg:gem/factory_bot_rails",
        "pkg:gem/factory_girl",
        "pkg:gem/factory_girl_rails",
      ],
      reason: "factories",
    },
    { packages: ["pkg:gem/fabrication"], reason: "factories as one language" },
    { packages: ["pkg:gem/machinist"], reason: "blueprints, discontinued" },
    { packages: ["pkg:gem/fixture_builder"], reason: "fixtures from factories" },
    { packages: ["pkg:gem/oaken"], reason: "seeds for tests and development" },
    { packages: ["pkg:pypi/factory-boy", "pkg:pypi/pytest-factoryboy"], reason: "factories" },
    {
      packages: ["pkg:pypi/model-bakery", "pkg:pypi/model-mommy"],
      reason: "records of Django models",
    },
    { packages: ["pkg:pypi/mixer"], reason: "records of several mappers" },
    {
      packages: ["pkg:pypi/polyfactory", "pkg:pypi/pydantic-factories"],
      reason: "records from types",
    },
    {
      packages: [
        "pkg:maven/org.instancio/instancio-core",
        "pkg:maven/org.instancio/instancio-junit",
      ],
      reason: "records from types",
    },
    {
      packages: ["pkg:maven/org.jeasy/easy-random-core", "pkg:maven/io.github.benas/random-beans"],
      reason: "records from types",
    },
    { packages: ["pkg:maven/com.flextrade.jfixture/jfixture"], reason: "after AutoFixture" },
    { packages: ["pkg:maven/uk.co.jemos.podam/podam"], reason: "records from types" },
    { packages: ["pkg:golang/github.com/bluele/factory-go"], reason: "factories" },
    {
      packages: [
        "pkg:golang/github.com/go-testfixtures/testfixtures",
        "pkg:golang/github.com/go-testfixtures/testfixtures/v3",
      ],
      reason: "fixtures in YAML",
    },
  ],
  absent: {},
};
