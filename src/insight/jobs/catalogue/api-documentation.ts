import type { Job } from "../job.ts";

export const apiDocumentation: Job = {
  id: "api-documentation",
  title: "API documentation",
  definition: "Writes the contract and reference of a program's own API from its code.",
  countsIn: "any",
  solutions: [
    {
      packages: [
        "pkg:npm/swagger-jsdoc",
        "pkg:npm/swagger-ui-express",
        "pkg:npm/swagger-ui-dist",
        "pkg:npm/swagger-ui-react",
      ],
      reason: "comments, shown by Swagger UI",
    },
    { packages: ["pkg:npm/%40nestjs/swagger"], reason: "decorators" },
    {
      packages: [
        "pkg:npm/%40fastify/swagger",
        "pkg:npm/fastify-swagger",
        "pkg:npm/%40fastify/swagger-ui",
      ],
      reason: "routes",
    },
    { packages: ["pkg:npm/tsoa"], reason: "decorators" },
    { packages: ["pkg:npm/redoc", "pkg:npm/redoc-cli", "pkg:npm/%40redocly/cli"], reason: "pages" },
    { packages: ["pkg:npm/apidoc"], reason: "comments" },
    {
      packages: ["pkg:gem/rswag", "pkg:gem/rswag-specs", "pkg:gem/rswag-api", "pkg:gem/rswag-ui"],
      reason: "specs",
    },
    { packages: ["pkg:gem/grape-swagger", "pkg:gem/grape-swagger-rails"], reason: "Grape" },
    { packages: ["pkg:gem/apipie-rails"], reason: "controllers" },
    { packages: ["pkg:gem/rspec_api_documentation"], reason: "specs" },
    { packages: ["pkg:gem/swagger-blocks"], reason: "blocks" },
    { packages: ["pkg:pypi/drf-spectacular"], reason: "Django REST framework" },
    { packages: ["pkg:pypi/drf-yasg"], reason: "Django REST framework, OpenAPI 2" },
    { packages: ["pkg:pypi/flasgger"], reason: "Flask" },
    { packages: ["pkg:pypi/connexion"], reason: "a written contract" },
    {
      packages: [
        "pkg:maven/org.springdoc/springdoc-openapi-ui",
        "pkg:maven/org.springdoc/springdoc-openapi-starter-webmvc-ui",
        "pkg:maven/org.springdoc/springdoc-openapi-starter-webflux-ui",
      ],
      reason: "springdoc",
    },
    {
      packages: [
        "pkg:maven/io.springfox/springfox-swagger2",
        "pkg:maven/io.springfox/springfox-boot-starter",
        "pkg:maven/io.springfox/springfox-swagger-ui",
      ],
      reason: "Springfox, discontinued",
    },
    {
      packages: ["pkg:maven/org.springframework.restdocs/spring-restdocs-mockmvc"],
      reason: "tests",
    },
    {
      packages: [
        "pkg:maven/io.smallrye/smallrye-open-api-core",
        "pkg:maven/io.quarkus/quarkus-smallrye-openapi",
      ],
      reason: "MicroProfile",
    },
    {
      packages: [
        "pkg:golang/github.com/swaggo/swag",
        "pkg:golang/github.com/swaggo/gin-swagger",
        "pkg:golang/github.com/swaggo/http-swagger",
      ],
      reason: "comments",
    },
    { packages: ["pkg:golang/github.com/danielgtaylor/huma/v2"], reason: "operations" },
    { packages: ["pkg:golang/github.com/swaggest/rest"], reason: "operations" },
  ],
  absent: {},
};
