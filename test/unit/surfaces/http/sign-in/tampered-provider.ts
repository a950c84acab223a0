import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { callbackPath } from "#surfaces/http/sign-in/open-provider.ts";
import { publicOrigin } from "../access/asked-service.ts";

export type Claims = Readonly<Record<string, unknown>>;

/** An ID token that somebody made up, from what the provider would have said. */
export type Forgery = (claims: Claims) => string;

export interface TamperedProvider {
  readonly issuer: string;
  /** Who signs in next. */
  person: { readonly id: string; readonly name: string; readonly groups: readonly string[] };
  /** In place of what the provider says; null: what it says. */
  forgery: Forgery | null;
  /** Walks a browser through it, to the address that it is sent back to. */
  walk(address: string): Promise<URL>;
  /** As the provider signs, or as somebody else would. */
  signed(claims: Claims, as?: { readonly key?: "own" | "other"; readonly alg?: string }): string;
  stop(): Promise<void>;
}

const kid = "oven";

/** A real provider (`oidc-provider`), between which and whoever asks it for tokens somebody may sit. */
export async function tamperedProvider(): Promise<TamperedProvider> {
  const [own, other] = [rsa(), rsa()];
  let handle = async (_: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.end();
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "fulcrum",
        client_secret: "s3cret",
        redirect_uris: [`${publicOrigin}${callbackPath}`],
      },
    ],
    jwks: { keys: [{ ...own.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" }] },
    claims: { openid: ["sub"], profile: ["name"], groups: ["groups"] },
    cookies: { keys: ["crumbs"] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => "/interaction" },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: async () => ({ sub: accountId, name: self.person.name, groups: self.person.groups }),
    }),
    loadExistingGrant: async (context: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) => {
      const { client, session } = context.oidc;
      const about = { accountId: session.accountId, clientId: client.clientId };
      const grant = new provider.Grant(about);
      grant.addOIDCScope("openid profile groups");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  handle = async (request, response) => {
    if (request.url === "/interaction") {
      const login = { accountId: self.person.id };
      await provider.interactionFinished(request, response, { login });
      return;
    }
    if (request.url === "/token" && self.forgery !== null) tamper(response, self.forgery);
    await callback(request, response);
  };
  const self: TamperedProvider = {
    issuer,
    person: { id: "1", name: "Ada", groups: ["platform"] },
    forgery: null,
    walk: (address) => walkThrough(issuer, address),
    signed: (claims, { key = "own", alg = "RS256" } = {}) => {
      const head = `${encoded({ alg, kid })}.${encoded(claims)}`;
      if (alg === "none") return `${head}.`;
      const signer = createSign("RSA-SHA256").update(head);
      return `${head}.${signer.sign(key === "own" ? own : other, "base64url")}`;
    },
    stop: async () => {
      const stopped = new Promise<void>((done) => void server.close(() => done()));
      server.closeAllConnections();
      await stopped;
    },
  };
  return self;
}

function rsa(): KeyObject {
  return generateKeyPairSync("rsa", { modulusLength: 2_048 }).privateKey;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** Exchanges the ID token of an answer. */
function tamper(response: ServerResponse, forgery: Forgery): void {
  const end = response.end.bind(response) as (text: string) => ServerResponse;
  response.end = ((chunk: Buffer | string) => {
    const body = JSON.parse(String(chunk)) as { id_token?: string };
    if (body.id_token === undefined) return end(String(chunk));
    const [, claims = ""] = body.id_token.split(".");
    const said = JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as Claims;
    const text = JSON.stringify({ ...body, id_token: forgery(said) });
    response.setHeader("Content-Length", Buffer.byteLength(text));
    return end(text);
  }) as ServerResponse["end"];
}

/** Follows redirects and keeps cookies, until it leaves the provider. */
async function walkThrough(issuer: string, address: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(address);
  for (let step = 0; at.href.startsWith(issuer); step++) {
    if (step > 10) throw new Error(`the provider leads nowhere: ${at.href}`);
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const one of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get("location");
    if (next === null) throw new Error(`the provider says ${await response.text()}`);
    at = new URL(next, at);
  }
  return at;
}
