import { identifySession } from "#operations/access/identify-session.ts";
import { identifyToken } from "#operations/access/identify-token.ts";
import { atTheMachine, nobody, type Identity, type Refused } from "#operations/access/identity.ts";
import type { ServiceAccess } from "#operations/access/read-settings.ts";
import type { AccessStore, AuditEnd, NewAuditEntry } from "#ports/access-store.ts";
import type { Clock } from "#ports/context.ts";
import { mayDo, type Permission } from "#vocabulary/access.ts";
import { guardRequest, type OwnAddress } from "../guard-request.ts";
import type { SigningIn } from "../sign-in/signing-in.ts";
import { AccessDenied } from "./access-denied.ts";
import { guardSession } from "./guard-session.ts";
import { RateLimit } from "./rate-limit.ts";

/** Proxies say for whom they ask: somebody on another machine may be behind one on this. */
const proxyHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/** About nobody but who asks. */
const aboutOneself: ReadonlySet<Permission> = new Set<Permission>(["see-self", "sign-out"]);

/** How somebody may be known to the service. */
export interface AccessWays {
  /** Nobody signs in: only this machine can reach the service, and whoever does may do everything. */
  readonly isOpen: boolean;
  readonly session: ServiceAccess["session"];
  /** Null: there are no sessions. */
  readonly signIn: Pick<SigningIn, "cookies" | "publicOrigin"> | null;
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
    if (!this.isOpen) return;
    guardRequest(request, this.parts.ownAddress());
    if (!proxyHeaders.some((name) => request.headers.has(name))) return;
    throw new AccessDenied({
      reason: "proxied",
      code: "not-signed-in",
      detail: "The request comes through a proxy, and nobody signs in here.",
      next: "Set FULCRUM_PUBLIC_URL to the address of the proxy, and make a token or set a provider: docs/access.md",
    });
  }

  /** Throws ProblemError where what was sent to be known by is not good for it, or was sent by a page of somebody else. */
  async identify(request: Request): Promise<Identity> {
    if (this.isOpen) return atTheMachine;
    const bearer = bearerOf(request);
    if (bearer !== null) {
      const found = await identifyToken(this.parts, bearer);
      if (!("refused" in found)) return found;
      throw notKnown(found, "The token is not good, or not any more.", anotherToken);
    }
    const { signIn, session } = this.parts.ways;
    const secret = signIn?.cookies.read(request, "session") ?? null;
    if (signIn === null || secret === null) return nobody;
    const found = await identifySession(this.parts, session, secret);
    if ("refused" in found) throw notKnown(found, "The session has ended.", signInAgain);
    guardSession(request, signIn.publicOrigin, found);
    return found;
  }

  /** Id of the session that a browser sent, where it is a good one. */
  async sessionOf(request: Request): Promise<string | null> {
    const { signIn, session } = this.parts.ways;
    const secret = signIn?.cookies.read(request, "session") ?? null;
    if (secret === null) return null;
    const found = await identifySession(this.parts, session, secret);
    return "refused" in found ? null : found.sessionId;
  }

  /** Throws AccessDenied where they may not. */
  admit(identity: Identity, { permission, organisation }: Asked): void {
    const { kind, role, organisations, tokenId, actorId } = identity;
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
    if (organisations === null || aboutOneself.has(permission)) return;
    if (organisation === null || !organisations.includes(organisation))
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

const anotherToken = "Ask an admin for another one: fulcrum token create";
const signInAgain = "Sign in again: /api/v1/sign-in";

/** Why, only the audit says. */
function notKnown(
  { refused: reason, ...who }: Refused,
  detail: string,
  next: string,
): AccessDenied {
  return new AccessDenied({ reason, ...who, code: "not-signed-in", detail, next });
}

/** Null: none was sent. */
function bearerOf(request: Request): string | null {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  return /^bearer +(\S{1,512})\s*$/i.exec(header)?.[1] ?? "";
}
