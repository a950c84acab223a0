import type { NewDeclared } from "#contract/declared.ts";
import type { DeclaredFact, DeclaredWrite, StatedBy } from "#ports/declared-facts.ts";
import { checkStatement } from "./check-statement.ts";
import type { DeclaringContext } from "./declaring-context.ts";

export interface DeclareFactInput {
  /** What the organisation is called in addresses. */
  readonly organisation: string;
  /** Where names and ids are looked up. */
  readonly assessment: string;
  readonly declared: NewDeclared;
  readonly by: StatedBy;
  readonly write: DeclaredWrite;
}

/** Keeps what somebody states; it takes the place of what stood about the same subject. Throws `statement-refused`, `seen-changed`, `key-used`. */
export async function declareFact(
  { assessments, clock, facts }: DeclaringContext,
  { organisation, assessment, declared, by, write }: DeclareFactInput,
): Promise<DeclaredFact> {
  const at = clock.now();
  const { statement, subject, reason } = await checkStatement(
    { assessments, assessment, now: at },
    declared,
  );
  const { kind } = declared;
  const fact = { organisation, kind, subject, statement, reason, at, by };
  return facts.declare(fact, write);
}

/** Bots, interviews and surveys say something of everybody; the rest of one component. */
export function concernsAll({
  kind,
  statement,
}: Pick<DeclaredFact, "kind" | "statement">): boolean {
  if (kind !== "correction") return kind === "answer" || kind === "survey";
  return (
    typeof statement === "object" &&
    statement !== null &&
    "kind" in statement &&
    statement.kind === "bot"
  );
}
