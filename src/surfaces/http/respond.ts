import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Answer } from "./route.ts";

const compress = promisify(gzip);

/** Below, packing costs more than it saves. */
const leastPacked = 1024;

/** The same for every answer: nothing of it is kept without asking again, framed, or read as what it is not. */
const everywhere: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  // Of an answer that a browser shows as a page all the same, nothing is loaded, run or sent; pages of ours say what they need.
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

export interface Sending {
  readonly request: Request;
  readonly requestId: string;
  /** Of the program: what it writes may change with it. */
  readonly version: string;
}

/** What a route answered, as a response; 304 where the reader has it already. */
export async function respond(answer: Answer, sending: Sending): Promise<Response> {
  if ("response" in answer) return withHeaders(answer.response, sending.requestId);
  if ("version" in answer) {
    const url = new URL(sending.request.url);
    const etag = etagOf(answer.version, url.pathname, url.search, sending.version);
    if (hasAlready(sending.request.headers, etag)) return unchanged(etag, sending.requestId);
    return jsonResponse(sending, { body: await answer.body(), etag });
  }
  const { body, status = 200, headers = {}, etag } = answer;
  const given = etag === undefined ? {} : { etag };
  return jsonResponse(sending, { body, status, headers, ...given });
}

interface Json {
  readonly body: object;
  readonly etag?: string;
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** JSON as it is sent, packed where the reader takes that. */
export async function jsonResponse(
  { request, requestId }: Sending,
  { body, status = 200, headers = {}, type = "application/json", ...given }: Json,
): Promise<Response> {
  const text = JSON.stringify(body);
  const isRead = status === 200 && (request.method === "GET" || request.method === "HEAD");
  const etag = given.etag ?? etagOf(text);
  if (isRead && hasAlready(request.headers, etag)) return unchanged(etag, requestId);
  const bytes = Buffer.from(text, "utf8");
  // A strong one means these bytes, as they are.
  const isStrong = !etag.startsWith("W/");
  const packed =
    !isStrong && takesGzip(request.headers) && bytes.length >= leastPacked
      ? await compress(bytes)
      : null;
  const sent = packed ?? bytes;
  const all = new Headers({
    ...everywhere,
    ...headers,
    "Content-Type": type,
    "Content-Length": String(sent.length),
    "Cache-Control": isRead ? "private, no-cache" : "no-store",
    Vary: "Accept-Encoding",
    "X-Request-Id": requestId,
    ...(packed === null ? {} : { "Content-Encoding": "gzip" }),
    ...(isRead || given.etag !== undefined ? { ETag: etag } : {}),
  });
  return new Response(new Uint8Array(sent), { status, headers: all });
}

export function takesGzip(headers: Headers): boolean {
  const accepted = headers.get("accept-encoding") ?? "";
  return /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+)?\s*(?:,|$)/i.test(
    accepted,
  );
}

/** Weak: the same content, packed or not. */
function etagOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\u0001");
  return `W/"${hash.digest("base64url").slice(0, 27)}"`;
}

/** Whether who asks has that already. */
export function hasAlready(headers: Headers, etag: string): boolean {
  const known = headers.get("if-none-match");
  if (known === null) return false;
  if (known.trim() === "*") return true;
  return known
    .split(",")
    .some((one) => one.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
}

function unchanged(etag: string, requestId: string): Response {
  const headers = {
    ...everywhere,
    ETag: etag,
    "Cache-Control": "private, no-cache",
    Vary: "Accept-Encoding",
    "X-Request-Id": requestId,
  };
  return new Response(null, { status: 304, headers });
}

/** What a route made itself keeps what it says; the rest is added. */
function withHeaders(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(everywhere))
    if (!headers.has(name)) headers.set(name, value);
  headers.set("X-Request-Id", requestId);
  return new Response(response.body, { status: response.status, headers });
}
