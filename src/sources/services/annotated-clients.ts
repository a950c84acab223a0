import type { Lookup } from "./lookups.ts";

const first = /\s{0,20}["']([A-Za-z][\w-]{1,60})["']/y;
const named = /\b(?:name|value|id|serviceId|configKey)\s{0,3}=\s{0,3}["']([A-Za-z][\w-]{1,60})["']/;

export interface AnnotatedClient extends Lookup {
  readonly how: "service-lookup";
}

/**
 * Interfaces that a framework makes clients of: `@FeignClient(name = "order-store")` (Spring Cloud), `@Client("order-store")`
 * (Micronaut), `@RegisterRestClient(configKey = "order-store")` (MicroProfile). `found` ends with the opening parenthesis.
 */
export function annotated(text: string, offset: number, found: string): AnnotatedClient | null {
  const open = offset + found.length;
  first.lastIndex = open;
  const within = text.slice(open, open + 300);
  const close = within.indexOf(")");
  const name =
    first.exec(text)?.[1] ?? named.exec(close < 0 ? within : within.slice(0, close))?.[1] ?? null;
  if (name === null) return null;
  return { how: "service-lookup", name, confidence: "high", text: `${found}"${name}")` };
}
