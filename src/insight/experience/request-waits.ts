import { append } from "#kernel/lists-by-key.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import type { RequestWait } from "./result.ts";

/** Requests opened by as-of, by kind: how many, how old the open ones are, how long answers took. Seconds. */
export function requestWaits(requests: readonly DemandRequest[], asOf: number): RequestWait[] {
  const kinds = new Map<string, DemandRequest[]>();
  for (const request of requests) {
    if (request.openedAt > asOf) continue;
    append(kinds, request.kind, request);
  }
  return [...kinds]
    .map(([kind, list]) => {
      const open = list.filter((one) => one.closedAt === null || one.closedAt > asOf);
      const answers = list.flatMap((one) => {
        const answered = one.answeredAt ?? one.closedAt;
        return answered === null || answered > asOf ? [] : [answered - one.openedAt];
      });
      return {
        kind,
        count: list.length,
        openCount: open.length,
        openAgeP50: median(open.map((one) => asOf - one.openedAt)),
        answerP50: median(answers),
        answeredCount: answers.length,
      };
    })
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : quantileOf(values, 0.5);
}
