import type { Job } from "../job.ts";

export const codeCoverage: Job = {
  id: "code-coverage",
  title: "Code coverage",
  definition: "Says which lines the tests ran.",
  countsIn: "any",
  solutions: [
    {
      packages: ["pkg:npm/nyc", "pkg:npm/istanbul", "pkg:npm/babel-plugin-istanbul"],
      reason: "Istanbul",
    },
    { packages: ["pkg:npm/c8"], reason: "coverage of V8" },
    {
      packages: [
        "pkg:npm/%40vitest/coverage-v8",
        "pkg:npm/%40vitest/coverage-istanbul",
        "pkg:npm/%40vitest/coverage-c8",
      ],
      reason: "coverage of Vitest",
    },
    {
      packages: ["pkg:npm/karma-coverage", "pkg:npm/karma-coverage-istanbul-reporter"],
      reason: "coverage of Karma",
    },
    { packages: ["pkg:npm/blanket"], reason: "Blanket, discontinued" },
    {
      packages: [
        "pkg:gem/simplecov",
        "pkg:gem/simplecov-rcov",
        "pkg:gem/simplecov-lcov",
        "pkg:gem/simplecov-cobertura",
        "pkg:gem/simplecov_json_formatter",
      ],
      reason: "SimpleCov",
    },
    { packages: ["pkg:gem/coverband"], reason: "coverage in production" },
    { packages: ["pkg:gem/rcov"], reason: "coverage of Ruby 1.8" },
    { packages: ["pkg:gem/undercover"], reason: "coverage of a change" },
    {
      packages: ["pkg:pypi/coverage", "pkg:pypi/pytest-cov", "pkg:pypi/nose-cov"],
      reason: "Coverage.py",
    },
    { packages: ["pkg:pypi/slipcover"], reason: "faster coverage" },
    {
      packages: [
        "pkg:maven/org.jacoco/jacoco-maven-plugin",
        "pkg:maven/org.jacoco/org.jacoco.agent",
        "pkg:maven/org.jacoco/org.jacoco.core",
      ],
      reason: "JaCoCo",
    },
    {
      packages: [
        "pkg:maven/org.codehaus.mojo/cobertura-maven-plugin",
        "pkg:maven/net.sourceforge.cobertura/cobertura",
      ],
      reason: "Cobertura, discontinued",
    },
    {
      packages: [
        "pkg:maven/org.openclover/clover-maven-plugin",
        "pkg:maven/com.atlassian.maven.plugins/maven-clover2-plugin",
      ],
      reason: "Clover",
    },
    { packages: ["pkg:maven/org.scoverage/scoverage-maven-plugin"], reason: "Scala" },
    { packages: ["pkg:golang/github.com/axw/gocov"], reason: "go tool cover as JSON" },
    { packages: ["pkg:golang/github.com/mattn/goveralls"], reason: "go tool cover to a service" },
    {
      packages: ["pkg:golang/github.com/vladopajic/go-test-coverage/v2"],
      reason: "thresholds on go tool cover",
    },
  ],
  absent: {},
};
