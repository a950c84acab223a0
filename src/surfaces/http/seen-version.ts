import { ProblemError } from "./problem.ts";

/**
 * What who asks saw last, by `If-Match: "VERSION"`; null by `If-None-Match: *`: there was nothing. None where they do not say. Throws
 * ProblemError.
 */
export function seenIn(headers: Headers): { readonly seen?: string | null } {
  const match = headers.get("if-match");
  const none = headers.get("if-none-match");
  if (match === null && none === null) return {};
  if (match === null && none?.trim() === "*") return { seen: null };
  const [, version] = /^\s*"([\w.-]{1,100})"\s*$/.exec(match ?? "") ?? [];
  if (none === null && version !== undefined) return { seen: version };
  throw new ProblemError(
    "malformed-request",
    "The condition of the request is not understood.",
    "Give one ETag of an answer as If-Match, or If-None-Match: * where nothing stood; a list or a weak one is not taken.",
  );
}
