import { ProblemError } from "./problem.ts";

/** Where the service listens. */
export interface OwnAddress {
  /** As it was bound: `127.0.0.1`, `::1`. */
  readonly host: string;
  readonly port: number;
}

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Throws where a request cannot be meant for this service: another name leads here (a page of somebody else that has its own
 * name point to this machine), or a page of another origin wants something changed. Nobody signs in on this machine, so that
 * these two are what keeps strange pages out.
 */
export function guardRequest(request: Request, { port }: OwnAddress): void {
  const host = request.headers.get("host") ?? "";
  if (!isOwnHost(host, port))
    throw new ProblemError(
      "wrong-host",
      "The request is addressed to another host than this one.",
      `Ask http://localhost:${String(port)} or http://127.0.0.1:${String(port)} itself.`,
    );
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isForeign =
    (origin !== null && origin !== `http://${host}`) ||
    (site !== null && site !== "same-origin" && site !== "none");
  if (isForeign)
    throw new ProblemError(
      "cross-site",
      "A page of another origin may not change anything here.",
      "Ask from the pages of this service, or from a program.",
    );
}

/** `Host` as a browser writes it: the port stands there unless it is 80. */
function isOwnHost(host: string, port: number): boolean {
  const [, name = "", given = "80"] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(host) ?? [];
  return loopbackHost.test(name.toLowerCase()) && Number(given) === port;
}
