import type { Moment } from "#evidence/moment.ts";
import type { Use } from "./spans.ts";

/**
 * The parts of `mentions` between the first and the last of `calls`. A call that moves from file to file is not seen in those
 * that are gone; where the component went on naming the service meanwhile, its use went on.
 */
export function bridges(calls: readonly Use[], mentions: readonly Use[]): Use[] {
  const [first, ...others] = calls;
  if (first === undefined || mentions.length === 0) return [];
  let start: Moment = first.from;
  let end: Moment | null = first.to;
  for (const { from, to } of others) {
    if (from.at < start.at) start = from;
    if (end !== null && (to === null || to.at > end.at)) end = to;
  }
  return mentions.flatMap(({ from, to }) => {
    const cutFrom = from.at < start.at ? start : from;
    const cutTo = end !== null && (to === null || to.at > end.at) ? end : to;
    return cutTo !== null && cutTo.at <= cutFrom.at ? [] : { from: cutFrom, to: cutTo };
  });
}
