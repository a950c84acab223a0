import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { CallToolResultSchema, type CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { ReportInMemory } from "#operations/answering/report-in-memory.ts";
import type { Report } from "#sections/report.ts";
import { createServer } from "#surfaces/mcp/create-server.ts";
import type { ToolContext } from "#surfaces/mcp/define-tool.ts";
import { tools } from "#surfaces/mcp/tools/index.ts";

/** What answers from a report in memory. */
export function answering(report: Report): ToolContext {
  const assessments = new ReportInMemory(report);
  return {
    open: () =>
      Promise.resolve({ assessments, id: assessments.id, origin: null, path: "report.json" }),
  };
}

export interface Connected {
  readonly client: Client;
  readonly call: (name: string, input?: Record<string, unknown>) => Promise<CallToolResult>;
  /** Notes of the server's log. */
  readonly notes: readonly string[];
}

/** A client of the SDK, connected to the product's server. It checks each answer against the schema that the tool promises. */
export async function connectedClient(context: ToolContext): Promise<Connected> {
  const notes: string[] = [];
  const log = { warn: (text: string) => void notes.push(text) };
  const server = createServer({ ...context, tools, version: "1.2.3", log });
  const client = new Client({ name: "test", version: "1" });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  await client.listTools();
  return {
    client,
    notes,
    call: async (name, input = {}) =>
      CallToolResultSchema.parse(await client.callTool({ name, arguments: input })),
  };
}

export function textOf({ content }: CallToolResult): string {
  return content.map((one) => (one.type === "text" ? one.text : "")).join("\n");
}
