import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { agentText, agentValue, dataNotice } from "./agent-text.ts";
import type { Answer } from "./define-tool.ts";

/** The one place where what a tool answers is put before an agent: each text made safe, and said to be data. */
export function toolResult({ lines, content }: Answer<object>): CallToolResult {
  return {
    content: [{ type: "text", text: agentLines([dataNotice, "", ...lines]) }],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object stays one
    structuredContent: agentValue(content) as Record<string, unknown>,
  };
}

/** Why there is no answer, and what to ask instead. */
export function refusal(lines: readonly string[]): CallToolResult {
  return { isError: true, content: [{ type: "text", text: agentLines(lines) }] };
}

function agentLines(lines: readonly string[]): string {
  return lines.map(agentText).join("\n");
}
