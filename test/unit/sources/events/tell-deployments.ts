import { EventLog } from "#sources/events/event-log.ts";
import { readRecord } from "#sources/events/read-record.ts";

export const rye = "1111111111111111111111111111111111111111";
export const malt = "2222222222222222222222222222222222222222";

/** Minutes after nine on the first of May 2024. */
export const at = (minute: number): string =>
  new Date(Date.UTC(2024, 4, 1, 9, minute)).toISOString();
export const msAt = (minute: number): number => Date.parse(at(minute));

export function logOf(payloads: readonly unknown[]): EventLog {
  const log = new EventLog(Date.parse("2025-01-01") / 1000);
  for (const [index, one] of payloads.entries())
    for (const record of readRecord(one, { incidentLabels: ["incident"] }))
      log.take(record, "hooks.ndjson", index + 1);
  return log;
}

/** Deployments told, as `PROJECT ENVIRONMENT VERSION MINUTE`, `!` where they failed, `<` where they go back, `*` for production. */
export function deployed(payloads: readonly unknown[]): string[] {
  return logOf(payloads)
    .deployments()
    .flatMap(({ project, application, environment, columns, rows, isProduction }) =>
      Array.from(rows, (row) => {
        const version = columns.version(row);
        const minute = (columns.at(row) - Date.parse(at(0)) / 1000) / 60;
        const outcome = columns.isSuccessful(row) ? (columns.isRollback(row) ? "<" : "") : "!";
        const place = `${environment}${isProduction === true ? "*" : ""}`;
        const commit = columns.revision(row);
        const made = commit === null || commit === version ? version : `${version}(${commit})`;
        return `${project ?? application} ${place} ${made.replace(/([0-9a-f]{4})[0-9a-f]{36}/g, "$1")} ${String(minute)}${outcome}`;
      }),
    )
    .sort();
}

/** What is told of records beside what they say. */
export function told(payloads: readonly unknown[]): string[] {
  return logOf(payloads).refused.map((one) => one.reason);
}
