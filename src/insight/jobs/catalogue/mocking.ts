import type { Job } from "../job.ts";

export const mocking: Job = {
  id: "mocking",
  title: "Test doubles",
  definition: "Replaces parts of a program while its tests run.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/sinon", "pkg:npm/sinon-chai"], reason: "spies, stubs and clocks" },
    { packages: ["pkg:npm/testdouble"], reason: "doubles after Mockito" },
    { packages: ["pkg:npm/proxyquire"], reason: "replaced modules" },
    { packages: ["pkg:npm/rewire"], reason: "replaced internals" },
    { packages: ["pkg:npm/ts-mockito"], reason: "Mockito for TypeScript" },
    {
      packages: ["pkg:npm/jest-mock-extended", "pkg:npm/vitest-mock-extended"],
      reason: "typed doubles",
    },
    { packages: ["pkg:gem/mocha"], reason: "doubles for Minitest and others" },
    { packages: ["pkg:gem/rspec-mocks"], reason: "doubles of RSpec, used by name" },
    { packages: ["pkg:gem/flexmock"], reason: "doubles for any runner" },
    { packages: ["pkg:gem/rr"], reason: "doubles with short syntax" },
    { packages: ["pkg:gem/bogus"], reason: "doubles that check signatures" },
    { packages: ["pkg:pypi/mock"], reason: "unittest.mock for old versions" },
    { packages: ["pkg:pypi/pytest-mock"], reason: "unittest.mock in pytest" },
    { packages: ["pkg:pypi/flexmock"], reason: "after Ruby's FlexMock" },
    { packages: ["pkg:pypi/doublex"], reason: "doubles that check signatures" },
    { packages: ["pkg:pypi/mockito"], reason: "after Java's Mockito" },
    {
      packages: [
        "pkg:maven/org.mockito/mockito-core",
        "pkg:maven/org.mockito/mockito-junit-jupiter",
        "pkg:maven/org.mockito/mockito-inline",
        "pkg:maven/org.mockito/mockito-all",
      ],
      reason: "Mockito",
    },
    { packages: ["pkg:maven/org.easymock/easymock"], reason: "EasyMock" },
    { packages: ["pkg:maven/io.mockk/mockk", "pkg:maven/io.mockk/mockk-jvm"], reason: "Kotlin" },
    { packages: ["pkg:maven/org.jmockit/jmockit"], reason: "JMockit" },
    {
      packages: [
        "pkg:maven/org.powermock/powermock-module-junit4",
        "pkg:maven/org.powermock/powermock-api-mockito2",
      ],
      reason: "PowerMock",
    },
    {
      packages: ["pkg:maven/org.jmock/jmock", "pkg:maven/org.jmock/jmock-junit4"],
      reason: "jMock",
    },
    {
      packages: ["pkg:golang/github.com/golang/mock", "pkg:golang/go.uber.org/mock"],
      reason: "generated doubles",
    },
    {
      packages: ["pkg:golang/github.com/vektra/mockery/v2", "pkg:golang/github.com/vektra/mockery"],
      reason: "generated doubles for Testify",
    },
    {
      packages: ["pkg:golang/github.com/maxbrunsfeld/counterfeiter/v6"],
      reason: "generated doubles",
    },
    { packages: ["pkg:golang/github.com/matryer/moq"], reason: "generated functions" },
    { packages: ["pkg:golang/github.com/gojuno/minimock/v3"], reason: "generated doubles" },
  ],
  absent: {},
};
