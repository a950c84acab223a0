import { terminalJson } from "#kernel/terminal-text.ts";

/** One line of the log of a service: what programs that gather logs read. */
export interface LogEntry {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  /** Numbers and closed words mostly; texts of strangers are made safe when they are written. */
  readonly about?: Readonly<Record<string, string | number | null>>;
}

export type ServiceLog = (entry: LogEntry) => void;

/** Lines of JSON, one an entry, with the time first. */
export function ndjsonLog(now: () => number, write: (line: string) => void): ServiceLog {
  return ({ level, message, about = {} }) => {
    const time = new Date(now()).toISOString();
    write(`${terminalJson(JSON.stringify({ time, level, message, ...about }))}\n`);
  };
}
