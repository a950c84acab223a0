import { parseJson } from "#kernel/json-text.ts";
import type { FileFacts } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource, SourceFile } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { entriesOf, field, textOf } from "../untrusted-value.ts";
import { readYamlDocuments } from "../yaml-documents.ts";

const descriptionPath =
  /(?:^|\/)(?:[\w.-]{0,80}[-_.])?(?:openapi|swagger|asyncapi)(?:[-_.][\w.-]{0,80})?\.(?:ya?ml|json)$/i;
const protoPath = /\.proto$/;
const graphqlPath = /\.(?:graphql|graphqls|gql)$/;
const maximumEndpoints = 1_000;
const verbs = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/**
 * API descriptions at HEAD: OpenAPI and Swagger, AsyncAPI, Protocol Buffers services, GraphQL schemas. Endpoints read
 * `GET /loaves/{id}`, `publish orders`, `Oven.Bake`, `Query.loaf`.
 */
export const contracts: FileSource = {
  id: "contracts",
  version: 2,
  endings: ["yml", "yaml", "json", "proto", "graphql", "graphqls", "gql"],
  detect: (path) =>
    (descriptionPath.test(path) || protoPath.test(path) || graphqlPath.test(path)) &&
    !isForeignPath(path) &&
    (!isTestPath(path) || /(?:^|\/)docs?\//.test(path))
      ? "head"
      : "none",
  read: (file) => {
    if (protoPath.test(file.path)) return factsOf("Protocol Buffers", protoEndpoints(file.text));
    if (graphqlPath.test(file.path)) return factsOf("GraphQL", graphqlEndpoints(file.text));
    return description(file);
  },
};

function factsOf(format: string, endpoints: readonly string[]): FileFacts {
  if (endpoints.length === 0) return {};
  const names = [...new Set(endpoints)].slice(0, maximumEndpoints);
  return {
    exports: { unit: "endpoints", names },
    surface: [{ mark: "api-contract", text: format, count: names.length }],
  };
}

function description({ path, text }: SourceFile): FileFacts {
  let value: unknown;
  let problems: FileFacts["problems"] = [];
  if (/\.json$/i.test(path)) {
    try {
      value = parseJson(text);
    } catch {
      return { problems: [{ code: "invalid", text: "Not a JSON document" }] };
    }
  } else {
    const read = readYamlDocuments(text);
    value = read.documents[0]?.value;
    problems = read.problems;
  }
  const facts = endpointsOf(value);
  return problems.length === 0 ? facts : { ...facts, problems };
}

function endpointsOf(value: unknown): FileFacts {
  if (textOf(field(value, "openapi") ?? field(value, "swagger")) !== null) {
    const format = field(value, "openapi") === undefined ? "Swagger" : "OpenAPI";
    const endpoints = entriesOf(field(value, "paths")).flatMap(([path, item]) =>
      entriesOf(item).flatMap(([verb]) =>
        verbs.has(verb.toLowerCase()) ? [`${verb.toUpperCase()} ${path.slice(0, 200)}`] : [],
      ),
    );
    return forOthers(factsOf(format, endpoints), value);
  }
  if (textOf(field(value, "asyncapi")) === null) return {};
  const endpoints = entriesOf(field(value, "channels")).flatMap(([channel, item]) => {
    const actions = ["publish", "subscribe"].filter((action) => field(item, action) !== undefined);
    const name = channel.slice(0, 200);
    return actions.length === 0 ? [name] : actions.map((action) => `${action} ${name}`);
  });
  return forOthers(factsOf("AsyncAPI", endpoints), value);
}

/** `x-audience` of the RESTful API Guidelines of Zalando (rule 219): whom the provider means to serve. */
function forOthers(facts: FileFacts, value: unknown): FileFacts {
  const audience = textOf(field(value, "info", "x-audience"));
  if (audience === null || !/^external-(?:partner|public)$/.test(audience)) return facts;
  return {
    ...facts,
    surface: [...(facts.surface ?? []), { mark: "outside-contract", text: audience, count: 1 }],
  };
}

/** Services and their methods; braces of options inside a method do not end the service, since only names are looked for. */
function protoEndpoints(text: string): readonly string[] {
  const endpoints: string[] = [];
  let service = "";
  for (const [, named, method] of text.matchAll(
    /^\s{0,20}(?:service\s{1,10}(\w{1,100})|rpc\s{1,10}(\w{1,100}))/gm,
  )) {
    if (named !== undefined) service = named;
    else if (endpoints.length < maximumEndpoints) endpoints.push(`${service}.${method ?? ""}`);
  }
  return endpoints;
}

/** Fields of the root types; client-side documents (`query { … }`) define no type and give none. */
function graphqlEndpoints(text: string): readonly string[] {
  const endpoints: string[] = [];
  let root: string | null = null;
  let depth = 0;
  for (const raw of text.split("\n")) {
    const [line = ""] = raw.split("#", 1);
    root ??=
      /^\s{0,20}(?:extend\s{1,10})?type\s{1,10}(Query|Mutation|Subscription)\b/.exec(line)?.[1] ??
      null;
    const name = depth === 1 ? /^\s{0,40}(\w{1,100})\s{0,10}[(:]/.exec(line)?.[1] : undefined;
    if (root !== null && name !== undefined && endpoints.length < maximumEndpoints)
      endpoints.push(`${root}.${name}`);
    // Parentheses count too: arguments over several lines are not fields.
    for (const [bracket] of line.matchAll(/[{}()]/g))
      depth += bracket === "{" || bracket === "(" ? 1 : -1;
    if (depth <= 0) {
      depth = 0;
      if (line.includes("}")) root = null;
    }
  }
  return endpoints;
}
