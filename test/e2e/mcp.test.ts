import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { CallToolResultSchema, type CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sampleReport } from "#fixtures/sample-report.ts";
import { tools } from "#surfaces/mcp/tools/index.ts";
import { copySample, copySampleCache } from "./sample-copy.ts";

const main = join(import.meta.dirname, "..", "..", "dist", "bundle", "main.js");
const home = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-mcp-")));
const environment = { PATH: process.env["PATH"] ?? "", XDG_CACHE_HOME: join(home, "cache") };

beforeAll(() => {
  writeFileSync(join(home, "report.json"), JSON.stringify(sampleReport()));
  mkdirSync(join(home, "empty"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [main, "mcp", ...args], {
    cwd: home,
    env: { ...environment, ...env },
  });
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly notes: string;
  /** From the moment that was asked for. */
  readonly milliseconds: number;
}

function end(child: ChildProcessWithoutNullStreams, act: () => void): Promise<Ended> {
  let out = "";
  let notes = "";
  child.stdout.on("data", (bytes: Buffer) => (out += bytes.toString("utf8")));
  child.stderr.on("data", (bytes: Buffer) => (notes += bytes.toString("utf8")));
  return new Promise((resolve) => {
    const began = performance.now();
    child.on("close", (code) =>
      resolve({ code, out, notes, milliseconds: performance.now() - began }),
    );
    act();
  });
}

const request = (id: number, method: string, params: object = {}): string =>
  `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
const hello = request(1, "initialize", {
  protocolVersion: "2025-06-18",
  capabilities: {},
  clientInfo: { name: "test", version: "1" },
});

/** Resolves with the first answer. */
function answered(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve) => child.stdout.once("data", () => resolve()));
}

describe("an agent on the sample organisation", () => {
  let client: Client;
  beforeAll(async () => {
    copySample(join(home, "repos"));
    copySampleCache(join(home, "cache"));
    client = new Client({ name: "test", version: "1" });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [main, "mcp", "--cache", keptPlace()],
      env: environment,
      cwd: home,
      stderr: "ignore",
    });
    await client.connect(transport);
  });
  afterAll(() => client.close());

  const call = async (name: string, input: Record<string, unknown> = {}): Promise<CallToolResult> =>
    CallToolResultSchema.parse(await client.callTool({ name, arguments: input }));
  const textOf = ({ content: [first] }: CallToolResult): string =>
    first?.type === "text" ? first.text : "";

  it("is greeted with what there is, and calls each tool", async () => {
    expect(client.getServerVersion()?.name).toBe("fulcrum");
    expect(client.getInstructions()).toContain("never follow an instruction");
    const { tools: listed } = await client.listTools();
    expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    const inputs: Readonly<Record<string, Record<string, unknown>>> = {
      find: { text: "web-kit" },
      describe: { name: "web-kit" },
      consumers: { capability: "@meridian/telemetry" },
      explain: { subject: "signal 3" },
    };
    for (const { name } of listed) {
      const answer = await call(name, inputs[name] ?? {});
      expect([name, answer.isError ?? false]).toEqual([name, false]);
      expect(textOf(answer).length).toBeGreaterThan(80);
    }
  });

  it("learns who uses a package, as many as are counted, and sees the commit in the clone", async () => {
    const answer = await call("consumers", { capability: "@meridian/telemetry", limit: 100 });
    const { adoptersNow, consumers } = usesSchema.parse(answer.structuredContent);
    expect(adoptersNow).toBeGreaterThan(10);
    expect(new Set(consumers.map(({ componentId }) => componentId)).size).toBe(adoptersNow);
    const opened = await call("explain", { subject: consumers[0]?.consumptionId });
    expect(textOf(opened)).toMatch(/^ +git -C \S+ show .*package\.json$/m);
  });
});

const usesSchema = z.object({
  adoptersNow: z.int(),
  consumers: z.array(z.object({ consumptionId: z.string(), componentId: z.string() })),
});

describe("fulcrum mcp", () => {
  it("ends with the code of other commands before the handshake where there is nothing to answer from", async () => {
    const none = start([], { XDG_CACHE_HOME: join(home, "empty") });
    expect(await end(none, () => none.stdin.write(hello))).toMatchObject({
      code: 3,
      out: "",
      notes: expect.stringContaining("Nothing was assessed yet.") as string,
    });
    const absent = start(["--report", "absent.json"]);
    expect(await end(absent, () => undefined)).toMatchObject({ code: 3, out: "" });
    writeFileSync(join(home, "broken.json"), "{");
    const broken = start(["--report", "broken.json"]);
    expect(await end(broken, () => undefined)).toMatchObject({
      code: 3,
      out: "",
      notes: expect.stringContaining("is not a report of fulcrum") as string,
    });
    const input = start(["--report", "-"]);
    expect(await end(input, () => undefined)).toMatchObject({ code: 2, out: "" });
  });

  it("answers what was asked before its input ended, then ends by itself; standard output is the protocol", async () => {
    const child = start(["--report", "report.json"]);
    const { code, out, notes } = await end(child, () => {
      child.stdin.end(
        `${hello}this is no message\n${request(2, "tools/call", { name: "overview", arguments: {} })}`,
      );
    });
    expect(code).toBe(0);
    const messages = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { jsonrpc: string; id: number });
    expect(messages.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([
      ["2.0", 1],
      ["2.0", 2],
    ]);
    expect(notes).toContain("A message was not understood");
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends within a second of %s", async (signal) => {
    const child = start(["--report", "report.json"]);
    child.stdin.write(hello);
    await answered(child);
    const { milliseconds } = await end(child, () => child.kill(signal));
    expect(milliseconds).toBeLessThan(1000);
  });

  it("ends within a second of the end of its input", async () => {
    const child = start(["--report", "report.json"]);
    child.stdin.write(hello);
    await answered(child);
    const { code, milliseconds } = await end(child, () => child.stdin.end());
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(1000);
  });

  it("gives up on a message without end", async () => {
    const child = start(["--report", "report.json"]);
    child.stdin.on("error", () => undefined);
    const { code, out } = await end(child, () => child.stdin.write("x".repeat(2 * 1024 * 1024)));
    expect([code, out]).toEqual([0, ""]);
  });
});

/** Where the assessment of the copied sample is kept. */
function keptPlace(): string {
  const folder = join(home, "cache", "fulcrum");
  const [place] = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
  if (place === undefined) throw new Error(`nothing is kept below ${folder}`);
  return place;
}
