/**
 * Every failure that a person may read. `what` says what happened and to what, `next` what to do about it.
 * A code never changes its meaning; docs/errors.md lists them all and a test holds the two together.
 */
export const errorCodes = {
  "no-folder": { exitCode: 2, title: "The folder to read does not exist or is not a folder" },
  "no-repositories": { exitCode: 3, title: "No git repository was found" },
  "git-missing": { exitCode: 4, title: "The git program was not found" },
  "git-too-old": { exitCode: 4, title: "The git program is older than 2.30" },
  "git-failed": { exitCode: 4, title: "The git program failed on a repository" },
  "tree-too-large": { exitCode: 4, title: "A commit names more files than can be read" },
  "configuration-invalid": { exitCode: 2, title: "The configuration file cannot be used" },
  "objectives-invalid": { exitCode: 2, title: "Documents of objectives hold mistakes" },
  "no-file": { exitCode: 2, title: "The file to compare cannot be read" },
  usage: { exitCode: 2, title: "The command was not understood" },
  "unknown-id": { exitCode: 2, title: "No such id in the last assessment" },
  "no-assessment": { exitCode: 3, title: "There is no assessment to answer from" },
  "no-index": { exitCode: 3, title: "There is no clone index to compare with" },
  "place-refused": { exitCode: 2, title: "The service may not read that folder or address" },
  "signature-refused": { exitCode: 2, title: "The sender of a push is not known" },
  "key-used": { exitCode: 2, title: "The key of the request came with another request before" },
  "statement-refused": { exitCode: 2, title: "What was stated cannot be taken" },
  "seen-changed": { exitCode: 3, title: "What was seen has changed meanwhile" },
  "not-watched": { exitCode: 3, title: "Nothing of that organisation is watched" },
  "slug-taken": { exitCode: 2, title: "Another organisation has that address" },
  "sample-not-built": { exitCode: 3, title: "The sample organisation is not built" },
  "unknown-job": { exitCode: 3, title: "There is no such job" },
  "job-not-failed": { exitCode: 3, title: "The job has not failed" },
  "write-failed": { exitCode: 5, title: "A file could not be written" },
  "no-postgresql": { exitCode: 6, title: "PostgreSQL cannot run on this machine" },
  "database-in-use": { exitCode: 6, title: "Another process keeps the database running" },
  "database-version": { exitCode: 6, title: "The database was made by another version" },
  "database-failed": { exitCode: 6, title: "The database does not start, or cannot be reached" },
  "database-not-empty": {
    exitCode: 6,
    title: "The database to restore into holds something already",
  },
  "backup-invalid": { exitCode: 2, title: "The file is no backup that can be restored" },
  "job-lost": { exitCode: 6, title: "The job was given to another worker" },
  "not-protected": { exitCode: 7, title: "Others could reach the service without signing in" },
  "address-in-use": { exitCode: 7, title: "Another program listens on the address already" },
  "address-refused": { exitCode: 7, title: "The system gives the address to nobody" },
  "report-invalid": { exitCode: 70, title: "The report does not match its schema" },
  "worker-failed": { exitCode: 70, title: "A worker stopped unexpectedly" },
  unexpected: { exitCode: 70, title: "Fulcrum met something that it was not written for" },
  "too-many-files": { exitCode: 71, title: "The system's limit of open files was reached" },
  interrupted: { exitCode: 130, title: "Stopped by the user" },
} as const;

export type ErrorCode = keyof typeof errorCodes;

export class FulcrumError extends Error {
  readonly code: ErrorCode;
  readonly next: string;

  constructor(code: ErrorCode, what: string, next: string, options?: ErrorOptions) {
    super(what, options);
    this.name = "FulcrumError";
    this.code = code;
    this.next = next;
  }

  get exitCode(): number {
    return errorCodes[this.code].exitCode;
  }
}

/** The words of anything thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system's code (ENOENT, ENOSPC …) of anything thrown, where it has one. */
export function systemCodeOf(thrown: unknown): string | null {
  if (thrown instanceof Error && "code" in thrown && typeof thrown.code === "string") {
    return thrown.code;
  }
  return null;
}
