import type * as OpenIdClient from "openid-client";
import { z } from "zod";
import { messageOf } from "#kernel/errors.ts";
import type { ProviderSettings } from "#operations/access/read-settings.ts";
import {
  ProviderRefused,
  ProviderUnavailable,
  type IdentityProvider,
  type SignInQuestion,
  type VouchedPerson,
} from "#ports/identity-provider.ts";
import { guardedFetch, OutgoingFailure, type ResolveHost } from "../outgoing/guarded-fetch.ts";

/** Where the provider sends people back to. */
export const callbackPath = "/api/v1/sign-in/callback";

const limits = { mostBytes: 1024 * 1024, longestMs: 10_000 };

type Client = typeof OpenIdClient;

/** Code flow with PKCE, state and nonce after OpenID Connect. It is asked about itself when the first person signs in, and loaded then. */
export function openProvider(
  settings: ProviderSettings,
  publicOrigin: string,
  resolve?: ResolveHost,
): IdentityProvider {
  const redirect = `${publicOrigin}${callbackPath}`;
  let found: Promise<OpenIdClient.Configuration> | null = null;
  /** A provider that did not answer is asked again by the next person. */
  const discovered = async (client: Client): Promise<OpenIdClient.Configuration> => {
    found ??= discover(client, settings, resolve);
    try {
      return await found;
    } catch (error) {
      found = null;
      throw new ProviderUnavailable({ cause: error });
    }
  };
  return {
    begin: async () => {
      const client = await import("openid-client");
      const configuration = await discovered(client);
      const question = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const { state, nonce, verifier } = question;
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirect,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      if (address.protocol !== "https:" && !settings.allowPrivate)
        throw new ProviderUnavailable({ cause: new Error("it would ask people without https") });
      return { ...question, address: address.href };
    },
    finish: async (cameBack, question) => {
      const client = await import("openid-client");
      const configuration = await discovered(client);
      try {
        return await vouched(client, configuration, settings, { cameBack, question });
      } catch (error) {
        if (hasFailedOutside(error)) throw new ProviderUnavailable({ cause: error });
        throw new ProviderRefused({ cause: new Error(messageOf(error), { cause: error }) });
      }
    },
  };
}

async function discover(
  client: Client,
  { issuer, clientId, clientSecret, allowPrivate }: ProviderSettings,
  resolve: ResolveHost | undefined,
): Promise<OpenIdClient.Configuration> {
  const rules = { ...limits, allowPrivate, ...(resolve === undefined ? {} : { resolve }) };
  const ask: OpenIdClient.CustomFetch = (address, { method, headers, body, signal }) =>
    guardedFetch(
      address,
      { method, headers, body: body == null ? null : textOf(body), signal },
      rules,
    );
  return client.discovery(issuer, clientId, {}, provingWith(client, clientSecret), {
    [client.customFetch]: ask,
    // Signatures count also where the channel is trusted: whoever could forge an answer would be let in.
    execute: [
      client.enableNonRepudiationChecks,
      ...(issuer.protocol === "http:" ? [client.allowInsecureRequests] : []),
    ],
  });
}

/** As the provider wants it; without saying so it means the first. */
function provingWith(client: Client, secret: string | null): OpenIdClient.ClientAuth {
  if (secret === null) return client.None();
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, self, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    (ways.includes("client_secret_basic") ? basic : post)(server, self, body, headers);
  };
}

const groupsSchema = z.union([
  z.array(z.string().max(2_000)).max(10_000),
  z.string().transform((one) => [one]),
]);
const namesSchema = z.looseObject({
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
});

async function vouched(
  client: Client,
  configuration: OpenIdClient.Configuration,
  { groupsClaim }: ProviderSettings,
  { cameBack, question }: { readonly cameBack: URL; readonly question: SignInQuestion },
): Promise<VouchedPerson> {
  const tokens = await client.authorizationCodeGrant(configuration, cameBack, {
    expectedState: question.state,
    expectedNonce: question.nonce,
    pkceCodeVerifier: question.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error("no ID token came");
  const { iss: issuer, sub: subject } = claims;
  // Many providers say groups and names there only.
  const said =
    claims[groupsClaim] === undefined &&
    configuration.serverMetadata().userinfo_endpoint !== undefined
      ? { ...claims, ...(await client.fetchUserInfo(configuration, tokens.access_token, subject)) }
      : claims;
  const groups = groupsSchema.safeParse(said[groupsClaim]);
  const { name, preferred_username: handle, email } = namesSchema.parse(said);
  return {
    issuer,
    subject,
    name: name ?? handle ?? email ?? subject,
    groups: groups.success ? groups.data : [],
  };
}

function textOf(body: OpenIdClient.FetchBody): string | Uint8Array {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new OutgoingFailure("a body that is not sent here");
}

function hasFailedOutside(error: unknown): boolean {
  let at: unknown = error;
  for (let deep = 0; deep < 5 && at instanceof Error; deep++) {
    if (at instanceof OutgoingFailure) return true;
    at = at.cause;
  }
  return false;
}
