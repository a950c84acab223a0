import { z } from "zod";
import { terminalText } from "#kernel/terminal-text.ts";
import type { KeptToken } from "#ports/access-store.ts";
import { roles } from "#vocabulary/access.ts";

/** What it is for: text of one line that shows nothing but itself. */
export const tokenName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => terminalText(text) === text, "no control characters");

/** A token as people and programs see it; instants are ISO 8601, UTC. */
export const tokenViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    organisations: z.array(z.string()).nullable().describe("null: all of them"),
    created: z.string(),
    expires: z.string(),
    revoked: z.string().nullable(),
    lastUsed: z.string().nullable().describe("a day"),
  })
  .meta({ id: "Access-Token" });
export type TokenView = z.infer<typeof tokenViewSchema>;

export function tokenView(token: KeptToken): TokenView {
  const { id, name, role, organisations, createdAt, expiresAt, revokedAt, lastUsedOn } = token;
  return {
    id,
    name,
    role,
    organisations: organisations === null ? null : [...organisations],
    created: instant(createdAt),
    expires: instant(expiresAt),
    revoked: revokedAt === null ? null : instant(revokedAt),
    lastUsed: lastUsedOn,
  };
}

export function instant(at: number): string {
  return new Date(at).toISOString();
}
