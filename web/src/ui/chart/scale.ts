/** From and to: of a domain in its own unit, of a place in pixels. */
export type Extent = readonly [from: number, to: number];
export type Scale = (value: number) => number;

/** Straight from a domain to pixels; what has no extent lies in the middle, so that nothing is divided by 0. */
export function linearScale([from, to]: Extent, [start, end]: Extent): Scale {
  const extent = to - from;
  if (extent === 0) return () => (start + end) / 2;
  return (value) => start + ((value - from) / extent) * (end - start);
}
