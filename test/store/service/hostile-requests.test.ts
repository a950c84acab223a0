import { request as ask, type IncomingMessage } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { sampleReport } from "#fixtures/sample-report.ts";
import { startService, type RunningService } from "./shared-service.ts";

const schemaShape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
const operationShape = z.looseObject({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), schema: z.unknown() }).loose())
    .default([]),
  requestBody: z
    .object({ content: z.object({ "application/json": z.object({ schema: z.unknown() }) }) })
    .optional(),
});
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

interface Operation extends z.infer<typeof operationShape> {
  readonly method: string;
  readonly path: string;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

/** More of them are asked before a release: FULCRUM_HOSTILE_REQUESTS=400, with another seed. */
const { FULCRUM_HOSTILE_REQUESTS: wish = "24", FULCRUM_HOSTILE_SEED: seed = "17" } = process.env;
const requestsOfEach = Number(wish);
const hostile = fc.oneof(
  fc.constantFrom(
    "bakery",
    "'; drop table assessment; --",
    '" or 1=1; delete from assessment_item; --',
    "$1::int",
    "\\x00",
    "\u0000",
    "\u001b[2J",
    "\ud800",
    "../../../../etc/passwd",
    "..",
    "file:///etc/passwd",
    "https://169.254.169.254/latest",
    "ext::sh -c id",
    "--upload-pack=id",
    "__proto__",
    "constructor",
    "NaN",
    "-1",
    "1e308",
    "9223372036854775808",
    "0001-01-01",
    "275760-09-14T00:00:00Z",
    "%",
    "",
    "00000000-0000-0000-0000-000000000000",
    "a".repeat(3_000),
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const anything = fc.oneof(
  hostile,
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 63, 0.1, [], {}, [[[[]]]]),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Mostly what the schema wants, with hostile text where it takes text; now and then something else. */
function valueOf(schema: unknown, depth = 0): fc.Arbitrary<unknown> {
  const parsed = schemaShape.safeParse(schema);
  if (!parsed.success || depth > 4) return anything;
  const { type, enum: words, properties, items, anyOf, oneOf } = parsed.data;
  const several = anyOf ?? oneOf;
  const kind = Array.isArray(type) ? type[0] : type;
  const wanted = (): fc.Arbitrary<unknown> => {
    if (words !== undefined) return fc.constantFrom(...words);
    if (several !== undefined && several.length > 0)
      return fc.oneof(...several.map((one) => valueOf(one, depth + 1)));
    if (properties !== undefined)
      return fc.record(
        Object.fromEntries(
          Object.entries(properties).map(([name, one]) => [name, valueOf(one, depth + 1)]),
        ),
        { requiredKeys: [] },
      );
    if (kind === "array") return fc.array(valueOf(items, depth + 1), { maxLength: 3 });
    if (kind === "integer") return fc.oneof(fc.integer(), fc.maxSafeInteger());
    if (kind === "number") return fc.double();
    if (kind === "boolean") return fc.boolean();
    return hostile;
  };
  return fc.oneof({ weight: 5, arbitrary: wanted() }, { weight: 1, arbitrary: anything });
}

/** As it goes over the line: a half of a pair of surrogates is none. */
const encoded = (value: unknown): string =>
  encodeURIComponent(
    Buffer.from(typeof value === "string" ? value : JSON.stringify(value), "utf8").toString("utf8"),
  );

/** By name of a parameter, what there is: with it a request comes behind the checks of all others. */
const real = new Map<string, string>([
  ["organisation", "bakery"],
  ["section", "consumptions"],
  ["q", "bak"],
]);

/** One value of each request is hostile, the others are real or left out; at times all are anything. */
function requestOf({ method, path, parameters, requestBody }: Operation): fc.Arbitrary<Sent> {
  const places = parameters.filter((one) => one.in === "path" || one.in === "query");
  const schema = requestBody?.content["application/json"].schema;
  return fc
    .record({
      values: fc.tuple(...places.map((one) => fc.option(valueOf(one.schema), { freq: 4 }))),
      aim: fc.option(fc.nat({ max: places.length }), { freq: 4 }),
      json: schema === undefined ? fc.constant(null) : valueOf(schema),
      cut: fc.boolean(),
      header: hostile,
    })
    .map(({ values, aim, json, cut, header }) => {
      const query: string[] = [];
      let filled = path;
      for (const [at, { name, in: place }] of places.entries()) {
        const value = aim === null || aim === at ? (values[at] ?? null) : (real.get(name) ?? null);
        if (place === "path")
          filled = filled.replace(`{${name}}`, () => encoded(value ?? "bakery"));
        else if (value !== null) query.push(`${encodeURIComponent(name)}=${encoded(value)}`);
      }
      const text = schema === undefined ? null : JSON.stringify(json);
      const safeHeader = header.replaceAll(/[^\t -~]/g, "?").slice(0, 2_000);
      return {
        method,
        path: query.length === 0 ? filled : `${filled}?${query.join("&")}`,
        headers: {
          "content-type": "application/json",
          "if-none-match": safeHeader,
          "idempotency-key": safeHeader,
          "last-event-id": safeHeader,
          "x-request-id": safeHeader,
        },
        body: cut && text !== null && text.length > 40 ? text.slice(0, -1) : text,
      };
    });
}

let service: RunningService;
let operations: Operation[] = [];
beforeAll(async () => {
  service = await startService();
  for (const slug of ["bakery", "canary"])
    await service.ask(`/api/v1/organisations/${slug}/assessments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(sampleReport()),
    });
  const { body } = await service.ask<{
    items: { key: string; item: { evidenceIds: string[] } }[];
  }>("/api/v1/organisations/bakery/sections/consumptions/items?limit=1");
  real.set("key", body.items[0]?.key ?? "");
  real.set("ids", body.items[0]?.item.evidenceIds[0] ?? "");
  const named = "/api/v1/organisations/bakery/catalog/entities";
  const entities = (
    await service.ask<
      { kind: string; metadata: { uid: string; namespace: string; name: string } }[]
    >(named)
  ).body;
  const entity = entities.find(({ kind }) => kind === "Component");
  for (const [name, value] of Object.entries({ kind: "component", ...entity?.metadata }))
    if (typeof value === "string") real.set(name, value);
  const stated = await service.ask<{ id: string }>("/api/v1/organisations/bakery/declared", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      kind: "outcome",
      statement: {
        component: "till",
        metric: "nps",
        date: "2026-01-01",
        value: 12,
        unit: "points",
        source: "survey",
      },
      reason: "counted",
    }),
  });
  real.set("id", stated.body.id);
  const { paths } = documentShape.parse((await service.ask("/api/v1/openapi.json")).body);
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operationShape.parse(operation),
      method: method.toUpperCase(),
      path,
    })),
  );
});
afterAll(() => service.stop());

/** Its status; a stream is not waited for. */
function statusOf({ method, path, headers, body }: Sent): Promise<number> {
  const { hostname: host, port } = new URL(service.address);
  return new Promise((resolve, reject) => {
    const request = ask({ host, port, method, path, headers }, (answer: IncomingMessage) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    request.once("error", reject);
    request.end(body ?? undefined);
  });
}

/** What nobody named, and which tables there are. */
async function untouched(): Promise<unknown> {
  const { text } = await service.ask("/api/v1/organisations/canary");
  const tables = await service.database.query(
    "select table_schema, table_name from information_schema.tables order by 1, 2",
  );
  return { text, tables };
}

test(
  "whatever is said to any route of the API's document, it is answered, and nothing of it is executed",
  async () => {
    expect(operations.length).toBeGreaterThan(20);
    const before = await untouched();
    const failed: unknown[] = [];
    const reached = new Set<string>();
    let asked = 0;
    for (const operation of operations)
      for (const sent of fc.sample(requestOf(operation), {
        numRuns: requestsOfEach,
        seed: Number(seed),
      })) {
        const status = await statusOf(sent);
        asked++;
        if (status === 200) reached.add(`${operation.method} ${operation.path}`);
        if (status < 200 || status >= 500) failed.push({ status, ...sent });
      }
    expect(failed).toEqual([]);
    // Behind what a request is checked for: with real names, and hostile text beside them.
    const reads = operations.filter(
      ({ method, path }) => method === "GET" && path.includes("{organisation}"),
    );
    expect(reads.length).toBeGreaterThan(7);
    expect(reads.map(({ path }) => path).filter((path) => !reached.has(`GET ${path}`))).toEqual([]);
    expect(asked).toBe(operations.length * requestsOfEach);
    expect(await untouched()).toEqual(before);
  },
  100_000 + requestsOfEach * 2_000,
);
