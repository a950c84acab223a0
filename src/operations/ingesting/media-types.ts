import { cloudEventMode } from "#sources/events/cloud-events.ts";
import type { PushedKind } from "#vocabulary/ingest.ts";

/** How a body holds events; `binary`: one CloudEvent, its attributes in headers. */
export type EventFormat = "json" | "ndjson" | "csv" | "binary";

const formats: ReadonlyMap<string, EventFormat> = new Map([
  ["application/json", "json"],
  ["application/x-ndjson", "ndjson"],
  ["application/jsonl", "ndjson"],
  ["text/csv", "csv"],
]);

/** In words for whoever sends another. */
export const eventTypes =
  "application/json, application/x-ndjson, text/csv, application/cloudevents+json, application/cloudevents-batch+json, or ce- headers";
export const fileTypes: Readonly<Record<Exclude<PushedKind, "events">, string>> = {
  sli: "text/csv, application/openmetrics-text",
  surveys: "text/csv, application/json, application/x-ndjson, application/yaml",
  outcomes: "text/csv, application/json, application/x-ndjson, application/yaml",
};

/** By the headers of a request; null: it is of no kind that is read. */
export function eventFormat(headers: Headers): EventFormat | null {
  const mode = cloudEventMode(headers.get("content-type") ?? "", headers);
  if (mode !== null) return mode === "binary" ? "binary" : "json";
  return formats.get(typeOf(headers)) ?? null;
}

const endings: ReadonlyMap<string, string> = new Map([
  ["application/json", "json"],
  ["application/x-ndjson", "ndjson"],
  ["application/jsonl", "ndjson"],
  ["application/yaml", "yaml"],
  ["application/openmetrics-text", "txt"],
  ["text/csv", "csv"],
]);

/** As the ending of a file would say it; null: it is of no kind that is read. */
export function fileEnding(kind: keyof typeof fileTypes, headers: Headers): string | null {
  const ending = endings.get(typeOf(headers)) ?? null;
  if (kind !== "sli") return ending === "txt" ? null : ending;
  return ending === "csv" || ending === "txt" ? ending : null;
}

function typeOf(headers: Headers): string {
  const [name = ""] = (headers.get("content-type") ?? "").toLowerCase().split(";", 1);
  return name.trim();
}
