import type { RequestKey } from "#ports/request-key.ts";
import { ProblemError } from "./problem.ts";

/** `Idempotency-Key` of a request that changes something, with what was asked; none where it has none. Throws ProblemError. */
export function requestKeyOf(
  headers: Headers,
  asked: readonly unknown[],
): { readonly key?: RequestKey } {
  const key = headers.get("idempotency-key");
  if (key === null) return {};
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new ProblemError(
      "malformed-request",
      "The Idempotency-Key is not understood.",
      "Give 1 to 200 letters, digits and signs, such as a UUID.",
    );
  return { key: { key, request: JSON.stringify(asked) } };
}
