import type { Job } from "../job.ts";

export const jsonSchema: Job = {
  id: "json-schema",
  title: "JSON Schema validation",
  definition: "Checks JSON documents against a JSON Schema.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/ajv",
        "pkg:npm/ajv-formats",
        "pkg:npm/ajv-keywords",
        "pkg:npm/ajv-errors",
      ],
      reason: "compiles schemas",
    },
    { packages: ["pkg:npm/jsonschema"], reason: "plain interpreter" },
    { packages: ["pkg:npm/tv4"], reason: "validator of draft 4" },
    { packages: ["pkg:npm/is-my-json-valid"], reason: "compiles schemas, old drafts" },
    { packages: ["pkg:npm/z-schema"], reason: "validator with asynchronous formats" },
    {
      packages: ["pkg:npm/%40hyperjump/json-schema", "pkg:npm/%40hyperjump/json-schema-core"],
      reason: "follows the newest drafts",
    },
    { packages: ["pkg:gem/json-schema"], reason: "validator of drafts 1 to 6" },
    { packages: ["pkg:gem/json_schemer"], reason: "follows the newest drafts" },
    { packages: ["pkg:gem/json_schema"], reason: "validator and hyper-schema of draft 4" },
    { packages: ["pkg:gem/rj_schema"], reason: "bindings of RapidJSON" },
    { packages: ["pkg:pypi/jsonschema"], reason: "reference of the drafts" },
    { packages: ["pkg:pypi/fastjsonschema"], reason: "compiles schemas" },
    { packages: ["pkg:pypi/jsonschema-rs"], reason: "written in Rust" },
    { packages: ["pkg:pypi/openapi-schema-validator"], reason: "JSON Schema as OpenAPI uses it" },
    { packages: ["pkg:maven/com.networknt/json-schema-validator"], reason: "validator on Jackson" },
    {
      packages: [
        "pkg:maven/com.github.erosb/everit-json-schema",
        "pkg:maven/org.everit.json/org.everit.json.schema",
      ],
      reason: "validator on org.json",
    },
    {
      packages: [
        "pkg:maven/com.github.java-json-tools/json-schema-validator",
        "pkg:maven/com.github.fge/json-schema-validator",
      ],
      reason: "validator of drafts 3 and 4",
    },
    { packages: ["pkg:maven/dev.harrel/json-schema"], reason: "without fixed JSON library" },
    {
      packages: ["pkg:golang/github.com/xeipuuv/gojsonschema"],
      reason: "validator of drafts 4 to 7",
    },
    {
      packages: [
        "pkg:golang/github.com/santhosh-tekuri/jsonschema",
        "pkg:golang/github.com/santhosh-tekuri/jsonschema/v5",
        "pkg:golang/github.com/santhosh-tekuri/jsonschema/v6",
      ],
      reason: "follows the newest drafts",
    },
    { packages: ["pkg:golang/github.com/qri-io/jsonschema"], reason: "validator of draft 7" },
    {
      packages: ["pkg:golang/github.com/kaptinlin/jsonschema"],
      reason: "validator of draft 2020-12",
    },
  ],
  absent: {},
};
