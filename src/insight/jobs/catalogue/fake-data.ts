import type { Job } from "../job.ts";

export const fakeData: Job = {
  id: "fake-data",
  title: "Invented data",
  definition: "Invents names, addresses and texts for tests and demonstrations.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/%40faker-js/faker", "pkg:npm/faker"], reason: "Faker" },
    { packages: ["pkg:npm/chance"], reason: "Chance" },
    { packages: ["pkg:npm/casual"], reason: "Casual" },
    { packages: ["pkg:npm/%40ngneat/falso"], reason: "Falso" },
    { packages: ["pkg:npm/json-schema-faker"], reason: "values of a schema" },
    { packages: ["pkg:gem/faker"], reason: "Faker" },
    { packages: ["pkg:gem/ffaker"], reason: "smaller, faster Faker" },
    { packages: ["pkg:gem/forgery"], reason: "Forgery" },
    { packages: ["pkg:pypi/faker", "pkg:pypi/pytest-faker"], reason: "Faker" },
    { packages: ["pkg:pypi/mimesis"], reason: "Mimesis" },
    { packages: ["pkg:pypi/fauxfactory"], reason: "Faux Factory" },
    {
      packages: ["pkg:maven/com.github.javafaker/javafaker"],
      reason: "Java Faker, in maintenance",
    },
    { packages: ["pkg:maven/net.datafaker/datafaker"], reason: "its successor" },
    { packages: ["pkg:maven/io.github.serpro69/kotlin-faker"], reason: "Kotlin" },
    {
      packages: [
        "pkg:golang/github.com/brianvoe/gofakeit",
        "pkg:golang/github.com/brianvoe/gofakeit/v6",
        "pkg:golang/github.com/brianvoe/gofakeit/v7",
      ],
      reason: "gofakeit",
    },
    {
      packages: [
        "pkg:golang/github.com/go-faker/faker/v4",
        "pkg:golang/github.com/bxcodec/faker",
        "pkg:golang/github.com/bxcodec/faker/v3",
      ],
      reason: "faker",
    },
    {
      packages: ["pkg:golang/github.com/jaswdr/faker", "pkg:golang/github.com/jaswdr/faker/v2"],
      reason: "after PHP's Faker",
    },
    { packages: ["pkg:golang/syreclabs.com/go/faker"], reason: "after Ruby's Faker" },
  ],
  absent: {},
};
