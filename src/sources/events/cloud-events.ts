import { jsonIn } from "#kernel/json-text.ts";
import type { Json } from "./fields.ts";

/** How the HTTP binding of CloudEvents (1.0) carries events. */
export type CloudEventMode = "structured" | "batched" | "binary";

/** Null: it is none. `contentType` as it was sent. */
export function cloudEventMode(contentType: string, headers: Headers): CloudEventMode | null {
  const [type = ""] = contentType.toLowerCase().split(";", 1);
  if (type.trim() === "application/cloudevents+json") return "structured";
  if (type.trim() === "application/cloudevents-batch+json") return "batched";
  return headers.has("ce-specversion") && headers.has("ce-type") ? "binary" : null;
}

const mostAttributes = 100;
const attribute = /^ce-([a-z0-9]{1,50})$/;

/** An event of the binary mode as the structured one has it: attributes from headers, each decoded from percent signs. */
export function structuredEvent(headers: Headers, body: Buffer): Json {
  const attributes = [...headers].slice(0, mostAttributes).flatMap(([name, value]) => {
    const [, key] = attribute.exec(name.toLowerCase()) ?? [];
    return key === undefined ? [] : [[key, decoded(value)] as const];
  });
  const text = body.toString("utf8");
  const data = text === "" ? undefined : (jsonIn(text) ?? text);
  return Object.fromEntries([...attributes, ...(data === undefined ? [] : [["data", data]])]);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // a stray percent sign stands for itself
  }
}
