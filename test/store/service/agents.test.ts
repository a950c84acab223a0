import { request as httpRequest } from "node:http";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { LATEST_PROTOCOL_VERSION } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { ReportInMemory } from "#operations/answering/report-in-memory.ts";
import { createServer } from "#surfaces/mcp/create-server.ts";
import { resources } from "#surfaces/mcp/resources.ts";
import { tools } from "#surfaces/mcp/tools/index.ts";
import { startService, type RunningService } from "./shared-service.ts";

const report = sampleReport();
const path = "/mcp/bakery";
const headers = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
};
const ping = { jsonrpc: "2.0", id: 1, method: "ping" };

let service: RunningService;
const clients: Client[] = [];

beforeAll(async () => {
  service = await startService();
  const added = await service.ask("/api/v1/organisations/bakery/assessments", {
    method: "POST",
    headers,
    body: JSON.stringify(report),
  });
  expect(added.status).toBe(201);
});
afterAll(async () => {
  for (const client of clients) await client.close();
  await service.stop();
});

/** One question over HTTP, as every client of the protocol puts it. */
async function overHttp(method: string, params: object = {}): Promise<object> {
  const { status, body } = await send(JSON.stringify({ jsonrpc: "2.0", id: 7, method, params }), {
    "mcp-protocol-version": LATEST_PROTOCOL_VERSION,
  });
  expect([status, body["id"]]).toEqual([200, 7]);
  return body;
}

/** The same server, asked without HTTP, about the same report. */
async function inMemory(): Promise<Client> {
  const assessments = new ReportInMemory(report);
  const open = () =>
    Promise.resolve({ assessments, id: assessments.id, origin: null, path: "report.json" });
  const log = { warn: () => expect.unreachable("nothing is to be warned of") };
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1" });
  clients.push(client);
  await createServer({ open, tools, version: "9.9", log }).connect(theirs);
  await client.connect(ours);
  return client;
}

const send = (body: string, more: Record<string, string> = {}, to = path) =>
  service.ask(to, { method: "POST", headers: { ...headers, ...more }, body });

describe("an agent that asks the service over HTTP", () => {
  test("shakes hands, and is told the same tools and resources as over streams", async () => {
    const other = await inMemory();
    const hello = {
      protocolVersion: LATEST_PROTOCOL_VERSION,
      capabilities: {},
      clientInfo: { name: "test", version: "1" },
    };
    expect(await overHttp("initialize", hello)).toMatchObject({
      result: {
        protocolVersion: LATEST_PROTOCOL_VERSION,
        serverInfo: { name: other.getServerVersion()?.name },
        instructions: other.getInstructions(),
      },
    });
    expect(await overHttp("tools/list")).toMatchObject({ result: await other.listTools() });
    const listed = (await overHttp("resources/list")) as { result: { resources: unknown[] } };
    expect(listed.result.resources).toHaveLength(resources.length);
  });

  test("is given the same answers", async () => {
    const other = await inMemory();
    const questions = [
      { name: "overview", arguments: {} },
      { name: "signals", arguments: {} },
      { name: "find", arguments: { text: "a" } },
      { name: "describe", arguments: { name: "nothing has this name" } },
      { name: "find", arguments: { unheard: "of" } },
    ];
    for (const question of questions) {
      const { result } = (await overHttp("tools/call", question)) as { result: object };
      expect(result).toEqual(await other.callTool(question));
      expect(JSON.stringify(result).length).toBeGreaterThan(100);
    }
    for (const { uri } of resources.slice(0, 3))
      expect(await overHttp("resources/read", { uri })).toMatchObject({
        result: await other.readResource({ uri }),
      });
    expect(await overHttp("tools/call", { name: "no such tool" })).toMatchObject({
      error: { message: expect.stringContaining("There is no tool") },
    });
  });

  test("needs no session, and a message that asks for nothing is taken", async () => {
    const asked = await send(JSON.stringify(ping));
    expect([asked.status, asked.body]).toEqual([200, { jsonrpc: "2.0", id: 1, result: {} }]);
    expect(asked.headers.has("mcp-session-id")).toBe(false);
    const told = await send('{"jsonrpc":"2.0","method":"notifications/initialized"}');
    expect([told.status, told.text]).toEqual([202, ""]);
  });

  test("is told what is wrong with what it sends", async () => {
    const unread = await send("{");
    expect([unread.status, unread.body]).toMatchObject([400, { error: { code: -32_700 } }]);
    const deep = await send("[".repeat(300_000));
    expect([deep.status, deep.body]).toMatchObject([400, { error: { code: -32_700 } }]);
    const many = await send(JSON.stringify(Array.from({ length: 21 }, () => ping)));
    expect([many.status, many.body["code"]]).toEqual([413, "too-large"]);
    const unknown = await send(JSON.stringify(ping), {}, "/mcp/florist");
    expect([unknown.status, unknown.body["code"]]).toEqual([404, "not-found"]);
    const text = await send(JSON.stringify(ping), { "content-type": "text/plain" });
    expect(text.status).toBe(415);
  });

  test("is offered no stream, which nobody would end", async () => {
    for (const method of ["GET", "DELETE"]) {
      const { status, headers: answered } = await service.ask(path, { method, headers });
      expect([status, answered.get("allow")]).toEqual([405, "POST"]);
    }
  });
});

test("a page of somebody else asks nothing, also under a name that leads here", async () => {
  const foreign = await send(JSON.stringify(ping), { origin: "http://evil.example" });
  expect([foreign.status, foreign.body["code"]]).toEqual([403, "cross-site"]);
  const status = await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(service.address);
    const to = { hostname, port, path, method: "POST" };
    httpRequest({ ...to, headers: { ...headers, host: "evil.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end(JSON.stringify(ping));
  });
  expect(status).toBe(421);
});
