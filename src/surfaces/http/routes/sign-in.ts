import { z } from "zod";
import { finishSignIn, beginSignIn, signInMs } from "#operations/access/sign-in.ts";
import { ProviderUnavailable } from "#ports/identity-provider.ts";
import { identityKinds, roles } from "#vocabulary/access.ts";
import { AccessDenied } from "../access/access-denied.ts";
import { ProblemError } from "../problem.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import type { ServiceContext } from "../service-context.ts";
import type { SigningIn } from "../sign-in/signing-in.ts";
import { callbackPath } from "../sign-in/open-provider.ts";

const begin = defineRoute({
  method: "get",
  path: "/api/v1/sign-in",
  permission: "begin-sign-in",
  summary: "Sends a browser to the provider of identities",
  query: z.object({
    return: z.string().max(500).default("/").describe("the path of this service to come back to"),
  }),
  answers: { 302: { description: "To the provider.", schema: null } },
  problems: ["sign-in-unavailable"],
  answer: async (context, { query }) => {
    const signIn = signingIn(context);
    const parts = { ...context, ...signIn };
    const begun = await beginSignIn(parts, ownPath(query.return)).catch(unavailable);
    return sentTo(begun.address, [signIn.cookies.write("sign-in", begun.browser, signInMs / 1000)]);
  },
});

const finish = defineRoute({
  method: "get",
  path: callbackPath,
  permission: "sign-in",
  summary: "Where the provider sends a browser back to: opens a session",
  takesAnyQuery: true,
  answers: { 302: { description: "To where the browser came from.", schema: null } },
  problems: ["sign-in-refused", "sign-in-unavailable"],
  answer: async (context, { url, request }) => {
    const signIn = signingIn(context);
    const { cookies, publicOrigin, session } = signIn;
    const address = new URL(`${publicOrigin}${callbackPath}${url.search}`);
    const browser = cookies.read(request, "sign-in") ?? "";
    const done = await finishSignIn({ ...context, ...signIn }, { address, browser }).catch(
      unavailable,
    );
    if ("refused" in done)
      throw new AccessDenied({
        reason: done.refused,
        actorId: done.actorId,
        cause: done.cause,
        code: "sign-in-refused",
        detail:
          done.refused === "no-role"
            ? "You are known to the provider, and none of your groups has a role here."
            : "The sign-in cannot be trusted, took too long, or was used before.",
        next: "Sign in once more: /api/v1/sign-in. If that does not help, ask an admin.",
      });
    // Whoever knew the old one knows nothing of the new one.
    const old = await context.control.sessionOf(request);
    if (old !== null) await context.access.sessions.end(old, context.clock.now());
    const location = `${publicOrigin}${done.returnTo}`;
    return {
      ...sentTo(location, [
        cookies.write("sign-in", null, 0),
        cookies.write("session", done.secret, session.longestMs / 1000),
      ]),
      doneBy: done.session.actorId,
    };
  },
});

const end = defineRoute({
  method: "post",
  path: "/api/v1/sign-out",
  permission: "sign-out",
  summary: "Ends the session of whoever asks",
  answers: {
    200: { description: "It is ended.", schema: z.object({}).meta({ id: "Signed-Out" }) },
  },
  answer: async ({ access, clock, signIn }, { identity: { sessionId } }) => {
    if (sessionId !== null) await access.sessions.end(sessionId, clock.now());
    const gone = signIn?.cookies.write("session", null, 0);
    return { body: {}, headers: gone === undefined ? {} : { "Set-Cookie": gone } };
  },
});

const selfSchema = z
  .object({
    kind: z.enum(identityKinds).describe("how it is known"),
    name: z.string().nullable().describe("of the person, or of the token"),
    role: z.enum(roles).nullable(),
    organisations: z.array(z.string()).nullable().describe("null: all of them"),
  })
  .meta({ id: "Self" });

const self = defineRoute({
  method: "get",
  path: "/api/v1/me",
  permission: "see-self",
  summary: "Who asks, as far as the service knows",
  answers: { 200: { description: "They.", schema: selfSchema } },
  answer: async (_, { identity: { kind, name, role, organisations } }) => ({
    body: { kind, name, role, organisations },
  }),
});

/** Of an address only what stays on this service: `//elsewhere` and `/\elsewhere` are names of other hosts to a browser. */
export function ownPath(wanted: string): string {
  if (!/^\/(?![/\\])[^\\]*$/.test(wanted)) return "/";
  const base = "https://here.invalid";
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  if (url === null || url.origin !== base || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

function signingIn({ signIn }: ServiceContext): SigningIn {
  if (signIn !== null) return signIn;
  throw new ProblemError(
    "not-found",
    "Nobody signs in here with a provider of identities.",
    "Send a token, or have FULCRUM_OIDC_ISSUER set: docs/access.md",
  );
}

function unavailable(error: unknown): never {
  if (!(error instanceof ProviderUnavailable)) throw error;
  throw new ProblemError(
    "sign-in-unavailable",
    "The provider of identities does not answer as it should.",
    "Try again in a moment; the log of the service says more.",
    { cause: error },
  );
}

function sentTo(location: string, cookies: readonly string[]): { readonly response: Response } {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const one of cookies) headers.append("Set-Cookie", one);
  return { response: new Response(null, { status: 302, headers }) };
}

export const signIn: RouteGroup = { name: "Signing in", routes: [begin, finish, end, self] };
