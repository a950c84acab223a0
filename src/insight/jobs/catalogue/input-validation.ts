import type { Job } from "../job.ts";

export const inputValidation: Job = {
  id: "input-validation",
  title: "Input validation",
  definition: "Checks and shapes input against rules that are written in code.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/zod"], reason: "schemas that infer types" },
    { packages: ["pkg:npm/joi", "pkg:npm/%40hapi/joi"], reason: "schemas as chained rules" },
    { packages: ["pkg:npm/yup"], reason: "schemas for forms" },
    { packages: ["pkg:npm/valibot"], reason: "small modular schemas" },
    { packages: ["pkg:npm/superstruct"], reason: "composable schemas" },
    { packages: ["pkg:npm/io-ts"], reason: "decoders with fp-ts" },
    { packages: ["pkg:npm/class-validator"], reason: "decorators on classes" },
    { packages: ["pkg:npm/validator", "pkg:npm/express-validator"], reason: "checks of strings" },
    { packages: ["pkg:npm/runtypes"], reason: "composable runtime types" },
    { packages: ["pkg:npm/%40sinclair/typebox"], reason: "JSON Schema that infers types" },
    { packages: ["pkg:npm/arktype"], reason: "types written as text" },
    { packages: ["pkg:gem/dry-validation", "pkg:gem/dry-schema"], reason: "contracts and schemas" },
    { packages: ["pkg:gem/dry-struct", "pkg:gem/dry-types"], reason: "typed structures" },
    { packages: ["pkg:gem/reform"], reason: "form objects" },
    { packages: ["pkg:gem/active_interaction"], reason: "typed inputs of operations" },
    { packages: ["pkg:gem/virtus"], reason: "typed attributes, discontinued" },
    { packages: ["pkg:pypi/pydantic"], reason: "models from type hints" },
    {
      packages: [
        "pkg:pypi/marshmallow",
        "pkg:pypi/marshmallow-sqlalchemy",
        "pkg:pypi/flask-marshmallow",
      ],
      reason: "schemas that load and dump",
    },
    { packages: ["pkg:pypi/cerberus"], reason: "rules as dictionaries" },
    { packages: ["pkg:pypi/voluptuous"], reason: "rules as Python data" },
    { packages: ["pkg:pypi/schema"], reason: "rules as Python data" },
    { packages: ["pkg:pypi/msgspec"], reason: "typed decoding" },
    { packages: ["pkg:pypi/wtforms", "pkg:pypi/flask-wtf"], reason: "forms" },
    {
      packages: [
        "pkg:maven/org.hibernate.validator/hibernate-validator",
        "pkg:maven/org.hibernate/hibernate-validator",
        "pkg:maven/org.springframework.boot/spring-boot-starter-validation",
      ],
      reason: "reference of Jakarta Validation",
    },
    { packages: ["pkg:maven/org.apache.bval/bval-jsr"], reason: "Jakarta Validation of Apache" },
    { packages: ["pkg:maven/commons-validator/commons-validator"], reason: "checks of strings" },
    { packages: ["pkg:maven/am.ik.yavi/yavi"], reason: "rules as lambdas" },
    {
      packages: [
        "pkg:golang/github.com/go-playground/validator",
        "pkg:golang/github.com/go-playground/validator/v10",
        "pkg:golang/gopkg.in/go-playground/validator.v9",
      ],
      reason: "struct tags",
    },
    {
      packages: [
        "pkg:golang/github.com/go-ozzo/ozzo-validation",
        "pkg:golang/github.com/go-ozzo/ozzo-validation/v4",
      ],
      reason: "rules in code",
    },
    {
      packages: ["pkg:golang/github.com/asaskevich/govalidator"],
      reason: "struct tags and checks of strings",
    },
    { packages: ["pkg:golang/github.com/gookit/validate"], reason: "rules for structs and maps" },
    { packages: ["pkg:golang/github.com/thedevsaddam/govalidator"], reason: "rules after Laravel" },
  ],
  absent: {},
};
