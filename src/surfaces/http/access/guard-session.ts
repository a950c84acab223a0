import type { Identity } from "#operations/access/identity.ts";
import { AccessDenied } from "./access-denied.ts";
import { ProblemError } from "../problem.ts";

/**
 * Throws where a browser that is signed in is made to change something by a page that is not ours: a browser says where a page
 * is from, and only scripts of our own origin can send JSON. Programs with tokens are not concerned: no browser sends those by itself.
 */
export function guardSession(request: Request, publicOrigin: string, { actorId }: Identity): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  const isOwn =
    request.headers.get("origin") === publicOrigin && (site === null || site === "same-origin");
  if (!isOwn)
    throw new AccessDenied({
      reason: "cross-site",
      actorId,
      code: "cross-site",
      detail: "Only pages of this service may change something for somebody who is signed in.",
      next: `Ask from ${publicOrigin}, or with a token.`,
    });
  const type = request.headers.get("content-type") ?? "";
  if (request.body !== null && !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type))
    throw new ProblemError(
      "unsupported-media-type",
      "What somebody who is signed in sends has to be JSON.",
      "Send it with Content-Type: application/json, or use a token.",
    );
}
