import { accessSettings, secretSetting, type AccessSettings } from "#contract/service-settings.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { readPlainText } from "#kernel/plain-file.ts";
import type { Role } from "#vocabulary/access.ts";

/** A provider of identities, and what its groups mean here. */
export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly scopes: string;
  readonly groupsClaim: string;
  readonly groupRoles: readonly { readonly group: string; readonly role: Role }[];
  readonly allowPrivate: boolean;
}

/** How somebody may be known to the service. Durations in milliseconds. */
export interface ServiceAccess {
  /** `https://fulcrum.example.org`; null: none was named. */
  readonly publicOrigin: string | null;
  readonly provider: ProviderSettings | null;
  readonly session: { readonly idleMs: number; readonly longestMs: number };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Names that begin like this are ours: a misspelled one is said, not passed over. */
const ours = /^FULCRUM_(?:PUBLIC|OIDC|SESSION)_/;
const mostSecretBytes = 10_000;

/** Reads them from the environment, and a secret from the file that it names. Throws `configuration-invalid`. */
export async function readAccessSettings(environment: Environment): Promise<ServiceAccess> {
  const set = Object.entries(environment).filter(
    (one): one is [string, string] => ours.test(one[0]) && one[1] !== undefined && one[1] !== "",
  );
  const named = new Map(set);
  const file = `${secretSetting}_FILE`;
  const path = named.get(file);
  if (path !== undefined) {
    if (named.has(secretSetting))
      throw invalid(`${secretSetting} and ${file} are both set`, "Leave one of them out.");
    named.delete(file);
    named.set(secretSetting, await readSecret(file, path));
  }
  const parsed = accessSettings.safeParse(Object.fromEntries(named));
  if (!parsed.success) {
    const said = parsed.error.issues.map((issue) =>
      issue.code === "unrecognized_keys"
        ? `${issue.keys.join(", ")} is not known`
        : `${String(issue.path[0])}: ${issue.message}`,
    );
    throw invalid(said.join("; "), "docs/access.md lists what can be set.");
  }
  const settings = parsed.data;
  const publicOrigin = originOf(settings.FULCRUM_PUBLIC_URL);
  return {
    publicOrigin,
    provider: providerOf(settings, publicOrigin),
    session: { idleMs: settings.FULCRUM_SESSION_IDLE, longestMs: settings.FULCRUM_SESSION_LONGEST },
  };
}

function originOf(address: string | undefined): string | null {
  if (address === undefined) return null;
  const url = new URL(address);
  if (url.protocol !== "https:" && !isThisMachine(url))
    throw invalid(
      "FULCRUM_PUBLIC_URL is not https",
      "Put a proxy with a certificate in front, and name the address of that.",
    );
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "")
    throw invalid(
      "FULCRUM_PUBLIC_URL is more than an origin",
      "Name scheme, host and port only: https://fulcrum.example.org",
    );
  return url.origin;
}

function providerOf(set: AccessSettings, publicOrigin: string | null): ProviderSettings | null {
  const { FULCRUM_OIDC_ISSUER: issuer, FULCRUM_OIDC_CLIENT_ID: clientId } = set;
  if (issuer === undefined) {
    if (clientId === undefined && set.FULCRUM_OIDC_ROLES === undefined) return null;
    throw invalid("FULCRUM_OIDC_ISSUER is missing", "Set it to the address of the provider.");
  }
  if (clientId === undefined)
    throw invalid("FULCRUM_OIDC_CLIENT_ID is missing", "Register this service at the provider.");
  if (set.FULCRUM_OIDC_ROLES === undefined)
    throw invalid("FULCRUM_OIDC_ROLES is missing", "Say which group has which role: *=viewer");
  if (publicOrigin === null)
    throw invalid(
      "FULCRUM_PUBLIC_URL is missing",
      "Set it: the provider sends people back there, to /api/v1/sign-in/callback",
    );
  const allowPrivate = set.FULCRUM_OIDC_ALLOW_PRIVATE;
  const url = new URL(issuer);
  if (url.protocol !== "https:" && !(allowPrivate && isThisMachine(url)))
    throw invalid("FULCRUM_OIDC_ISSUER is not https", "Name the provider's address with https.");
  return {
    issuer: url,
    clientId,
    clientSecret: set.FULCRUM_OIDC_CLIENT_SECRET ?? null,
    scopes: set.FULCRUM_OIDC_SCOPES,
    groupsClaim: set.FULCRUM_OIDC_GROUPS_CLAIM,
    groupRoles: set.FULCRUM_OIDC_ROLES,
    allowPrivate,
  };
}

function isThisMachine({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname);
}

/** The file of a secret of an orchestrator; a line end behind it is not of the secret. */
async function readSecret(name: string, path: string): Promise<string> {
  const said = (why: string): FulcrumError =>
    invalid(
      `the file of ${name} cannot be used: ${why}`,
      "Name a file that holds the secret only.",
    );
  try {
    const text = await readPlainText(path, mostSecretBytes);
    if (text === null) throw said("it is too large for a secret");
    return text.replace(/\r?\n$/, "");
  } catch (error) {
    throw error instanceof FulcrumError ? error : said(messageOf(error));
  }
}

function invalid(what: string, next: string): FulcrumError {
  return new FulcrumError("configuration-invalid", `The settings do not fit: ${what}.`, next);
}
