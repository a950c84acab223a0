import type { Job } from "../job.ts";

export const graphqlServer: Job = {
  id: "graphql-server",
  title: "GraphQL server",
  definition: "Answers GraphQL queries.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/apollo-server",
        "pkg:npm/apollo-server-express",
        "pkg:npm/%40apollo/server",
      ],
      reason: "Apollo",
    },
    { packages: ["pkg:npm/graphql-yoga"], reason: "Yoga" },
    { packages: ["pkg:npm/mercurius"], reason: "Fastify" },
    { packages: ["pkg:npm/express-graphql", "pkg:npm/graphql-http"], reason: "reference" },
    { packages: ["pkg:npm/%40nestjs/graphql", "pkg:npm/%40nestjs/apollo"], reason: "Nest" },
    { packages: ["pkg:npm/type-graphql"], reason: "decorators" },
    { packages: ["pkg:gem/graphql", "pkg:gem/graphql-batch"], reason: "graphql-ruby" },
    { packages: ["pkg:gem/agoo"], reason: "written in C" },
    {
      packages: ["pkg:pypi/graphene", "pkg:pypi/graphene-django", "pkg:pypi/graphene-sqlalchemy"],
      reason: "Graphene",
    },
    {
      packages: ["pkg:pypi/strawberry-graphql", "pkg:pypi/strawberry-graphql-django"],
      reason: "Strawberry",
    },
    { packages: ["pkg:pypi/ariadne", "pkg:pypi/ariadne-django"], reason: "Ariadne" },
    { packages: ["pkg:pypi/tartiflette"], reason: "Tartiflette" },
    {
      packages: [
        "pkg:maven/com.graphql-java/graphql-java",
        "pkg:maven/org.springframework.boot/spring-boot-starter-graphql",
        "pkg:maven/com.graphql-java-kickstart/graphql-spring-boot-starter",
      ],
      reason: "graphql-java",
    },
    {
      packages: [
        "pkg:maven/com.netflix.graphql.dgs/graphql-dgs-spring-boot-starter",
        "pkg:maven/com.netflix.graphql.dgs/graphql-dgs",
      ],
      reason: "DGS",
    },
    {
      packages: [
        "pkg:maven/com.expediagroup/graphql-kotlin-spring-server",
        "pkg:maven/com.expediagroup/graphql-kotlin-server",
      ],
      reason: "Kotlin",
    },
    { packages: ["pkg:maven/io.quarkus/quarkus-smallrye-graphql"], reason: "MicroProfile" },
    { packages: ["pkg:golang/github.com/99designs/gqlgen"], reason: "generated" },
    { packages: ["pkg:golang/github.com/graphql-go/graphql"], reason: "built while running" },
    { packages: ["pkg:golang/github.com/graph-gophers/graphql-go"], reason: "a written schema" },
    { packages: ["pkg:golang/github.com/samsarahq/thunder"], reason: "by reflection" },
  ],
  absent: {},
};
