import { lookup as lookUp, type LookupAddress } from "node:dns";
import { request as askHttp, type IncomingMessage } from "node:http";
import { request as askHttps } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** What is asked of a program elsewhere. */
export interface Outgoing {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | null;
  readonly signal?: AbortSignal | undefined;
}

export interface OutgoingRules {
  /** Also addresses of networks that are nobody else's. */
  readonly allowPrivate: boolean;
  readonly mostBytes: number;
  readonly longestMs: number;
  /** In place of the system's own. */
  readonly resolve?: ResolveHost;
}

/** Every address of a host. */
export type ResolveHost = (host: string) => Promise<readonly LookupAddress[]>;

/** Somebody elsewhere could not be asked, or may not be. */
export class OutgoingFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "OutgoingFailure";
  }
}

/**
 * Asks one address, which is looked up once and then kept to: what a name points to in the next moment does not matter. It
 * follows no redirect. Throws OutgoingFailure.
 */
export async function guardedFetch(
  address: string,
  { method = "GET", headers = {}, body = null, signal }: Outgoing,
  { allowPrivate, mostBytes, longestMs, resolve = resolveHost }: OutgoingRules,
): Promise<Response> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const isPlain = url.protocol === "http:";
  if (url.protocol !== "https:" && !(isPlain && allowPrivate))
    throw new OutgoingFailure(`${url.origin} is not https`);
  const found =
    isIP(host) === 0 ? await named(host, resolve) : [{ address: host, family: isIP(host) }];
  const [target] = found;
  if (target === undefined) throw new OutgoingFailure(`${host} has no address`);
  const strange = allowPrivate ? undefined : found.find((one) => !isPublicAddress(one.address));
  if (strange !== undefined)
    throw new OutgoingFailure(`${host} is ${strange.address}, which is in a private network`);
  const ends = AbortSignal.timeout(longestMs);
  const options = {
    method,
    headers,
    signal: signal === undefined ? ends : AbortSignal.any([signal, ends]),
    // Whoever opens the connection is handed what was checked.
    lookup: (
      _: string,
      how: { all?: boolean | undefined },
      done: (error: null, address: string | LookupAddress[], family?: number) => void,
    ) => (how.all === true ? done(null, [target]) : done(null, target.address, target.family)),
  };
  const incoming = await new Promise<IncomingMessage>((answered, failed) => {
    const asking = (isPlain ? askHttp : askHttps)(url, options, answered);
    asking.on("error", (error) =>
      failed(new OutgoingFailure(`${url.origin} does not answer`, { cause: error })),
    );
    asking.end(body ?? undefined);
  });
  return responseOf(incoming, await bytesOf(incoming, url.origin, mostBytes));
}

async function bytesOf(
  incoming: IncomingMessage,
  origin: string,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of incoming as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > mostBytes) throw new Error(`more than ${String(mostBytes)} bytes`);
      parts.push(part);
    }
  } catch (error) {
    incoming.destroy();
    throw new OutgoingFailure(`${origin} does not answer as it should`, { cause: error });
  }
  return new Uint8Array(Buffer.concat(parts));
}

function responseOf(
  { statusCode = 502, headers }: IncomingMessage,
  bytes: Uint8Array<ArrayBuffer>,
): Response {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const one of Array.isArray(value) ? value : [value ?? ""]) all.append(name, one);
  const isBare = statusCode < 200 || [204, 205, 304].includes(statusCode);
  if (statusCode < 200) throw new OutgoingFailure("an answer that is none");
  return new Response(isBare ? null : bytes, { status: statusCode, headers: all });
}

async function named(host: string, resolve: ResolveHost): Promise<readonly LookupAddress[]> {
  try {
    return await resolve(host);
  } catch (error) {
    throw new OutgoingFailure(`${host} is not known`, { cause: error });
  }
}

const resolveHost: ResolveHost = (host) =>
  new Promise((found, failed) =>
    lookUp(host, { all: true }, (error, addresses) =>
      error === null ? found(addresses) : failed(error),
    ),
  );
