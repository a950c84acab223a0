import type { Job } from "../job.ts";

export const configuration: Job = {
  id: "configuration",
  title: "Configuration",
  definition: "Gives a program its settings from files, environment and defaults.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/dotenv",
        "pkg:npm/dotenv-expand",
        "pkg:npm/dotenv-flow",
        "pkg:npm/dotenv-safe",
      ],
      reason: "settings of .env files",
    },
    { packages: ["pkg:npm/config"], reason: "layered files by environment" },
    { packages: ["pkg:npm/convict"], reason: "files with a schema" },
    { packages: ["pkg:npm/nconf"], reason: "layered sources" },
    { packages: ["pkg:npm/env-var"], reason: "typed environment variables" },
    { packages: ["pkg:npm/envalid"], reason: "typed environment variables" },
    { packages: ["pkg:npm/rc"], reason: "files found on the way up" },
    { packages: ["pkg:npm/%40nestjs/config"], reason: "dotenv for Nest" },
    { packages: ["pkg:gem/dotenv", "pkg:gem/dotenv-rails"], reason: "settings of .env files" },
    { packages: ["pkg:gem/config"], reason: "layered files by environment" },
    { packages: ["pkg:gem/figaro"], reason: "settings of application.yml" },
    { packages: ["pkg:gem/anyway_config"], reason: "typed settings of several sources" },
    { packages: ["pkg:gem/settingslogic"], reason: "settings of one YAML file" },
    { packages: ["pkg:gem/chamber"], reason: "layered and encrypted files" },
    { packages: ["pkg:gem/dry-configurable"], reason: "settings of classes" },
    { packages: ["pkg:gem/envied"], reason: "typed environment variables" },
    { packages: ["pkg:pypi/python-dotenv"], reason: "settings of .env files" },
    { packages: ["pkg:pypi/python-decouple"], reason: "settings of files and environment" },
    { packages: ["pkg:pypi/dynaconf"], reason: "layered files" },
    { packages: ["pkg:pypi/environs"], reason: "typed environment variables" },
    { packages: ["pkg:pypi/pydantic-settings"], reason: "typed settings of models" },
    { packages: ["pkg:pypi/django-environ"], reason: "environment for Django" },
    { packages: ["pkg:pypi/django-configurations"], reason: "settings as classes" },
    { packages: ["pkg:pypi/configargparse"], reason: "command line, files and environment" },
    { packages: ["pkg:pypi/hydra-core", "pkg:pypi/omegaconf"], reason: "composed files" },
    { packages: ["pkg:pypi/everett"], reason: "environment and files with documentation" },
    { packages: ["pkg:maven/com.typesafe/config"], reason: "HOCON files" },
    {
      packages: [
        "pkg:maven/org.apache.commons/commons-configuration2",
        "pkg:maven/commons-configuration/commons-configuration",
      ],
      reason: "many kinds of files",
    },
    { packages: ["pkg:maven/org.aeonbits.owner/owner"], reason: "interfaces over properties" },
    {
      packages: [
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-config",
        "pkg:maven/org.springframework.cloud/spring-cloud-config-client",
      ],
      reason: "settings from a server",
    },
    {
      packages: ["pkg:maven/com.netflix.archaius/archaius-core"],
      reason: "settings that change while running",
    },
    { packages: ["pkg:maven/io.smallrye.config/smallrye-config"], reason: "MicroProfile Config" },
    {
      packages: [
        "pkg:maven/io.github.cdimascio/dotenv-java",
        "pkg:maven/io.github.cdimascio/java-dotenv",
      ],
      reason: "settings of .env files",
    },
    {
      packages: ["pkg:maven/com.sksamuel.hoplite/hoplite-core"],
      reason: "typed settings for Kotlin",
    },
    { packages: ["pkg:golang/github.com/spf13/viper"], reason: "files, flags, environment" },
    {
      packages: ["pkg:golang/github.com/knadh/koanf", "pkg:golang/github.com/knadh/koanf/v2"],
      reason: "files, flags, environment",
    },
    {
      packages: ["pkg:golang/github.com/kelseyhightower/envconfig"],
      reason: "environment by struct tags",
    },
    {
      packages: ["pkg:golang/github.com/caarlos0/env", "pkg:golang/github.com/caarlos0/env/*"],
      reason: "environment by struct tags",
    },
    { packages: ["pkg:golang/github.com/joho/godotenv"], reason: "settings of .env files" },
    {
      packages: ["pkg:golang/github.com/ilyakaznacheev/cleanenv"],
      reason: "files and environment by struct tags",
    },
    {
      packages: ["pkg:golang/github.com/sethvargo/go-envconfig"],
      reason: "environment by struct tags",
    },
  ],
  absent: {},
};
