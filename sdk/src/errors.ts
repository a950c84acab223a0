import type { Schemas } from "./call-types.ts";
import type { problemCodes } from "./contract.generated.ts";

/** A later service may have codes that this version has no name for. */
export type ProblemCode = (typeof problemCodes)[number] | (string & Record<never, never>);

/** The service says no (RFC 9457). A code never changes its meaning: docs/api.md lists them. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  /** What to do about it. */
  readonly next: string;
  /** Stands in the log of the service, too. */
  readonly requestId: string;
  /** For how long the service asks to be left alone; null: it does not say. */
  readonly retryAfterMs: number | null;

  constructor(problem: Schemas["Problem-Details"], retryAfterMs: number | null) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.next = problem.next;
    this.requestId = problem.requestId;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Nothing answered, or the answer broke off, also when asked again. */
export class UnreachedError extends Error {
  override readonly name = "UnreachedError";
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`${url} cannot be reached, or its answer broke off: ${wordsOf(cause)}.`, { cause });
    this.url = url;
  }
}

/** What answered is no service of Fulcrum: a proxy, another program, another address. */
export class ForeignAnswerError extends Error {
  override readonly name = "ForeignAnswerError";
  readonly url: string;
  /** 0 where a browser does not tell. */
  readonly status: number;

  constructor(url: string, status: number, what: string, options?: ErrorOptions) {
    super(
      `${url} answered ${String(status)} with ${what}: that is no service of Fulcrum.`,
      options,
    );
    this.url = url;
    this.status = status;
  }
}

/** With what lies behind: what Node says itself is "fetch failed". */
function wordsOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause } = thrown;
  return cause instanceof Error && cause.message !== "" ? cause.message : thrown.message;
}
