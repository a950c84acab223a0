import type { Job } from "../job.ts";

export const contractTesting: Job = {
  id: "contract-testing",
  title: "Contract tests",
  definition: "Checks that a provider still answers what its consumers rely on.",
  countsIn: "any",
  solutions: [
    {
      packages: ["pkg:npm/%40pact-foundation/pact", "pkg:npm/%40pact-foundation/pact-node"],
      reason: "Pact",
    },
    { packages: ["pkg:npm/dredd"], reason: "API Blueprint and OpenAPI" },
    {
      packages: ["pkg:npm/jest-openapi", "pkg:npm/chai-openapi-response-validator"],
      reason: "OpenAPI",
    },
    {
      packages: [
        "pkg:gem/pact",
        "pkg:gem/pact_broker-client",
        "pkg:gem/pact-mock_service",
        "pkg:gem/pact-consumer-minitest",
      ],
      reason: "Pact",
    },
    { packages: ["pkg:gem/committee", "pkg:gem/committee-rails"], reason: "OpenAPI" },
    { packages: ["pkg:gem/rspec-openapi", "pkg:gem/openapi_contracts"], reason: "OpenAPI" },
    { packages: ["pkg:pypi/pact-python"], reason: "Pact" },
    { packages: ["pkg:pypi/schemathesis"], reason: "OpenAPI with generated requests" },
    {
      packages: [
        "pkg:maven/au.com.dius.pact.consumer/junit5",
        "pkg:maven/au.com.dius.pact.provider/junit5",
        "pkg:maven/au.com.dius/pact-jvm-consumer-junit",
        "pkg:maven/au.com.dius/pact-jvm-provider-junit",
      ],
      reason: "Pact",
    },
    {
      packages: [
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-contract-verifier",
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-contract-stub-runner",
      ],
      reason: "Spring Cloud Contract",
    },
    { packages: ["pkg:maven/com.atlassian.oai/swagger-request-validator-core"], reason: "OpenAPI" },
    {
      packages: [
        "pkg:golang/github.com/pact-foundation/pact-go",
        "pkg:golang/github.com/pact-foundation/pact-go/v2",
      ],
      reason: "Pact",
    },
  ],
  absent: {},
};
