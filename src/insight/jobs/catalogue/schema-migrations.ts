import type { Job } from "../job.ts";

export const schemaMigrations: Job = {
  id: "schema-migrations",
  title: "Schema migrations",
  definition: "Changes the tables of a database step by step, with a record of what was done.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/umzug", "pkg:npm/sequelize-cli"], reason: "steps in code" },
    {
      packages: ["pkg:npm/db-migrate", "pkg:npm/db-migrate-pg", "pkg:npm/db-migrate-mysql"],
      reason: "steps in code or SQL",
    },
    { packages: ["pkg:npm/node-pg-migrate"], reason: "steps for PostgreSQL" },
    { packages: ["pkg:npm/postgres-migrations"], reason: "steps in SQL" },
    { packages: ["pkg:npm/migrate-mongo"], reason: "steps for MongoDB" },
    { packages: ["pkg:npm/node-flywaydb"], reason: "Flyway" },
    { packages: ["pkg:gem/standalone_migrations"], reason: "Active Record's steps without Rails" },
    { packages: ["pkg:gem/mongoid_rails_migrations"], reason: "steps for MongoDB" },
    { packages: ["pkg:gem/ridgepole"], reason: "tables as they shall be" },
    { packages: ["pkg:pypi/alembic", "pkg:pypi/flask-migrate"], reason: "steps of SQLAlchemy" },
    { packages: ["pkg:pypi/yoyo-migrations"], reason: "steps in SQL or code" },
    { packages: ["pkg:pypi/aerich"], reason: "steps of Tortoise" },
    { packages: ["pkg:pypi/south"], reason: "steps of Django before 1.7" },
    {
      packages: [
        "pkg:maven/org.flywaydb/flyway-core",
        "pkg:maven/org.flywaydb/flyway-maven-plugin",
        "pkg:maven/org.flywaydb/flyway-database-postgresql",
      ],
      reason: "steps in SQL",
    },
    {
      packages: [
        "pkg:maven/org.liquibase/liquibase-core",
        "pkg:maven/org.liquibase/liquibase-maven-plugin",
      ],
      reason: "steps in XML, YAML or SQL",
    },
    { packages: ["pkg:maven/org.mybatis/mybatis-migrations"], reason: "steps in SQL" },
    {
      packages: [
        "pkg:golang/github.com/golang-migrate/migrate",
        "pkg:golang/github.com/golang-migrate/migrate/v4",
      ],
      reason: "steps in SQL",
    },
    {
      packages: ["pkg:golang/github.com/pressly/goose", "pkg:golang/github.com/pressly/goose/v3"],
      reason: "steps in SQL or code",
    },
    { packages: ["pkg:golang/ariga.io/atlas"], reason: "tables as they shall be" },
    { packages: ["pkg:golang/github.com/rubenv/sql-migrate"], reason: "steps in SQL" },
    {
      packages: ["pkg:golang/github.com/jackc/tern", "pkg:golang/github.com/jackc/tern/v2"],
      reason: "steps for PostgreSQL",
    },
    {
      packages: [
        "pkg:golang/github.com/amacneil/dbmate",
        "pkg:golang/github.com/amacneil/dbmate/v2",
      ],
      reason: "steps in SQL",
    },
    { packages: ["pkg:golang/github.com/go-gormigrate/gormigrate/v2"], reason: "steps of GORM" },
  ],
  absent: {},
};
