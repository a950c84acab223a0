import type { Job } from "../job.ts";

export const orm: Job = {
  id: "orm",
  title: "Relational database access",
  definition: "Reads and writes a relational database as objects or built queries.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/sequelize", "pkg:npm/sequelize-typescript"], reason: "active records" },
    {
      packages: ["pkg:npm/typeorm", "pkg:npm/%40nestjs/typeorm"],
      reason: "records and repositories",
    },
    {
      packages: ["pkg:npm/%40prisma/client", "pkg:npm/prisma"],
      reason: "client generated from a schema",
    },
    { packages: ["pkg:npm/knex"], reason: "query builder" },
    { packages: ["pkg:npm/objection"], reason: "models on Knex" },
    { packages: ["pkg:npm/bookshelf"], reason: "models on Knex" },
    { packages: ["pkg:npm/drizzle-orm", "pkg:npm/drizzle-kit"], reason: "typed queries" },
    { packages: ["pkg:npm/kysely"], reason: "typed query builder" },
    { packages: ["pkg:npm/%40mikro-orm/core", "pkg:npm/%40mikro-orm/*"], reason: "unit of work" },
    { packages: ["pkg:npm/waterline"], reason: "several stores" },
    { packages: ["pkg:npm/slonik"], reason: "written SQL, PostgreSQL" },
    { packages: ["pkg:npm/pg-promise"], reason: "written SQL, PostgreSQL" },
    { packages: ["pkg:gem/activerecord"], reason: "active records of Rails, used by name" },
    { packages: ["pkg:gem/sequel", "pkg:gem/sequel-rails"], reason: "datasets and models" },
    { packages: ["pkg:gem/rom-sql", "pkg:gem/rom"], reason: "mapped relations" },
    { packages: ["pkg:gem/dm-core", "pkg:gem/data_mapper"], reason: "DataMapper, discontinued" },
    { packages: ["pkg:gem/hanami-db", "pkg:gem/hanami-model"], reason: "persistence of Hanami" },
    {
      packages: [
        "pkg:pypi/sqlalchemy",
        "pkg:pypi/flask-sqlalchemy",
        "pkg:pypi/sqlmodel",
        "pkg:pypi/databases",
      ],
      reason: "unit of work and query builder",
    },
    { packages: ["pkg:pypi/peewee"], reason: "active records" },
    { packages: ["pkg:pypi/tortoise-orm"], reason: "active records with async functions" },
    { packages: ["pkg:pypi/pony"], reason: "queries as generators" },
    { packages: ["pkg:pypi/piccolo"], reason: "query builder with async functions" },
    { packages: ["pkg:pypi/sqlobject"], reason: "active records" },
    {
      packages: [
        "pkg:maven/org.hibernate/hibernate-core",
        "pkg:maven/org.hibernate.orm/hibernate-core",
        "pkg:maven/org.springframework.boot/spring-boot-starter-data-jpa",
        "pkg:maven/org.springframework.data/spring-data-jpa",
      ],
      reason: "Jakarta Persistence with Hibernate",
    },
    {
      packages: ["pkg:maven/org.eclipse.persistence/eclipselink"],
      reason: "Jakarta Persistence with EclipseLink",
    },
    {
      packages: [
        "pkg:maven/org.mybatis/mybatis",
        "pkg:maven/org.mybatis.spring.boot/mybatis-spring-boot-starter",
        "pkg:maven/com.baomidou/mybatis-plus-boot-starter",
      ],
      reason: "mapped SQL",
    },
    {
      packages: [
        "pkg:maven/org.jooq/jooq",
        "pkg:maven/org.springframework.boot/spring-boot-starter-jooq",
      ],
      reason: "typed SQL",
    },
    {
      packages: ["pkg:maven/org.jdbi/jdbi3-core", "pkg:maven/org.jdbi/jdbi"],
      reason: "written SQL",
    },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-jdbc",
        "pkg:maven/org.springframework/spring-jdbc",
      ],
      reason: "written SQL with templates",
    },
    {
      packages: ["pkg:maven/com.querydsl/querydsl-jpa", "pkg:maven/com.querydsl/querydsl-sql"],
      reason: "typed queries",
    },
    { packages: ["pkg:maven/org.jetbrains.exposed/exposed-core"], reason: "Kotlin" },
    { packages: ["pkg:maven/io.ebean/ebean"], reason: "active records" },
    {
      packages: ["pkg:golang/gorm.io/gorm", "pkg:golang/github.com/jinzhu/gorm"],
      reason: "models by reflection",
    },
    { packages: ["pkg:golang/entgo.io/ent"], reason: "generated from a schema" },
    { packages: ["pkg:golang/github.com/jmoiron/sqlx"], reason: "written SQL into structs" },
    {
      packages: [
        "pkg:golang/github.com/uptrace/bun",
        "pkg:golang/github.com/go-pg/pg",
        "pkg:golang/github.com/go-pg/pg/v10",
      ],
      reason: "Bun and its predecessor",
    },
    { packages: ["pkg:golang/github.com/masterminds/squirrel"], reason: "query builder" },
    {
      packages: ["pkg:golang/xorm.io/xorm", "pkg:golang/github.com/go-xorm/xorm"],
      reason: "models by reflection",
    },
    {
      packages: [
        "pkg:golang/github.com/volatiletech/sqlboiler",
        "pkg:golang/github.com/volatiletech/sqlboiler/v4",
      ],
      reason: "generated from the database",
    },
    {
      packages: ["pkg:golang/github.com/upper/db/v4", "pkg:golang/upper.io/db.v3"],
      reason: "sessions over several stores",
    },
    {
      packages: [
        "pkg:golang/github.com/doug-martin/goqu",
        "pkg:golang/github.com/doug-martin/goqu/v9",
      ],
      reason: "query builder",
    },
  ],
  absent: {},
};
