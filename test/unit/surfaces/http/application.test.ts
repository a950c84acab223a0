import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { accessInMemory } from "#fixtures/access-in-memory.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import { AccessControl } from "#surfaces/http/access/access-control.ts";
import { createApplication } from "#surfaces/http/application.ts";
import { Metrics } from "#surfaces/http/metrics/metrics.ts";
import { openApiDocument } from "#surfaces/http/open-api.ts";
import { defineRoute, type RouteGroup } from "#surfaces/http/route.ts";
import type { ServiceContext } from "#surfaces/http/service-context.ts";
import type { LogEntry } from "#surfaces/http/service-log.ts";

const loaf = z.object({ name: z.string().max(20), weight: z.int() }).meta({ id: "Loaf" });
let made = 0;

const bakery: RouteGroup = {
  name: "Loaves",
  routes: [
    defineRoute({
      method: "get",
      path: "/loaves/{name}",
      permission: "see-health",
      summary: "One loaf",
      params: z.object({ name: z.string().regex(/^[a-z]{1,20}$/) }),
      query: z.object({ slices: z.array(z.string()).optional() }),
      answers: { 200: { description: "It.", schema: loaf } },
      answer: async (_, { params: { name }, query: { slices = [] } }) => ({
        body: { name, weight: 500, slices },
      }),
    }),
    defineRoute({
      method: "post",
      path: "/loaves",
      permission: "see-health",
      summary: "Bakes one",
      body: loaf,
      mostBytes: 100,
      answers: { 201: { description: "Baked.", schema: loaf } },
      answer: async (_, { body }) => ({ status: 201, body }),
    }),
    defineRoute({
      method: "get",
      path: "/recipes",
      permission: "see-health",
      summary: "Long, and made once a version",
      answers: { 200: { description: "All.", schema: z.object({ text: z.string() }) } },
      answer: async () => ({
        version: "3",
        body: async () => {
          made++;
          return { text: "flour ".repeat(1_000) };
        },
      }),
    }),
    defineRoute({
      method: "get",
      path: "/burnt",
      permission: "see-health",
      summary: "Fails",
      answers: { 200: { description: "Never.", schema: loaf } },
      answer: () => Promise.reject(new Error("the password is hunter2")),
    }),
  ],
};

function service() {
  const logged: LogEntry[] = [];
  const metrics = new Metrics();
  const unused = (): never => {
    throw new Error("no route of this test asks the database");
  };
  const database: ServiceDatabase = {
    state: unused,
    migrate: unused,
    assessments: unused,
    access: unused,
    jobs: unused,
    organisations: unused,
    connections: unused,
    gone: new AbortController().signal,
    inbox: unused,
    declaredFacts: unused,
    retention: unused,
    care: unused,
    close: unused,
  };
  const clock = { now: () => 0 };
  const access = accessInMemory();
  const control = new AccessControl({
    clock,
    access,
    ways: { isOpen: true, session: { idleMs: 0, longestMs: 0 }, signIn: null },
    ownAddress: () => ({ host: "127.0.0.1", port: 4711 }),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no route of this test asks a store
  const noStores = {} as Pick<
    ServiceContext,
    "assessments" | "organisations" | "jobs" | "inbox" | "facts"
  >;
  const answer = createApplication(
    {
      clock,
      version: "9.9",
      database,
      access,
      control,
      signIn: null,
      ...noStores,
      rules: { folders: [], hosts: [], privateHosts: [] },
      secrets: {},
      stopping: new AbortController().signal,
      metrics,
      log: (one) => logged.push(one),
    },
    [bakery],
  );
  const ask = (path: string, { headers, ...init }: RequestInit = {}) =>
    answer(
      new Request(`http://localhost:4711${path}`, {
        ...init,
        headers: { host: "localhost:4711", ...(headers as Record<string, string> | undefined) },
      }),
    );
  return { ask, logged, metrics };
}

async function problem(response: Response): Promise<{ code: string; next: string }> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return (await response.json()) as { code: string; next: string };
}

describe("a request", () => {
  test("is answered with an ETag, and with 304 to who has it", async () => {
    const { ask } = service();
    const first = await ask("/loaves/rye?slices=one&slices=two");
    expect(await first.json()).toEqual({ name: "rye", weight: 500, slices: ["one", "two"] });
    const etag = first.headers.get("etag") ?? "";
    const headers = { "if-none-match": `"other", ${etag}` };
    const again = await ask("/loaves/rye?slices=one&slices=two", { headers });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await ask("/loaves/bun", { headers })).status).toBe(200);
  });

  test("for what has a version makes nothing for who has it, and packs what is long", async () => {
    const { ask } = service();
    made = 0;
    const packed = await ask("/recipes", { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    const text = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString("utf8");
    expect(JSON.parse(text)).toEqual({ text: "flour ".repeat(1_000) });
    const etag = packed.headers.get("etag") ?? "";
    const known = await ask("/recipes", { headers: { "if-none-match": etag } });
    expect([known.status, made]).toEqual([304, 1]);
    const plain = await ask("/recipes", { headers: { "accept-encoding": "gzip;q=0" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
  });

  test.each([
    ["evil.example:4711", 421],
    ["localhost:4712", 421],
    ["127.0.0.1.evil.example:4711", 421],
    ["", 421],
    ["[::1]:4711", 200],
    ["127.0.0.1:4711", 200],
  ])("that names the host %j gets %i", async (host, status) => {
    const { ask } = service();
    expect((await ask("/loaves/rye", { headers: { host } })).status).toBe(status);
  });

  const baking = {
    method: "POST",
    body: JSON.stringify({ name: "rye", weight: 1 }),
    headers: { "content-type": "application/json" },
  };
  test.each([
    [{}, 201],
    [{ origin: "http://localhost:4711", "sec-fetch-site": "same-origin" }, 201],
    [{ origin: "http://evil.example" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "content-type": "text/plain" }, 415],
    [{ "content-length": "5000" }, 413],
  ])("that changes something, with %j, gets %i", async (headers, status) => {
    const { ask } = service();
    const response = await ask("/loaves", {
      ...baking,
      headers: { ...baking.headers, ...headers },
    });
    expect(response.status).toBe(status);
  });

  test("is refused where it is too large whatever it says of itself, no JSON, or not as its schema has it", async () => {
    const { ask } = service();
    const refusedWith = async (body: string) =>
      (await problem(await ask("/loaves", { ...baking, body }))).code;
    expect(await refusedWith(`"${"x".repeat(200)}"`)).toBe("too-large");
    expect(await refusedWith("{")).toBe("malformed-request");
    expect(await refusedWith('{"name":"rye","weight":"much"}')).toBe("malformed-request");
  });

  test("for nothing, by a method that is not taken, or with a name nobody knows says what to do", async () => {
    const { ask } = service();
    expect((await problem(await ask("/cakes"))).code).toBe("not-found");
    expect((await problem(await ask("/loaves/../etc"))).code).toBe("not-found");
    expect((await problem(await ask("/loaves/%00"))).code).toBe("not-found");
    const wrong = await ask("/recipes", { method: "DELETE" });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET"]);
    const query = await problem(await ask("/loaves/rye?size=1"));
    expect(query).toMatchObject({ code: "malformed-request", next: expect.any(String) });
  });

  test("that fails inside tells nothing of it but in the log, under one number", async () => {
    const { ask, logged, metrics } = service();
    const response = await ask("/burnt", { headers: { "x-request-id": "order-7" } });
    const text = await response.text();
    expect(text).not.toContain("hunter2");
    expect(JSON.parse(text)).toMatchObject({ code: "unexpected", requestId: "order-7" });
    expect(response.headers.get("x-request-id")).toBe("order-7");
    expect(logged[0]).toMatchObject({ level: "error", about: { requestId: "order-7" } });
    expect(JSON.stringify(logged)).toContain("hunter2");
    expect(metrics.text([], "openmetrics")).toContain(
      'fulcrum_http_requests_total{route="/burnt",method="GET",status="500"} 1',
    );
  });
});

test("the document of the API has each route with its permission, schemas and problems", () => {
  const document = openApiDocument([bakery], "9.9") as {
    openapi: string;
    paths: Record<string, Record<string, { "x-permission": string; responses: object }>>;
  };
  expect(document.openapi).toBe("3.1.0");
  const bake = document.paths["/loaves"]?.["post"];
  expect(bake?.["x-permission"]).toBe("see-health");
  expect(Object.keys(bake?.responses ?? {})).toEqual(
    expect.arrayContaining(["201", "400", "403", "413", "415", "421", "500", "503"]),
  );
});
