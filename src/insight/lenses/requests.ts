import type { DemandRequest } from "#evidence/declared.ts";

interface Asked {
  readonly requests: readonly DemandRequest[] | null;
  readonly asked: number;
}

/** Requests to the platform that nobody has closed, oldest first. */
export function openRequests({ requests, asked }: Asked): DemandRequest[] {
  return (requests ?? [])
    .filter(
      (one) =>
        one.kind !== "feature" &&
        one.openedAt <= asked &&
        (one.closedAt === null || one.closedAt > asked),
    )
    .toSorted((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
}
