import type { Job } from "../job.ts";

export const apiClientGeneration: Job = {
  id: "api-client-generation",
  title: "API client generation",
  definition: "Writes the client of an API from its contract.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/%40openapitools/openapi-generator-cli"], reason: "OpenAPI Generator" },
    {
      packages: ["pkg:npm/openapi-typescript", "pkg:npm/openapi-fetch"],
      reason: "types and a thin client",
    },
    { packages: ["pkg:npm/orval"], reason: "clients and hooks" },
    {
      packages: ["pkg:npm/openapi-typescript-codegen", "pkg:npm/%40hey-api/openapi-ts"],
      reason: "typed clients",
    },
    { packages: ["pkg:npm/swagger-typescript-api"], reason: "typed clients" },
    { packages: ["pkg:npm/swagger-client"], reason: "built while running" },
    { packages: ["pkg:npm/%40rtk-query/codegen-openapi"], reason: "RTK Query" },
    {
      packages: ["pkg:npm/%40graphql-codegen/cli", "pkg:npm/%40graphql-codegen/*"],
      reason: "GraphQL",
    },
    { packages: ["pkg:pypi/openapi-python-client"], reason: "typed clients" },
    { packages: ["pkg:pypi/datamodel-code-generator"], reason: "models" },
    { packages: ["pkg:pypi/bravado"], reason: "built while running" },
    { packages: ["pkg:pypi/ariadne-codegen"], reason: "GraphQL" },
    {
      packages: [
        "pkg:maven/org.openapitools/openapi-generator-maven-plugin",
        "pkg:maven/org.openapitools/openapi-generator",
      ],
      reason: "OpenAPI Generator",
    },
    {
      packages: [
        "pkg:maven/io.swagger/swagger-codegen-maven-plugin",
        "pkg:maven/io.swagger.codegen.v3/swagger-codegen-maven-plugin",
      ],
      reason: "Swagger Codegen",
    },
    { packages: ["pkg:maven/com.graphql-java-generator/graphql-maven-plugin"], reason: "GraphQL" },
    {
      packages: [
        "pkg:golang/github.com/oapi-codegen/oapi-codegen/v2",
        "pkg:golang/github.com/deepmap/oapi-codegen",
      ],
      reason: "OpenAPI",
    },
    { packages: ["pkg:golang/github.com/go-swagger/go-swagger"], reason: "OpenAPI 2" },
    { packages: ["pkg:golang/github.com/ogen-go/ogen"], reason: "OpenAPI" },
    { packages: ["pkg:golang/github.com/khan/genqlient"], reason: "GraphQL" },
  ],
  absent: { gem: "Ruby clients are generated with tools of other ecosystems" },
};
