import type { Extent } from "./scale.ts";

/** What the cursor can stand on, in pixels: a moment with all its values. */
export interface CursorPlace {
  readonly x: number;
  readonly ys: readonly number[];
}

/** Which way a pointer looks: along the axis, or for the nearest dot. */
export type NearestBy = "x" | "both";

/** The position of the place nearest to a pointer; `both`: dots are found by their height as well. Null: there is none. */
export function nearestPlace(
  places: readonly CursorPlace[],
  pointer: { readonly x: number; readonly y: number },
  by: NearestBy,
): number | null {
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { x, ys }] of places.entries()) {
    const beside = x - pointer.x;
    const above = by === "x" ? 0 : Math.min(...ys.map((y) => Math.abs(y - pointer.y)));
    const distance = beside * beside + above * above;
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}

/** The middle of the widest gap between the values of a point, the edges of the plot among them. */
export function widestGap(ys: readonly number[], [top, bottom]: Extent): number {
  const edges = [top, ...[...ys].sort((a, b) => a - b), bottom];
  let [middle, most] = [(top + bottom) / 2, 0];
  for (const [index, edge] of edges.slice(1).entries()) {
    const before = edges[index] ?? edge;
    if (edge - before > most) [middle, most] = [(edge + before) / 2, edge - before];
  }
  return middle;
}
