import type { ServiceAccess } from "#operations/access/read-settings.ts";
import type { SignInContext } from "#operations/access/sign-in.ts";
import type { ResolveHost } from "../outgoing/guarded-fetch.ts";
import { cookieJar, type CookieJar } from "./cookies.ts";
import { openProvider } from "./open-provider.ts";

/** What signing in with a provider of identities needs. */
export interface SigningIn extends Pick<SignInContext, "provider" | "groupRoles" | "session"> {
  readonly publicOrigin: string;
  readonly cookies: CookieJar;
}

/** What was set of a provider, ready to be asked; null: nothing was. */
export function signingInWith(
  { provider, publicOrigin, session }: ServiceAccess,
  resolve?: ResolveHost,
): SigningIn | null {
  if (provider === null || publicOrigin === null) return null;
  return {
    provider: openProvider(provider, publicOrigin, resolve),
    groupRoles: provider.groupRoles,
    session,
    publicOrigin,
    cookies: cookieJar(publicOrigin),
  };
}
