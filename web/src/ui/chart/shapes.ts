import { area, curveLinear, curveStepAfter, line } from "d3-shape";

/** In pixels; y null: not known, there is a gap. */
export interface Place {
  readonly x: number;
  readonly y: number | null;
}

/** `step`: a value holds until the next point, as of things that are counted. */
export type Shape = "step" | "straight";

const curves = { step: curveStepAfter, straight: curveLinear };

/** The path of a series; "" where nothing of it is known. */
export function linePath(places: readonly Place[], shape: Shape): string {
  const path = line<Place>()
    .defined(({ x, y }) => isDrawn(x, y))
    .x(({ x }) => x)
    .y(({ y }) => y ?? 0)
    .curve(curves[shape])
    .digits(1);
  return path(places) ?? "";
}

/** Points without a neighbour, which no line shows. */
export function lonePlaces(places: readonly Place[]): readonly { x: number; y: number }[] {
  const isKnown = (place: Place | undefined): boolean =>
    place !== undefined && isDrawn(place.x, place.y);
  return places.flatMap((place, index) => {
    const { x, y } = place;
    const isAlone = !isKnown(places[index - 1]) && !isKnown(places[index + 1]);
    return y !== null && isKnown(place) && isAlone ? [{ x, y }] : [];
  });
}

export interface BandPlace {
  readonly x: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The surface between two lines, of an area down to its base as well. */
export function bandPath(places: readonly BandPlace[], shape: Shape): string {
  const path = area<BandPlace>()
    .defined(({ x, low, high }) => isDrawn(x, low) && isDrawn(x, high))
    .x(({ x }) => x)
    .y0(({ low }) => low ?? 0)
    .y1(({ high }) => high ?? 0)
    .curve(curves[shape])
    .digits(1);
  return path(places) ?? "";
}

/** Further away nothing is in any picture, and rounding a number that large ends in infinity. */
const furthest = 1e7;

function isDrawn(x: number, y: number | null): boolean {
  return y !== null && Math.abs(x) < furthest && Math.abs(y) < furthest;
}
