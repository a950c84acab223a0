import type { Job } from "../job.ts";

export const dependencyInjection: Job = {
  id: "dependency-injection",
  title: "Dependency injection",
  definition: "Puts the parts of a program together.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/inversify"], reason: "Inversify" },
    { packages: ["pkg:npm/tsyringe"], reason: "TSyringe" },
    { packages: ["pkg:npm/awilix"], reason: "Awilix" },
    { packages: ["pkg:npm/typedi"], reason: "TypeDI" },
    { packages: ["pkg:npm/bottlejs"], reason: "BottleJS" },
    {
      packages: ["pkg:gem/dry-container", "pkg:gem/dry-auto_inject", "pkg:gem/dry-system"],
      reason: "dry-rb",
    },
    { packages: ["pkg:pypi/dependency-injector"], reason: "Dependency Injector" },
    { packages: ["pkg:pypi/injector", "pkg:pypi/flask-injector"], reason: "Injector" },
    { packages: ["pkg:pypi/lagom"], reason: "Lagom" },
    { packages: ["pkg:pypi/punq"], reason: "Punq" },
    { packages: ["pkg:pypi/dishka"], reason: "Dishka" },
    { packages: ["pkg:maven/org.springframework/spring-context"], reason: "Spring" },
    {
      packages: [
        "pkg:maven/com.google.inject/guice",
        "pkg:maven/com.google.inject.extensions/guice-servlet",
      ],
      reason: "Guice",
    },
    {
      packages: ["pkg:maven/com.google.dagger/dagger", "pkg:maven/com.google.dagger/hilt-android"],
      reason: "Dagger",
    },
    { packages: ["pkg:maven/org.glassfish.hk2/hk2"], reason: "HK2" },
    { packages: ["pkg:maven/org.jboss.weld.se/weld-se-core"], reason: "CDI" },
    {
      packages: ["pkg:maven/io.insert-koin/koin-core", "pkg:maven/io.insert-koin/koin-core-jvm"],
      reason: "Kotlin",
    },
    { packages: ["pkg:golang/github.com/google/wire"], reason: "generated" },
    {
      packages: ["pkg:golang/go.uber.org/fx", "pkg:golang/go.uber.org/dig"],
      reason: "by reflection",
    },
    {
      packages: ["pkg:golang/github.com/samber/do", "pkg:golang/github.com/samber/do/v2"],
      reason: "by type parameters",
    },
    {
      packages: ["pkg:golang/github.com/facebookgo/inject"],
      reason: "by reflection, discontinued",
    },
  ],
  absent: {},
};
