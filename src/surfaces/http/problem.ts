import { z } from "zod";

/**
 * Every way in which the API says no: a closed list, each with its status and title. A code never changes its meaning;
 * docs/api.md lists them all with what to do, and a test holds the two together.
 */
export const problemCodes = {
  "malformed-request": { status: 400, title: "The request cannot be understood" },
  "not-signed-in": { status: 401, title: "It is not known who asks" },
  "sign-in-refused": { status: 403, title: "The sign-in cannot be trusted" },
  "not-allowed": { status: 403, title: "Who asks may not do this" },
  "signature-refused": { status: 401, title: "The sender of a push is not known" },
  "cross-site": { status: 403, title: "The request comes from a page of somebody else" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "The address does not take this method" },
  "other-version": { status: 409, title: "It was written by another version of Fulcrum" },
  "not-watched": { status: 409, title: "Nothing of that organisation is watched" },
  "slug-taken": { status: 409, title: "Another organisation has that address" },
  "sample-not-built": { status: 409, title: "The sample organisation is not built" },
  "job-not-failed": { status: 409, title: "The job has not failed" },
  "seen-changed": { status: 412, title: "What was seen has changed meanwhile" },
  "too-large": { status: 413, title: "The request is larger than is taken" },
  "unsupported-media-type": { status: 415, title: "The body is of a kind that is not read here" },
  "wrong-host": { status: 421, title: "The request is addressed to another host" },
  "report-refused": { status: 422, title: "The body is not a report of this version of Fulcrum" },
  "statement-refused": { status: 422, title: "What was stated cannot be taken" },
  "too-many-requests": { status: 429, title: "More is asked in a minute than is answered" },
  "place-refused": { status: 422, title: "The service may not read that folder or address" },
  "key-used": { status: 422, title: "The key of the request came with another request before" },
  unexpected: { status: 500, title: "Fulcrum met something that it was not written for" },
  "sign-in-unavailable": { status: 503, title: "The provider of identities does not answer" },
  "database-failed": { status: 503, title: "The database cannot be reached, or is not up to date" },
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** RFC 9457, with the code and the id of the request beside. */
export const problemSchema = z
  .object({
    type: z.string().describe("urn:fulcrum:problem: and the code"),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("what happened, and to what"),
    code: z.string().describe("one of the list in docs/api.md"),
    next: z.string().describe("what to do about it"),
    requestId: z.string().describe("stands in the log of the service, too"),
  })
  .meta({ id: "Problem-Details" });
export type Problem = z.infer<typeof problemSchema>;

/** Thrown by a route that says no. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly next: string;

  constructor(code: ProblemCode, detail: string, next: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = "ProblemError";
    this.code = code;
    this.next = next;
  }
}

/** As it is sent. */
export function problemOf({ code, message, next }: ProblemError, requestId: string): Problem {
  const { status, title } = problemCodes[code];
  const type = `urn:fulcrum:problem:${code}`;
  return { type, title, status, detail: message, code, next, requestId };
}
