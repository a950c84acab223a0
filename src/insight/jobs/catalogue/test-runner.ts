import type { Job } from "../job.ts";

export const testRunner: Job = {
  id: "test-runner",
  title: "Test runner",
  definition: "Runs a program's own tests and says which fail.",
  countsIn: "any",
  solutions: [
    {
      packages: [
        "pkg:npm/jest",
        "pkg:npm/ts-jest",
        "pkg:npm/babel-jest",
        "pkg:npm/%40jest/globals",
      ],
      reason: "runner, assertions and mocks as one",
    },
    { packages: ["pkg:npm/vitest"], reason: "runner on Vite" },
    { packages: ["pkg:npm/mocha"], reason: "runner; assertions are chosen beside it" },
    {
      packages: [
        "pkg:npm/jasmine",
        "pkg:npm/jasmine-core",
        "pkg:npm/jasmine-browser-runner",
        "pkg:npm/karma-jasmine",
      ],
      reason: "runner and assertions of behaviour-driven style",
    },
    { packages: ["pkg:npm/ava"], reason: "concurrent runner" },
    { packages: ["pkg:npm/tape"], reason: "small runner with TAP output" },
    { packages: ["pkg:npm/tap"], reason: "runner with TAP output and coverage" },
    { packages: ["pkg:npm/qunit"], reason: "runner of jQuery's origin" },
    { packages: ["pkg:npm/uvu"], reason: "small runner" },
    {
      packages: [
        "pkg:gem/rspec",
        "pkg:gem/rspec-rails",
        "pkg:gem/rspec-core",
        "pkg:gem/rspec-expectations",
        "pkg:gem/rspec-its",
      ],
      reason: "specifications",
    },
    {
      packages: [
        "pkg:gem/minitest",
        "pkg:gem/minitest-rails",
        "pkg:gem/minitest-reporters",
        "pkg:gem/minitest-spec-rails",
        "pkg:gem/maxitest",
        "pkg:gem/minitest-around",
        "pkg:gem/minitest-fail-fast",
      ],
      reason: "classes and methods",
    },
    { packages: ["pkg:gem/test-unit", "pkg:gem/test-unit-rails"], reason: "classes and methods" },
    { packages: ["pkg:gem/bacon"], reason: "small RSpec" },
    {
      packages: [
        "pkg:pypi/pytest",
        "pkg:pypi/pytest-django",
        "pkg:pypi/pytest-asyncio",
        "pkg:pypi/pytest-xdist",
      ],
      reason: "plain functions and fixtures",
    },
    { packages: ["pkg:pypi/nose", "pkg:pypi/nose2"], reason: "collector of unittest" },
    { packages: ["pkg:pypi/unittest2"], reason: "back-port of unittest" },
    { packages: ["pkg:pypi/testify"], reason: "classes" },
    {
      packages: [
        "pkg:maven/org.junit.jupiter/junit-jupiter",
        "pkg:maven/org.junit.jupiter/junit-jupiter-api",
        "pkg:maven/org.junit.jupiter/junit-jupiter-engine",
      ],
      reason: "JUnit 5 and later",
    },
    {
      packages: ["pkg:maven/junit/junit", "pkg:maven/org.junit.vintage/junit-vintage-engine"],
      reason: "JUnit 4",
    },
    { packages: ["pkg:maven/org.testng/testng"], reason: "TestNG" },
    {
      packages: [
        "pkg:maven/org.spockframework/spock-core",
        "pkg:maven/org.spockframework/spock-spring",
      ],
      reason: "Groovy",
    },
    {
      packages: [
        "pkg:maven/io.kotest/kotest-runner-junit5",
        "pkg:maven/io.kotest/kotest-runner-junit5-jvm",
      ],
      reason: "Kotlin",
    },
    {
      packages: [
        "pkg:maven/org.scalatest/scalatest_2.13",
        "pkg:maven/org.scalatest/scalatest_2.12",
        "pkg:maven/org.scalatest/scalatest_3",
      ],
      reason: "Scala",
    },
    {
      packages: ["pkg:golang/github.com/stretchr/testify"],
      reason: "assertions and suites on the standard runner",
    },
    {
      packages: [
        "pkg:golang/github.com/onsi/ginkgo",
        "pkg:golang/github.com/onsi/ginkgo/v2",
        "pkg:golang/github.com/onsi/gomega",
      ],
      reason: "specifications",
    },
    { packages: ["pkg:golang/github.com/smartystreets/goconvey"], reason: "nested specifications" },
    {
      packages: ["pkg:golang/gopkg.in/check.v1", "pkg:golang/github.com/go-check/check"],
      reason: "suites",
    },
    { packages: ["pkg:golang/github.com/franela/goblin"], reason: "after Mocha" },
    {
      packages: ["pkg:golang/github.com/frankban/quicktest"],
      reason: "assertions on the standard runner",
    },
    {
      packages: ["pkg:golang/gotest.tools/v3", "pkg:golang/gotest.tools"],
      reason: "assertions on the standard runner",
    },
  ],
  absent: {},
};
