import type { Clock } from "#ports/context.ts";
import type { Inbox, NewRefusal } from "#ports/inbox.ts";

/** What verbs about pushed evidence are handed. */
export interface IngestContext {
  readonly clock: Clock;
  readonly inbox: Inbox;
}

/** Whose it is, and who sends it. */
export interface PushedBy {
  readonly organisation: string;
  /** `github`, `pagerduty` …; `api`: who has a token. */
  readonly sender: string;
  /** As the sender calls the delivery; null: it is known by what stands in it. */
  readonly key: string | null;
}

/** A day of grace for clocks that run ahead, in seconds. */
export const aheadSeconds = 86_400;

const mostRefused = 1_000;

/** So many are kept of one delivery that is all wrong; then their number. */
export function listed(refused: readonly NewRefusal[]): readonly NewRefusal[] {
  if (refused.length <= mostRefused) return refused;
  const left = refused.length - mostRefused;
  return [
    ...refused.slice(0, mostRefused),
    {
      line: refused[mostRefused]?.line ?? 0,
      reason: `${String(left)} more records were refused`,
      needs: "Mend the ones listed first; they mostly share a cause.",
      body: null,
    },
  ];
}
