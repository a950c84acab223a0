import type { AssessmentReader } from "#ports/assessment-store.ts";
import type { Clock } from "#ports/context.ts";
import type { DeclaredFactStore } from "#ports/declared-facts.ts";

/** What verbs about stated facts are handed. */
export interface DeclaringContext {
  readonly clock: Clock;
  readonly facts: DeclaredFactStore;
  readonly assessments: AssessmentReader;
}
