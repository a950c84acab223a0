import type { DenialReason } from "#vocabulary/access.ts";
import { ProblemError, type ProblemCode } from "../problem.ts";

/** Whom a refusal concerns, where that is known. */
export interface DeniedWho {
  readonly tokenId: string | null;
  readonly actorId: string | null;
}

export interface Denial extends Partial<DeniedWho> {
  readonly reason: DenialReason;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly next: string;
  /** For the log. */
  readonly cause?: unknown;
}

/** A refusal that stands in the audit, with a reason that who asks is not told. */
export class AccessDenied extends ProblemError {
  readonly reason: DenialReason;
  readonly who: DeniedWho;

  constructor({ reason, code, detail, next, tokenId = null, actorId = null, cause }: Denial) {
    super(code, detail, next, cause === undefined ? {} : { cause });
    this.name = "AccessDenied";
    this.reason = reason;
    this.who = { tokenId, actorId };
  }
}
