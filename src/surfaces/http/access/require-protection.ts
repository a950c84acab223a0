import type { AccessContext } from "#operations/access/access-context.ts";
import type { ServiceAccess } from "#operations/access/read-settings.ts";
import { FulcrumError } from "#kernel/errors.ts";

/** Throws `not-protected` where others could reach the service, and nobody could be told from anybody. */
export async function requireProtection(
  { host, isLoopback }: { readonly host: string; readonly isLoopback: boolean },
  { provider, publicOrigin }: ServiceAccess,
  { clock, access }: AccessContext,
): Promise<void> {
  if ((isLoopback && publicOrigin === null) || provider !== null) return;
  if ((await access.tokens.countLive(clock.now())) > 0) return;
  throw new FulcrumError(
    "not-protected",
    `${publicOrigin === null ? `On ${host}` : `At ${publicOrigin}`} others could reach the service, and there is nothing yet that they could sign in with.`,
    "Make a token first (fulcrum token create --role admin --name me), or set FULCRUM_OIDC_ISSUER and what belongs to it (docs/access.md). On this machine alone neither is needed: leave out --host and FULCRUM_PUBLIC_URL.",
  );
}
