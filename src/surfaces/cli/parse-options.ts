import { InvalidArgumentError } from "commander";

const secondsPerDay = 86_400;

/** Exclusive end in seconds since the epoch: of a whole day for a date (UTC), the very instant for an instant. */
export function parseAsOf(text: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z$/.test(text);
  const milliseconds = day || instant ? Date.parse(day ? `${text}T00:00:00Z` : text) : Number.NaN;
  // Date.parse lets 30 February pass as 2 March.
  const isReal =
    day && !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
  if (Number.isNaN(milliseconds) || (day && !isReal) || milliseconds <= 0)
    throw new InvalidArgumentError(
      "Give a day such as 2026-03-31, or an instant such as 2026-03-31T12:00:00Z.",
    );
  const seconds = Math.floor(milliseconds / 1000);
  return day ? seconds + secondsPerDay : seconds;
}

export function parseCount(text: string): number {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= 1024) return value;
  throw new InvalidArgumentError("Give a whole number from 1 to 1024.");
}

/** Each takes a connection to the database for as long as it works. */
export function parseConcurrency(text: string): number {
  if (/^[1-8]$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number from 1 to 8; more go on by another process.");
}

/** The same, or none at all. */
export function parseWorkers(text: string): number {
  return text === "0" ? 0 : parseConcurrency(text);
}

/** 0: any that is free. */
export function parsePort(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 65_536;
  if (value <= 65_535) return value;
  throw new InvalidArgumentError("Give a whole number from 0 to 65535.");
}

export function parseDay(text: string): string {
  parseAsOf(text.slice(0, 10));
  if (text.length === 10) return text;
  throw new InvalidArgumentError("Give a day such as 2026-03-31.");
}

/** `90d`: how many days. */
export function parseDays(text: string): number {
  const value = /^\d{1,3}d$/.test(text) ? Number(text.slice(0, -1)) : 0;
  if (value >= 1 && value <= 366) return value;
  throw new InvalidArgumentError("Give days from 1d to 366d.");
}

/** The address of a server; user name and password may stand in it. */
export function parseServer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return text;
  throw new InvalidArgumentError("Give an address such as http://localhost:9090.");
}
