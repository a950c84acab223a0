import { FulcrumError, messageOf } from "#kernel/errors.ts";

/** By PostgreSQL's codes and the system's, what to do. */
const advice: Readonly<Record<string, string>> = {
  "28P01": "Correct user and password in DATABASE_URL.",
  "28000": "Let that user in (pg_hba.conf of the server), or correct DATABASE_URL.",
  "3D000": "Make the database (createdb), or correct its name in DATABASE_URL.",
  "42501": "Give the user of DATABASE_URL the right to it: it makes tables in its schema.",
  "53100": "Free some room where the database lies, then run the same command again.",
  "53300":
    "Wait until others have closed their connections, or raise max_connections of the server.",
  "57P03": "The server is just starting: try again in some seconds.",
  XX001:
    "A block of the database is damaged: stop, keep a copy of the folder, and restore a backup beside it (fulcrum db restore FILE --data FOLDER).",
  ECONNREFUSED: "Start the server, or correct host and port in DATABASE_URL.",
  EACCES:
    "Run the command as the user whom the folder belongs to, or name another one with --data.",
  ENOTFOUND: "Correct the host in DATABASE_URL.",
};

/** Of what a server says of itself: whoever listens there may say anything. */
const longestSaid = 500;

/** Anything thrown by the driver, as a person may read it; `where` says which database, without a password. */
export function databaseFailure(where: string, error: unknown): FulcrumError {
  if (error instanceof FulcrumError) return error;
  // Of several addresses of one host each has its own words.
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return new FulcrumError(
    "database-failed",
    `${where} does not answer as it should: ${messageOf(cause).slice(0, longestSaid)}.`,
    advice[code] ?? "Look at the server's log, then run the same command again.",
    { cause: error },
  );
}
