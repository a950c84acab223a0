import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { messageOf } from "#kernel/errors.ts";
import { createServer, type ServerSurroundings } from "./create-server.ts";

/**
 * Answers one request of an agent (Streamable HTTP, a POST), with JSON. Nothing is kept from one request to the next: there
 * are no sessions, and no streams that somebody would have to end. `messages` is its body as JSON; undefined where it is none.
 */
export async function serveHttp(
  surroundings: ServerSurroundings,
  { url, method, headers }: Pick<Request, "url" | "method" | "headers">,
  messages: unknown,
): Promise<Response> {
  const server = createServer(surroundings);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK has no events
  server.server.onerror = (error) => {
    surroundings.log.warn(`A message was not understood: ${messageOf(error).slice(0, 500)}`);
  };
  await server.connect(transport);
  try {
    const request = new Request(url, { method, headers });
    return await transport.handleRequest(request, { parsedBody: messages });
  } finally {
    await server.close();
  }
}
