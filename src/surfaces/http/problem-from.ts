import { FulcrumError, type ErrorCode } from "#kernel/errors.ts";
import { ProblemError, problemCodes, type ProblemCode } from "./problem.ts";

/** Failures of operations that somebody who asks can do something about; what they say is meant for whoever asks. */
const told: Readonly<Partial<Record<ErrorCode, ProblemCode>>> = {
  usage: "malformed-request",
  "no-assessment": "other-version",
  "place-refused": "place-refused",
  "key-used": "key-used",
  "statement-refused": "statement-refused",
  "seen-changed": "seen-changed",
  "not-watched": "not-watched",
  "slug-taken": "slug-taken",
  "sample-not-built": "sample-not-built",
  "unknown-job": "not-found",
  "job-not-failed": "job-not-failed",
  "signature-refused": "signature-refused",
};

/** Those whose words are for whoever runs the service. */
const codes: Readonly<Partial<Record<ErrorCode, ProblemCode>>> = {
  "database-failed": "database-failed",
  "database-version": "database-failed",
  "database-in-use": "database-failed",
};

/** Anything thrown while a request was answered, as it may be told; what is inside stays in the log. */
export function problemFrom(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const toldCode = thrown instanceof FulcrumError ? told[thrown.code] : undefined;
  if (thrown instanceof FulcrumError && toldCode !== undefined)
    return new ProblemError(toldCode, thrown.message, thrown.next, { cause: thrown });
  const code = thrown instanceof FulcrumError ? codes[thrown.code] : undefined;
  if (code !== undefined)
    return new ProblemError(
      code,
      `${problemCodes[code].title}.`,
      "Try again in a moment; the log of the service says more.",
      { cause: thrown },
    );
  return new ProblemError(
    "unexpected",
    `${problemCodes.unexpected.title}.`,
    "Report it with what the log of the service says under this requestId.",
    { cause: thrown },
  );
}
