import type { DeclaredFact, DeclaredWrite, StatedBy } from "#ports/declared-facts.ts";
import type { DeclaringContext } from "./declaring-context.ts";

export interface UndoDeclaredInput {
  readonly organisation: string;
  readonly id: string;
  readonly by: StatedBy;
  readonly write: DeclaredWrite;
}

/** From now on the evidence says what it says; the record is kept. Null: there is none. Throws `seen-changed`, `key-used`. */
export function undoDeclared(
  { clock, facts }: Pick<DeclaringContext, "clock" | "facts">,
  { organisation, id, by, write }: UndoDeclaredInput,
): Promise<DeclaredFact | null> {
  return facts.undo({ organisation, id }, { ...by, at: clock.now() }, write);
}
