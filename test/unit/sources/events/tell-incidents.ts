import { EventLog } from "#sources/events/event-log.ts";
import { readRecord } from "#sources/events/read-record.ts";

export const hour = 3600;
export const noon = Date.parse("2025-03-03T12:00:00Z") / 1000;
export const iso = (after: number) => new Date((noon + after) * 1000).toISOString();

/** What a log makes of the messages: start, end and service of each incident, after noon. */
export function told(messages: readonly unknown[]) {
  const log = new EventLog(noon + 365 * 24 * hour);
  for (const [index, message] of messages.entries())
    for (const record of readRecord(message, { incidentLabels: ["incident"] }))
      log.take(record, "a.ndjson", index + 1);
  const incidents = log.incidents().map(({ id, service, startedAt, resolvedAt }) => ({
    id,
    service,
    from: startedAt - noon,
    to: resolvedAt === null ? null : resolvedAt - noon,
  }));
  return { incidents, said: log.refused.map((one) => one.reason), others: log.othersCount };
}
