import type { Use } from "./spans.ts";

/**
 * The parts of `mentions` before the last of `calls` ends. A call that moves from file to file is not seen in those that are
 * gone; where the component went on naming the service, its use went on. A name that outlives the calls proves nothing.
 */
export function bridges(calls: readonly Use[], mentions: readonly Use[]): Use[] {
  const [first, ...others] = calls;
  if (first === undefined) return [];
  let end = first.to;
  for (const { to } of others) if (end !== null && (to === null || to.at > end.at)) end = to;
  return mentions.flatMap(({ from, to }) => {
    const cut = end !== null && (to === null || to.at > end.at) ? end : to;
    return cut !== null && cut.at <= from.at ? [] : { from, to: cut };
  });
}
