import { nobody, type Identity } from "#operations/access/identity.ts";
import type { AuditEnd } from "#ports/access-store.ts";
import { accessTable, type DenialReason, type Permission } from "#vocabulary/access.ts";
import { problemCodes, ProblemError, type ProblemCode } from "../problem.ts";
import type { AccessControl, Asked } from "./access-control.ts";
import { AccessDenied, type DeniedWho } from "./access-denied.ts";
import { limitHeaders, type Allowance } from "./rate-limit.ts";

/** Requests a minute: of somebody who is known, and from one address of those who are not. */
export const requestsAMinute = { known: 6_000, unknown: 300 } as const;

/** A request as it came. */
export interface Arrived {
  readonly request: Request;
  readonly requestId: string;
  /** The address that it came from. */
  readonly from: string;
}

/** What access does for one request, from its beginning to its end. */
export class RequestAccess {
  private readonly control: AccessControl;
  private readonly arrived: Arrived;
  private identity: Identity = nobody;
  private permission: Permission | null = null;
  private allowance: Allowance | null = null;
  /** Of the audit, where it is a write that began. */
  private entry: string | null = null;

  constructor(control: AccessControl, arrived: Arrived) {
    this.control = control;
    this.arrived = arrived;
  }

  /** Throws ProblemError where the request cannot be meant for this service. */
  guard(): void {
    this.control.guard(this.arrived.request);
  }

  /** Says who asks. Throws ProblemError where they may not, or ask too much. */
  async admit(asked: Asked): Promise<Identity> {
    this.permission = asked.permission;
    if (accessTable[asked.permission].least === null) {
      // Probes are answered whatever else is asked. Who comes to sign in may bring what has ended.
      if (!this.control.isOpen && asked.permission !== "see-health") this.count();
      return this.identity;
    }
    this.identity = await this.control.identify(this.arrived.request);
    this.control.admit(this.identity, asked);
    if (!this.control.isOpen) this.count();
    return this.identity;
  }

  /** A write stands in the audit before it is done. Gives the id of its entry; null: it is none. */
  async begin(): Promise<string | null> {
    if (this.permission === null || !accessTable[this.permission].isWrite) return null;
    this.entry = await this.control.record({ ...this.about(), outcome: "begun" });
    return this.entry;
  }

  /** `actorId`: who it turned out to be. */
  async end(status: number, actorId: string | null = null): Promise<void> {
    const outcome = status < 400 ? "done" : "failed";
    await this.finish({ outcome, reason: null, status, actorId });
  }

  /** Keeps a denial in the audit, unless that address was denied too often: that is said instead. */
  async refused(problem: ProblemError): Promise<ProblemError> {
    const { status } = problemCodes[problem.code];
    const denial = denialOf(problem);
    if (denial === null) {
      await this.end(status);
      return problem;
    }
    const { reason, who } = denial;
    if (this.entry !== null) {
      await this.finish({ outcome: "denied", reason, status, actorId: who.actorId });
      return problem;
    }
    if (this.identity.role === null) {
      const over = this.take(`from ${this.arrived.from}`, requestsAMinute.unknown);
      if (over !== null) return over;
    }
    const about = this.about();
    await this.control.record({
      ...about,
      actorId: who.actorId ?? about.actorId,
      tokenId: who.tokenId ?? about.tokenId,
      outcome: "denied",
      reason,
      status,
    });
    return problem;
  }

  private async finish(end: AuditEnd): Promise<void> {
    if (this.entry === null) return;
    const entry = this.entry;
    this.entry = null;
    await this.control.finish(entry, end);
  }

  headers(): Readonly<Record<string, string>> {
    return this.allowance === null ? {} : limitHeaders(this.allowance);
  }

  private count(): void {
    const { role, tokenId, sessionId } = this.identity;
    const over =
      role === null
        ? this.take(`from ${this.arrived.from}`, requestsAMinute.unknown)
        : this.take(`${tokenId ?? ""} ${sessionId ?? ""}`, requestsAMinute.known);
    if (over !== null) throw over;
  }

  private take(key: string, limit: number): ProblemError | null {
    this.allowance = this.control.limit.take(key, limit);
    if (!this.allowance.isOver) return null;
    return new ProblemError(
      "too-many-requests",
      `${String(limit)} requests a minute are answered, and those are used up.`,
      `Ask again in ${String(this.allowance.seconds)} seconds.`,
    );
  }

  private about() {
    const { request, requestId } = this.arrived;
    const { kind: identity, actorId, tokenId } = this.identity;
    return {
      identity,
      actorId,
      tokenId,
      verb: this.permission,
      method: request.method.slice(0, 20),
      target: new URL(request.url).pathname.slice(0, 500),
      reason: null,
      status: null,
      requestId,
    };
  }
}

const reasonOf: Partial<Record<ProblemCode, DenialReason>> = {
  "cross-site": "cross-site",
  "wrong-host": "wrong-host",
};

function denialOf(problem: ProblemError): { reason: DenialReason; who: DeniedWho } | null {
  if (problem instanceof AccessDenied) return problem;
  const reason = reasonOf[problem.code];
  return reason === undefined ? null : { reason, who: { tokenId: null, actorId: null } };
}
