import { endOfDay } from "#model/data-end.ts";
import type { Gathered } from "./gathered.ts";

/**
 * The day of the report: that asked for, but never later than the last thing that was read, be it a commit, an event, an answer
 * or a measurement. Git alone may end before; seconds since the epoch, exclusive.
 */
export function reportEnd({ asked, model, deployments, declared, objectives }: Gathered): number {
  const { reportedUntil } = deployments;
  const fed = [
    ...(reportedUntil === null ? [] : [reportedUntil]),
    ...declared.surveys.flatMap(({ answers }) => answers.flatMap(({ at }) => at ?? [])),
    ...declared.answers.map(({ at }) => at),
    ...declared.outcomes.map(({ at }) => at),
    ...(declared.usability ?? []).flatMap(({ foundAt, resolvedAt }) => [
      foundAt,
      resolvedAt ?? foundAt,
    ]),
    ...(declared.partners ?? []).flatMap(({ at }) => at ?? []),
    ...(declared.requests ?? []).flatMap(({ openedAt, answeredAt, closedAt }) => [
      openedAt,
      answeredAt ?? openedAt,
      closedAt ?? openedAt,
    ]),
    ...(objectives.answers.size > 0 ? [objectives.at - 1] : []),
  ];
  let end = model.organisation.asOf;
  for (const at of fed) end = Math.max(end, endOfDay(at));
  return Math.min(asked, end);
}
