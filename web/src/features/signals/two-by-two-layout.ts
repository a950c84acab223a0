import type { Report } from "#sections/report.ts";

type Verdict = Report["signals"]["verdict"];
type Placed = Pick<Verdict, "chances" | "atPriors" | "avoidablePersonMonths" | "rolePersonMonths">;

/** Sizes in units of the drawing, which is stretched to the width that there is. */
const sizes = {
  wide: { width: 620, height: 340, left: 52, right: 20, top: 28, bottom: 48 },
  narrow: { width: 350, height: 330, left: 44, right: 8, top: 28, bottom: 48 },
  /** Beside much else on one sheet. */
  flat: { width: 440, height: 200, left: 48, right: 12, top: 24, bottom: 42 },
} as const;
export type PictureSize = keyof typeof sizes;

/** Room above 100 % and below 0 %, so that a point at either end does not lie on the edge. */
const spare = 0.06;
const half = 0.5;
const lineHeight = 16;
/** The axis ends at so many times what the role costs: what reaches further is drawn to the end, and told. */
const mostRoles = 4;
/** What lies that near to an end of the scale pushes the words of its quadrants to the middle. */
const nearEnd = 0.25;

export interface Quadrant {
  readonly isNeeded: boolean;
  readonly isCovered: boolean;
  /** Where its words begin, the edge that they stand at, below it or above, and how much room they have. */
  readonly x: number;
  readonly edge: number;
  readonly isBelow: boolean;
  readonly room: number;
}

export interface TwoByTwo {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Where signs begin to say needed, and where what is avoidable pays for the role. */
  readonly middle: { readonly x: number; readonly y: number };
  /** Largest value of the axis below, person-months a year. */
  readonly most: number;
  readonly chance: { readonly likely: number; readonly low: number; readonly high: number };
  /** Null: what could be avoided is not known. Cut: its range goes on beyond the axis. */
  readonly avoidable: {
    readonly likely: number;
    readonly low: number;
    readonly high: number;
    readonly isCut: boolean;
  } | null;
  readonly quadrants: readonly Quadrant[];
}

/** Baselines of so many lines of words of a quadrant. */
export function linesOf({ edge, isBelow }: Quadrant, count: number): readonly number[] {
  const first = isBelow ? edge + 18 : edge - 10 - (count - 1) * lineHeight;
  return Array.from({ length: count }, (_, index) => first + index * lineHeight);
}

/** The two axes of the verdict in one picture: the chance that the role is needed, and what it could save beside what it costs. */
export function layoutTwoByTwo(verdict: Placed, size: PictureSize): TwoByTwo {
  const { width, height, left, right, top, bottom } = sizes[size];
  const plot = { left, right: width - right, top, bottom: height - bottom };
  const { avoidablePersonMonths: avoidable, rolePersonMonths: cost, chances, atPriors } = verdict;
  const most = Math.max(
    1,
    Math.min(cost * mostRoles, Math.max(cost * 2, (avoidable?.high ?? 0) * 1.1)),
  );
  const x = (months: number): number =>
    plot.left + Math.min(1, months / most) * (plot.right - plot.left);
  const y = (chance: number): number =>
    plot.bottom - ((chance + spare) / (1 + 2 * spare)) * (plot.bottom - plot.top);
  const all = [chances.needed, ...atPriors.map((one) => one.chances.needed)];
  const middle = { x: x(cost), y: y(half) };
  return {
    width,
    height,
    plot,
    middle,
    most,
    chance: { likely: y(chances.needed), low: y(Math.min(...all)), high: y(Math.max(...all)) },
    avoidable:
      avoidable === null
        ? null
        : {
            likely: x(avoidable.likely),
            low: x(avoidable.low),
            high: x(avoidable.high),
            isCut: avoidable.high > most,
          },
    quadrants: [true, false].flatMap((isNeeded) => {
      const isNear = isNeeded ? chances.needed > 1 - nearEnd : chances.needed < nearEnd;
      const at = isNear ? middle.y : isNeeded ? plot.top : plot.bottom;
      const isBelow = isNear !== isNeeded;
      return [false, true].map((isCovered) => ({
        isNeeded,
        isCovered,
        x: isCovered ? middle.x : plot.left,
        edge: at,
        isBelow,
        room: isCovered ? plot.right - middle.x : middle.x - plot.left,
      }));
    }),
  };
}
