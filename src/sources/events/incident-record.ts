import { list, text, type Json } from "./fields.ts";
import type { EventRecord } from "./event-record.ts";

type IncidentRecord = Extract<EventRecord, { kind: "incident" }>;

/** What a tool says of an incident, as it stands at the time of the message. Seconds since the epoch. */
export interface IncidentState {
  /** Of the incident, with the tool before it. */
  readonly incident: string;
  /** What tells this message from others about the incident. */
  readonly message: string;
  readonly services: readonly string[];
  readonly environment?: string | null;
  readonly startedAt: number | null;
  readonly resolvedAt?: number | null;
  readonly openAt?: number | null;
  readonly merged?: NonNullable<IncidentRecord["merged"]> | null;
  readonly cancelledAt?: number | null;
  readonly remark?: string | null;
}

export function incidentRecord({
  incident,
  message,
  services,
  ...state
}: IncidentState): EventRecord {
  return {
    kind: "incident",
    environment: null,
    resolvedAt: null,
    deploymentId: null,
    artifact: null,
    ...state,
    id: `${incident}:${message}`,
    incident,
    service: services[0] ?? null,
    furtherServices: services.slice(1, mostServices),
  };
}

const mostServices = 50;

/** `name` of each entry of a list. */
export function namesOf(value: Json, key: string): string[] {
  return list(value, key).flatMap((one) => text(one, "name") ?? []);
}
