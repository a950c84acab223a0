import { routeHref } from "#web/ui/route.ts";

/** The list of capabilities with these side by side above it. */
export function compareHref(...ids: readonly string[]): string {
  return routeHref("capabilities", null, new URLSearchParams(ids.map((id) => ["with", id])));
}
