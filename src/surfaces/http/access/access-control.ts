import { identifyToken } from "#operations/access/identify-token.ts";
import { atTheMachine, nobody, type Identity } from "#operations/access/identity.ts";
import type { AccessStore, AuditEnd, NewAuditEntry } from "#ports/access-store.ts";
import type { Clock } from "#ports/context.ts";
import { mayDo, type Permission } from "#vocabulary/access.ts";
import { guardRequest, type OwnAddress } from "../guard-request.ts";
import { AccessDenied } from "./access-denied.ts";
import { RateLimit } from "./rate-limit.ts";

/** How somebody may be known to the service. */
export interface AccessWays {
  /** Nobody signs in: only this machine can reach the service, and whoever does may do everything. */
  readonly isOpen: boolean;
}

export interface AccessControlParts {
  readonly clock: Clock;
  readonly access: AccessStore;
  readonly ways: AccessWays;
  /** Known once it listens. */
  readonly ownAddress: () => OwnAddress;
}

/** What is asked, as far as access goes. */
export interface Asked {
  readonly permission: Permission;
  /** The slug in the address; null: it is about no organisation. */
  readonly organisation: string | null;
}

/** Says who asks and whether they may, and keeps what they did. */
export class AccessControl {
  readonly isOpen: boolean;
  readonly limit: RateLimit;
  private readonly parts: AccessControlParts;

  constructor(parts: AccessControlParts) {
    this.parts = parts;
    this.isOpen = parts.ways.isOpen;
    this.limit = new RateLimit(parts.clock);
  }

  /** Throws where a request cannot be meant for this service. */
  guard(request: Request): void {
    if (this.isOpen) guardRequest(request, this.parts.ownAddress());
  }

  /** Throws AccessDenied where what was sent to be known by is not good for it. */
  async identify(request: Request): Promise<Identity> {
    if (this.isOpen) return atTheMachine;
    const bearer = bearerOf(request);
    if (bearer === null) return nobody;
    const found = await identifyToken(this.parts, bearer);
    if (!("refused" in found)) return found;
    const { refused: reason, tokenId } = found;
    throw new AccessDenied({
      reason,
      tokenId,
      code: "not-signed-in",
      detail: "The token is not good, or not any more.",
      next: "Ask an admin for another one: fulcrum token create",
    });
  }

  /** Throws AccessDenied where they may not. */
  admit(identity: Identity, { permission, organisation }: Asked): void {
    const { kind, role, organisations, tokenId, actorId } = identity;
    if (mayDo(null, permission)) return;
    if (kind === "nobody")
      throw new AccessDenied({
        reason: "no-identity",
        code: "not-signed-in",
        detail: "Nobody is signed in.",
        next: "Sign in at /api/v1/sign-in, or send a token: Authorization: Bearer fulcrum_…",
      });
    const refuse = (reason: "role" | "organisation", detail: string, next: string): never => {
      const code = "not-allowed";
      throw new AccessDenied({ reason, code, detail, next, tokenId, actorId });
    };
    if (!mayDo(role, permission))
      refuse(
        "role",
        `The role ${String(role)} may not do this (${permission}).`,
        "Ask an admin for another role; docs/access.md says who may do what.",
      );
    if (organisations !== null && (organisation === null || !organisations.includes(organisation)))
      refuse(
        "organisation",
        "The token reaches other organisations only.",
        "Ask an admin for a token that reaches this one, or all of them.",
      );
  }

  /** Gives the id of an entry of the audit. */
  record(entry: Omit<NewAuditEntry, "at">): Promise<string> {
    return this.parts.access.audit.add({ at: this.parts.clock.now(), ...entry });
  }

  async finish(entry: string, end: AuditEnd): Promise<void> {
    await this.parts.access.audit.finish(entry, end);
  }
}

/** Null: none was sent. */
function bearerOf(request: Request): string | null {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  return /^bearer +(\S{1,512})\s*$/i.exec(header)?.[1] ?? "";
}
