import type { AccessStore } from "#ports/access-store.ts";
import type { Clock } from "#ports/context.ts";

/** What a verb about access is handed. */
export interface AccessContext {
  readonly clock: Clock;
  readonly access: AccessStore;
}
