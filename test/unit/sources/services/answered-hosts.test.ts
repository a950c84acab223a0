import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answeredHosts } from "#sources/services/answered-hosts.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

/** `host/path` of what a railway's file answers at; weak ones in brackets. */
function answers(path: string, text: string): readonly string[] {
  const { services = [] } = answeredHosts.read({ path, text });
  return services.map(({ host = "", path: at, confidence }) => {
    const place = at === undefined ? host : `${host}/${at}`;
    return confidence === "high" ? place : `(${place})`;
  });
}

describe("Kubernetes", () => {
  it.each([
    [
      "an Ingress with paths",
      "kind: Ingress\nspec:\n  rules:\n    - host: api.railway.example\n      http:\n        paths:\n          - path: /stops\n            pathType: Prefix\n          - path: /fares/(.*)\n",
      ["api.railway.example", "api.railway.example/stops", "api.railway.example/fares"],
    ],
    [
      "an HTTPRoute",
      "kind: HTTPRoute\nspec:\n  hostnames:\n  - stops.railway.example\n  - 'old.stops.railway.example'\n",
      ["stops.railway.example", "old.stops.railway.example"],
    ],
    [
      "a VirtualService, not what it leads to",
      "kind: VirtualService\nspec:\n  hosts: [stops.railway.example]\n  http:\n  - route:\n    - destination:\n        host: engine.railway.example\n",
      ["stops.railway.example"],
    ],
    [
      "Traefik's rules",
      "kind: IngressRoute\nspec:\n  routes:\n    - match: Host(`stops.railway.example`) && PathPrefix(`/`)\n",
      ["stops.railway.example"],
    ],
    [
      "the name of a Service",
      "kind: Service\nmetadata:\n  labels: {}\n  name: stop-finder\nspec: {}\n",
      ["stop-finder"],
    ],
    [
      "a template that no parser reads",
      "kind: Ingress\nspec:\n  rules:\n  {{- if .Values.on }}\n  - host: stops.railway.example\n  - host: {{ .Values.host }}\n  {{- end }}\n",
      ["stops.railway.example"],
    ],
    ["a database", "kind: ConfigMap\ndata:\n  host: db.railway.example\n", []],
    ["somebody else's domain", "kind: Ingress\nspec:\n  rules:\n  - host: a.example.com\n", []],
  ])("%s", (_, text, expected) => {
    expect(answers("deploy/stops.yaml", text)).toEqual(expected);
  });
});

it("manifests of blanks cost no more than their length", () => {
  const blanks = `kind: Service\nmetadata:\n${`${" ".repeat(60)}\n`.repeat(40)}`;
  const started = processorMilliseconds();
  answers("deploy/stops.yaml", blanks.repeat(3) + "\n".repeat(5_000));
  expect(processorMilliseconds() - started).toBeLessThan(4_000);
});

describe("values of charts", () => {
  it.each([
    ["generic-service:\n  ingress:\n    host: stops.railway.example\n", ["stops.railway.example"]],
    [
      "ingress:\n  hosts:\n    - host: stops.railway.example\n      paths: []\n    - fares.railway.example\n",
      ["stops.railway.example", "fares.railway.example"],
    ],
    ["ingress:\n  hosts:\n    - name: stops.railway.example\n", ["stops.railway.example"]],
    ["postgresql:\n  ingress:\n    host: db.railway.example\n", []],
    ["database:\n  host: db.railway.example\n", []],
    ["env:\n  ingress:\n    host: stops.railway.example\n", []],
    ["# ingress:\n#   host: stops.railway.example\n", []],
  ])("%s", (text, expected) => {
    expect(answers("helm/values-prod.yaml", text)).toEqual(expected);
  });
});

describe("Terraform", () => {
  it.each([
    [
      'module "stops" {\n  external_hostname = "stops.railway.example"\n}',
      ["stops.railway.example"],
    ],
    [
      'resource "aws_cloudfront_distribution" "a" {\n  aliases = [\n    "stops.railway.example",\n    "fares.railway.example",\n  ]\n  origin {\n    domain_name = "engine.railway.example"\n  }\n}',
      ["stops.railway.example", "fares.railway.example"],
    ],
    [
      'resource "aws_route53_record" "a" {\n  name = "stops.railway.example"\n}',
      ["stops.railway.example"],
    ],
    ['resource "aws_s3_bucket" "a" {\n  bucket = "x"\n  name = "stops.railway.example"\n}', []],
    ['data "aws_route53_zone" "a" {\n  domain_name = "stops.railway.example"\n}', []],
    ['resource "aws_api_gateway_domain_name" "a" {\n  domain_name = "stops.${var.zone}"\n}', []],
    ['module "a" {\n  env_vars = {\n    api_host = "stops.railway.example"\n  }\n}', []],
  ])("%s", (text, expected) => {
    expect(answers("infra/main.tf", text)).toEqual(expected);
  });
});

describe("other places", () => {
  it.each([
    ["CNAME", "stops.railway.example\n", ["stops.railway.example"]],
    [
      "openapi.yaml",
      "openapi: 3.0.0\nservers:\n  - url: https://api.railway.example/stops/v1\npaths: {}\n",
      ["(api.railway.example/stops)"],
    ],
    [
      "openapi.json",
      '{"openapi":"3.0.0","servers":[{"url":"https://api.railway.example/stops"}]}',
      ["(api.railway.example/stops)"],
    ],
    ["fly.toml", 'app = "stop-finder"\n', ["stop-finder.fly.dev"]],
    [
      ".github/workflows/deploy.yml",
      "jobs:\n  a:\n    with:\n      heroku_app_name: stop-finder\n",
      ["stop-finder.herokuapp.com"],
    ],
  ])("%s", (path, text, expected) => {
    expect(answeredHosts.detect(path)).toBe("head");
    expect(answers(path, text)).toEqual(expected);
  });

  it.each(["test/ingress.yaml", "examples/main.tf", "locales/en.yml", "vendor/a/values.yaml"])(
    "%s is not read",
    (path) => {
      expect(answeredHosts.detect(path)).toBe("none");
    },
  );

  it("any text is read, and no more than 200 hosts are kept", () => {
    const lines = fc.constantFrom(
      "kind: Ingress",
      "  hosts:",
      "- host: a.b.example",
      "  - [",
      "}",
      'name = "a.b.c"',
      "---",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.string({ maxLength: 8 }))), (parts) => {
        for (const path of ["a.yaml", "a.tf"]) answers(path, parts.join("\n"));
      }),
      { numRuns: 50 },
    );
    const many = Array.from({ length: 300 }, (_, n) => `  - a${String(n)}.railway.example`);
    expect(answers("a.yaml", `kind: Ingress\nhosts:\n${many.join("\n")}`)).toHaveLength(200);
  });
});
