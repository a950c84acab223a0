import { z } from "zod";
import { createToken, listTokens, revokeToken } from "#operations/access/manage-tokens.ts";
import { tokenName, tokenView, tokenViewSchema } from "#operations/access/token-view.ts";
import { roles } from "#vocabulary/access.ts";
import { ProblemError } from "../problem.ts";
import { defineRoute, type RouteGroup } from "../route.ts";

const newToken = z
  .strictObject({
    name: tokenName.describe("what it is for"),
    role: z.enum(roles),
    days: z.int().min(1).max(366).default(90).describe("for how long it is good"),
    organisations: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe("as they are called in addresses; null: all of them"),
  })
  .meta({ id: "New-Access-Token" });

const createdToken = tokenViewSchema
  .extend({ token: z.string().describe("shown this once") })
  .meta({ id: "Created-Access-Token" });

const list = defineRoute({
  method: "get",
  path: "/api/v1/tokens",
  permission: "list-tokens",
  summary: "Which tokens there are, the latest first",
  answers: {
    200: {
      description: "All of them, also those that expired or were revoked.",
      schema: z.object({ tokens: z.array(tokenViewSchema) }).meta({ id: "Access-Tokens" }),
    },
  },
  answer: async (context) => ({ body: { tokens: (await listTokens(context)).map(tokenView) } }),
});

const create = defineRoute({
  method: "post",
  path: "/api/v1/tokens",
  permission: "create-token",
  summary: "Makes a token",
  body: newToken,
  mostBytes: 64 * 1024,
  answers: { 201: { description: "The token, shown this once.", schema: createdToken } },
  answer: async (context, { body, identity }) => {
    const made = await createToken(context, { ...body, createdBy: identity.actorId });
    return { status: 201, body: { ...tokenView(made.token), token: made.text } };
  },
});

const revoke = defineRoute({
  method: "delete",
  path: "/api/v1/tokens/{token}",
  permission: "revoke-token",
  summary: "Revokes a token: from now on it opens nothing",
  params: z.object({ token: z.string().max(20) }),
  answers: { 200: { description: "The token, revoked.", schema: tokenViewSchema } },
  answer: async (context, { params: { token } }) => {
    const revoked = await revokeToken(context, token);
    if (revoked !== null) return { body: tokenView(revoked) };
    throw new ProblemError(
      "not-found",
      "There is no token of that id.",
      "See which there are: /api/v1/tokens",
    );
  },
});

export const tokens: RouteGroup = { name: "Tokens", routes: [list, create, revoke] };
