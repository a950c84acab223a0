import type {
  AuditOutcome,
  DenialReason,
  IdentityKind,
  Permission,
  Role,
} from "#vocabulary/access.ts";

/** Instants are milliseconds since the epoch; a digest is SHA-256, 32 bytes. */

export interface NewToken {
  readonly digest: Buffer;
  readonly name: string;
  readonly role: Role;
  /** Slugs; null: all of them. */
  readonly organisations: readonly string[] | null;
  readonly createdAt: number;
  /** Id of an actor; null: by a command, or at the machine. */
  readonly createdBy: string | null;
  readonly expiresAt: number;
}

export interface KeptToken extends Omit<NewToken, "digest"> {
  readonly id: string;
  readonly revokedAt: number | null;
  /** "2026-03-04", UTC. */
  readonly lastUsedOn: string | null;
}

export interface TokenStore {
  add(token: NewToken): Promise<KeptToken>;
  /** The latest first. */
  all(): Promise<readonly KeptToken[]>;
  /** Expired and revoked ones, too. */
  byDigest(digest: Buffer): Promise<KeptToken | null>;
  noteUse(id: string, day: string): Promise<void>;
  /** Null: there is none. One that is revoked already stays as it was. */
  revoke(id: string, at: number): Promise<KeptToken | null>;
  /** How many can be used at that instant. */
  countLive(at: number): Promise<number>;
}

/** A person whom a provider of identities knows. */
export interface Actor {
  readonly id: string;
  /** A pseudonym once they were forgotten. */
  readonly name: string;
  readonly createdAt: number;
  readonly forgottenAt: number | null;
}

export interface NewActor {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly at: number;
}

export interface ActorStore {
  /** The one of that issuer and subject, with this name from now on. */
  know(actor: NewActor): Promise<Actor>;
  all(): Promise<readonly Actor[]>;
  /** Takes away name, issuer and subject for good, and ends the sessions. Null: there is none. */
  forget(id: string, pseudonym: string, at: number): Promise<Actor | null>;
}

/** What has to come back from the provider of identities. */
export interface NewSignIn {
  readonly stateDigest: Buffer;
  /** Of a word in a cookie of the browser that began. */
  readonly browserDigest: Buffer;
  readonly nonce: string;
  readonly verifier: string;
  /** A path of this service. */
  readonly returnTo: string;
  readonly expiresAt: number;
}

export interface NewSession {
  readonly digest: Buffer;
  readonly actorId: string;
  readonly role: Role;
  readonly startedAt: number;
  /** Whatever happens. */
  readonly endsAt: number;
}

export interface KeptSession extends Omit<NewSession, "digest"> {
  readonly id: string;
  readonly actorName: string;
  readonly seenAt: number;
  readonly endedAt: number | null;
}

export interface SessionStore {
  begin(signIn: NewSignIn): Promise<void>;
  /** Gives it once only; sweeps those that expired. */
  take(stateDigest: Buffer, at: number): Promise<NewSignIn | null>;
  start(session: NewSession): Promise<KeptSession>;
  /** Those that ended, too. */
  byDigest(digest: Buffer): Promise<KeptSession | null>;
  noteSeen(id: string, at: number): Promise<void>;
  /** Null: there is none. */
  end(id: string, at: number): Promise<KeptSession | null>;
  /** Those that have not ended, the latest first. */
  living(at: number): Promise<readonly KeptSession[]>;
}

/** What somebody did or was refused. Nothing of what was sent is in it. */
export interface NewAuditEntry {
  readonly at: number;
  readonly identity: IdentityKind;
  readonly actorId: string | null;
  readonly tokenId: string | null;
  /** Null: it was refused before that was known. */
  readonly verb: Permission | null;
  readonly method: string;
  /** The path that was asked for, without its query; of a command its words. */
  readonly target: string;
  readonly outcome: AuditOutcome;
  /** Why it was denied. */
  readonly reason: DenialReason | null;
  readonly status: number | null;
  readonly requestId: string;
}

/** Verbs and reasons of a later or an earlier version are read as they stand. */
export interface KeptAuditEntry extends Omit<NewAuditEntry, "verb" | "reason"> {
  readonly id: string;
  readonly verb: string | null;
  readonly reason: string | null;
  /** Null: nobody who signed in. */
  readonly actorName: string | null;
  readonly tokenName: string | null;
}

export interface AuditEnd {
  readonly outcome: AuditOutcome;
  readonly reason: DenialReason | null;
  readonly status: number | null;
  /** Who it turned out to be; null: as it was. */
  readonly actorId: string | null;
}

export interface AuditWish {
  /** Inclusive; null: from the first. */
  readonly since: number | null;
  /** Exclusive; null: to the last. */
  readonly until: number | null;
}

export interface AuditStore {
  /** Gives its id. */
  add(entry: NewAuditEntry): Promise<string>;
  finish(id: string, end: AuditEnd): Promise<void>;
  /** In the order in which they were written, read as they are asked for. */
  entries(wish: AuditWish): AsyncIterable<KeptAuditEntry>;
}

/** Everything that is kept about access. All throw `database-failed`. */
export interface AccessStore {
  readonly tokens: TokenStore;
  readonly actors: ActorStore;
  readonly sessions: SessionStore;
  readonly audit: AuditStore;
}
