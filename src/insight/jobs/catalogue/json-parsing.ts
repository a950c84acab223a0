import type { Job } from "../job.ts";

export const jsonParsing: Job = {
  id: "json-parsing",
  title: "JSON parsing",
  definition: "Turns JSON into objects and back where more than the standard library is wanted.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:gem/oj"], reason: "parser in C" },
    { packages: ["pkg:gem/yajl-ruby"], reason: "parser on yajl" },
    { packages: ["pkg:gem/multi_json"], reason: "one interface, several parsers" },
    { packages: ["pkg:gem/json_pure"], reason: "parser in Ruby" },
    { packages: ["pkg:pypi/orjson"], reason: "written in Rust" },
    { packages: ["pkg:pypi/ujson"], reason: "written in C" },
    { packages: ["pkg:pypi/simplejson"], reason: "the standard library's parser, ahead of it" },
    { packages: ["pkg:pypi/python-rapidjson"], reason: "bindings of RapidJSON" },
    {
      packages: [
        "pkg:maven/com.fasterxml.jackson.core/jackson-databind",
        "pkg:maven/com.fasterxml.jackson.core/jackson-core",
        "pkg:maven/com.fasterxml.jackson.module/jackson-module-kotlin",
      ],
      reason: "Jackson",
    },
    { packages: ["pkg:maven/com.google.code.gson/gson"], reason: "Gson" },
    {
      packages: ["pkg:maven/com.alibaba/fastjson", "pkg:maven/com.alibaba.fastjson2/fastjson2"],
      reason: "Fastjson",
    },
    {
      packages: ["pkg:maven/com.squareup.moshi/moshi", "pkg:maven/com.squareup.moshi/moshi-kotlin"],
      reason: "Moshi",
    },
    { packages: ["pkg:maven/org.json/json"], reason: "the reference's small parser" },
    { packages: ["pkg:maven/com.googlecode.json-simple/json-simple"], reason: "small parser" },
    { packages: ["pkg:maven/org.jetbrains.kotlinx/kotlinx-serialization-json"], reason: "Kotlin" },
    {
      packages: [
        "pkg:maven/jakarta.json.bind/jakarta.json.bind-api",
        "pkg:maven/org.eclipse/yasson",
      ],
      reason: "Jakarta JSON Binding",
    },
    { packages: ["pkg:golang/github.com/json-iterator/go"], reason: "faster replacement" },
    { packages: ["pkg:golang/github.com/goccy/go-json"], reason: "faster replacement" },
    { packages: ["pkg:golang/github.com/mailru/easyjson"], reason: "generated code" },
    { packages: ["pkg:golang/github.com/bytedance/sonic"], reason: "just-in-time compiled" },
    { packages: ["pkg:golang/github.com/segmentio/encoding"], reason: "faster replacement" },
    {
      packages: ["pkg:golang/github.com/tidwall/gjson", "pkg:golang/github.com/tidwall/sjson"],
      reason: "paths into documents",
    },
  ],
  absent: { npm: "the language itself parses JSON" },
};
