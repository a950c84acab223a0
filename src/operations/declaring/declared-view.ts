import { declaredStatement, type DeclaredRecord } from "#contract/declared.ts";
import type { DeclaredFact, KnownStatedBy } from "#ports/declared-facts.ts";

/** As it is answered. */
export function declaredView(fact: DeclaredFact): DeclaredRecord {
  const { statement, subject, at, by, undone, ...rest } = fact;
  return {
    ...rest,
    subject: [...subject],
    statement: declaredStatement.parse(statement),
    at: new Date(at).toISOString(),
    by: byView(by),
    undone:
      undone === null ? null : { at: new Date(undone.at).toISOString(), by: byView(undone.by) },
  };
}

function byView(by: KnownStatedBy): DeclaredRecord["by"] {
  const { identity, actorId, actorName, tokenId, tokenName } = by;
  return {
    identity,
    actor: actorId === null ? null : { id: actorId, name: actorName ?? "" },
    token: tokenId === null ? null : { id: tokenId, name: tokenName ?? "" },
  };
}
