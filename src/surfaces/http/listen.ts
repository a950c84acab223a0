import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import type { AnswerRequest } from "./application.ts";
import type { OwnAddress } from "./guard-request.ts";

/** How long somebody who asks may take, and how many may ask at once. */
export interface Limits {
  readonly headersMs: number;
  /** From the first byte to the last one of the body. */
  readonly requestMs: number;
  readonly keepAliveMs: number;
  readonly headerBytes: number;
  readonly connections: number;
  /** For requests that are being answered when the service is to stop. */
  readonly drainMs: number;
}

export const usualLimits: Limits = {
  headersMs: 10_000,
  requestMs: 60_000,
  keepAliveMs: 5_000,
  headerBytes: 16 * 1024,
  connections: 1_000,
  drainMs: 10_000,
};

export interface Listening extends OwnAddress {
  /** Takes no more requests, lets those that run end for a while, and resolves when nothing is left. */
  stop(drainMs?: number): Promise<void>;
}

/** Begins to take requests. Throws `address-in-use`, `address-refused`. */
export async function listen(
  answer: AnswerRequest,
  { host, port }: OwnAddress,
  limits: Limits,
): Promise<Listening> {
  let isStopping = false;
  const listener = getRequestListener(
    (request, { incoming }) => answer(request, incoming.socket.remoteAddress),
    { overrideGlobalObjects: false },
  );
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      maxHeaderSize: limits.headerBytes,
      connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
    },
    (incoming, outgoing) => {
      if (isStopping) outgoing.setHeader("Connection", "close");
      void listener(incoming, outgoing);
    },
  );
  server.maxConnections = limits.connections;
  server.on("clientError", refuseClient);
  await bound(server, { host, port });
  const at = server.address();
  return {
    host,
    port: typeof at === "object" && at !== null ? at.port : port,
    stop: async (drainMs = limits.drainMs) => {
      isStopping = true;
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(late);
    },
  };
}

function bound(server: Server, { host, port }: OwnAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(notBound(error, { host, port })));
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      resolve();
    });
  });
}

function notBound(error: Error, { host, port }: OwnAddress): FulcrumError {
  const place = `${host}:${String(port)}`;
  if (systemCodeOf(error) === "EADDRINUSE")
    return new FulcrumError(
      "address-in-use",
      `Another program listens on ${place} already.`,
      "Stop it where it is another fulcrum serve, or name another port: fulcrum serve --port 4712",
      { cause: error },
    );
  return new FulcrumError(
    "address-refused",
    `The system lets nobody listen on ${place}: ${messageOf(error)}.`,
    "Name another address of this machine with --host, or a port above 1023 with --port.",
    { cause: error },
  );
}

/** What is no HTTP, too large or too slow, before there is a request. */
function refuseClient(error: Error, socket: Socket): void {
  if (!socket.writable || socket.writableEnded) return void socket.destroy();
  const code = systemCodeOf(error);
  const status =
    code === "HPE_HEADER_OVERFLOW"
      ? "431 Request Header Fields Too Large"
      : code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? "408 Request Timeout"
        : "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
