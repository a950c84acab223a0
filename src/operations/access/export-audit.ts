import { z } from "zod";
import type { AuditWish, KeptAuditEntry } from "#ports/access-store.ts";
import { auditOutcomes, identityKinds } from "#vocabulary/access.ts";
import type { AccessContext } from "./access-context.ts";
import { instant } from "./token-view.ts";

const named = z.object({ id: z.string(), name: z.string() });

/** One line of the audit: a write, or a denial. Nothing of what was sent is in it. */
export const auditLineSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    identity: z.enum(identityKinds),
    actor: named.nullable().describe("the person, where one was signed in"),
    token: named.nullable(),
    verb: z.string().nullable().describe("what had to be allowed"),
    method: z.string(),
    target: z.string().describe("the path, without its query"),
    outcome: z.enum(auditOutcomes),
    reason: z.string().nullable().describe("why it was denied"),
    status: z.int().nullable(),
    requestId: z.string(),
  })
  .meta({ id: "Audit-Line" });

/** Lines of JSON, the earliest first; read from the database as they are asked for. */
export async function* exportAudit(
  { access }: Pick<AccessContext, "access">,
  wish: AuditWish,
): AsyncGenerator<string> {
  for await (const entry of access.audit.entries(wish)) yield JSON.stringify(lineOf(entry));
}

function lineOf(entry: KeptAuditEntry): z.infer<typeof auditLineSchema> {
  const { id, at, actorId, actorName, tokenId, tokenName, ...rest } = entry;
  const { identity, verb, method, target, outcome, reason, status, requestId } = rest;
  return {
    id,
    at: instant(at),
    identity,
    actor: actorId === null ? null : { id: actorId, name: actorName ?? "" },
    token: tokenId === null ? null : { id: tokenId, name: tokenName ?? "" },
    verb,
    method,
    target,
    outcome,
    reason,
    status,
    requestId,
  };
}
