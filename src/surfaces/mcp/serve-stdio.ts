import type { Readable, Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  isJSONRPCErrorResponse,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
} from "@modelcontextprotocol/sdk/types.js";
import { messageOf } from "#kernel/errors.ts";
import { createServer, type ServerSurroundings } from "./create-server.ts";

export interface StdioStreams {
  readonly input: Readable;
  /** Carries messages of the protocol, and nothing else. */
  readonly output: Writable;
  readonly signal: AbortSignal;
}

/** Bytes: no call of a tool is longer. */
const largestMessage = 1024 * 1024;
/** What was asked before the input ended is answered, if that takes no longer. */
const endingMs = 700;

/** Answers one client until its input ends, or until it is asked to stop. */
export async function serveStdio(
  surroundings: ServerSurroundings,
  { input, output, signal }: StdioStreams,
): Promise<void> {
  const server = createServer(surroundings);
  const transport = new CountedTransport(input, output, { maxBufferSize: largestMessage });
  const closed = new Promise<void>((resolve) => {
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK has no events
    server.server.onclose = resolve;
  });
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK has no events
  server.server.onerror = (error) => {
    surroundings.log.warn(`A message was not understood: ${messageOf(error).slice(0, 500)}`);
  };
  const close = (): void => void server.close();
  let waited: NodeJS.Timeout | null = null;
  const end = (): void => {
    waited ??= setTimeout(close, endingMs);
    transport.whenAnswered(close);
  };
  input.once("end", end).once("close", end);
  output.once("error", close); // nobody listens any more
  signal.addEventListener("abort", close, { once: true });
  await server.connect(transport);
  transport.count();
  if (signal.aborted) close();
  await closed;
  if (waited !== null) clearTimeout(waited);
}

/** Knows whether everything that was asked is answered. */
class CountedTransport extends StdioServerTransport {
  private open = 0;
  private answered: (() => void) | null = null;

  /** From now on; the protocol has to be connected. */
  count(): void {
    const { onmessage } = this;
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK has no events
    this.onmessage = (message: JSONRPCMessage): void => {
      if (isJSONRPCRequest(message)) this.open++;
      onmessage?.(message);
    };
  }

  whenAnswered(then: () => void): void {
    this.answered = then;
    if (this.open === 0) then();
  }

  override async send(message: JSONRPCMessage): Promise<void> {
    await super.send(message);
    if (!isJSONRPCResultResponse(message) && !isJSONRPCErrorResponse(message)) return;
    this.open--;
    if (this.open === 0) this.answered?.();
  }
}
