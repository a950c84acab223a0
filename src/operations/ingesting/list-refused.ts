import type { Refusal, RefusalsWish } from "#ports/inbox.ts";
import type { IngestContext } from "./ingest-context.ts";

/** What was refused, the newest first; kept for thirty days. */
export function listRefused(
  { inbox }: Pick<IngestContext, "inbox">,
  wish: RefusalsWish,
): Promise<readonly Refusal[]> {
  return inbox.refusals(wish);
}
