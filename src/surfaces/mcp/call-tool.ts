import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { FulcrumError } from "#kernel/errors.ts";
import { findThings, type FoundThing } from "#operations/find-things.ts";
import { InvalidInput, type Tool, type ToolContext } from "./define-tool.ts";
import { refusal, toolResult } from "./tool-result.ts";

const nearShown = 8;

/** Calls a tool. What cannot be answered is told to the agent, with what it could ask instead; faults of ours are thrown. */
export async function callTool(
  tool: Tool,
  context: ToolContext,
  input: unknown,
): Promise<CallToolResult> {
  try {
    return toolResult(await tool.call(context, input));
  } catch (error) {
    return refusal(await refusalLines(tool, context, input, error));
  }
}

/** Throws what is no refusal. */
async function refusalLines(
  tool: Tool,
  context: ToolContext,
  input: unknown,
  error: unknown,
): Promise<readonly string[]> {
  if (error instanceof InvalidInput)
    return [`${tool.name} does not take that.`, ...error.wrong.slice(0, nearShown)];
  if (!(error instanceof FulcrumError)) throw error;
  const name = tool.nameIn(input);
  // The place of a figure is like the names beside it, which the failure says itself.
  if (error.code !== "unknown-id" || name === null || name.startsWith("/"))
    return [error.message, error.next];
  try {
    return [error.message, ...nearLines(await thingsLike(context, name))];
  } catch (another) {
    if (!(another instanceof FulcrumError)) throw another;
    return [error.message, another.message, another.next];
  }
}

async function thingsLike(context: ToolContext, name: string): Promise<readonly FoundThing[]> {
  const opened = await context.open();
  return findThings(opened, { assessment: opened.id, text: name, kind: null });
}

function nearLines(things: readonly FoundThing[]): string[] {
  if (things.length === 0) return ["Nothing has a name like it. find looks for a part of a name."];
  return [
    "Nearest names, with their ids:",
    ...things.slice(0, nearShown).map(({ kind, id, name }) => `  ${kind} ${name}: ${id}`),
  ];
}
