import { timingSafeEqual } from "node:crypto";
import { terminalText } from "#kernel/terminal-text.ts";
import type { KeptSession } from "#ports/access-store.ts";
import { ProviderRefused, type IdentityProvider } from "#ports/identity-provider.ts";
import { roles, type Role } from "#vocabulary/access.ts";
import type { AccessContext } from "./access-context.ts";
import { refusedFor, type Refused } from "./identity.ts";
import type { ProviderSettings, ServiceAccess } from "./read-settings.ts";
import { digestOfSecret, newSecret } from "./secrets.ts";

export interface SignInContext extends AccessContext {
  readonly provider: IdentityProvider;
  readonly groupRoles: ProviderSettings["groupRoles"];
  readonly session: ServiceAccess["session"];
}

/** For so long somebody may be with the provider. */
export const signInMs = 10 * 60_000;
const longestName = 200;

export interface BegunSignIn {
  /** Of the provider. */
  readonly address: string;
  /** To be kept by the browser, and to come back with it: nobody else's answer counts. */
  readonly browser: string;
}

/** `returnTo`: a path of this service. Throws ProviderUnavailable. */
export async function beginSignIn(
  { clock, access, provider }: SignInContext,
  returnTo: string,
): Promise<BegunSignIn> {
  const { address, state, nonce, verifier } = await provider.begin();
  const browser = newSecret();
  await access.sessions.begin({
    stateDigest: digestOfSecret(state),
    browserDigest: digestOfSecret(browser),
    nonce,
    verifier,
    returnTo,
    expiresAt: clock.now() + signInMs,
  });
  return { address, browser };
}

export interface CameBack {
  /** The whole address, as the provider knows it. */
  readonly address: URL;
  /** What the browser kept; empty: nothing. */
  readonly browser: string;
}

export interface FinishedSignIn {
  /** For the cookie; known here and now only. */
  readonly secret: string;
  readonly session: KeptSession;
  readonly returnTo: string;
}

/** A sign-in of which something does not fit: with what it was, for the log. */
export interface RefusedSignIn extends Refused {
  readonly cause?: unknown;
}

/** Opens a session for whom the provider vouches. Each state counts once. Throws ProviderUnavailable. */
export async function finishSignIn(
  { clock, access, provider, groupRoles, session }: SignInContext,
  { address, browser }: CameBack,
): Promise<FinishedSignIn | RefusedSignIn> {
  const now = clock.now();
  const state = address.searchParams.get("state") ?? "";
  const begun = await access.sessions.take(digestOfSecret(state), now);
  if (begun === null) return refusedFor("unknown-sign-in");
  if (!timingSafeEqual(begun.browserDigest, digestOfSecret(browser)))
    return refusedFor("other-browser");
  const { nonce, verifier, returnTo } = begun;
  const person = await provider
    .finish(address, { state, nonce, verifier })
    .catch((error: unknown) => {
      if (error instanceof ProviderRefused) return error;
      throw error;
    });
  if (person instanceof ProviderRefused)
    return { ...refusedFor("provider-refused"), cause: person };
  const role = roleOf(person.groups, groupRoles);
  const { issuer, subject } = person;
  if (role === null) return refusedFor("no-role");
  const name = terminalText(person.name).slice(0, longestName).trim() || "somebody";
  const { id: actorId } = await access.actors.know({ issuer, subject, name, at: now });
  const secret = newSecret();
  const opened = await access.sessions.start({
    digest: digestOfSecret(secret),
    actorId,
    role,
    startedAt: now,
    endsAt: now + session.longestMs,
  });
  return { secret, session: opened, returnTo };
}

/** The highest of those that somebody's groups give; null: none, so that they are not let in. */
export function roleOf(
  groups: readonly string[],
  groupRoles: ProviderSettings["groupRoles"],
): Role | null {
  const own = new Set(groups);
  const given = groupRoles.filter(({ group }) => group === "*" || own.has(group));
  return roles.findLast((role) => given.some((one) => one.role === role)) ?? null;
}
