import { useId, type ReactNode } from "react";
import { usePlot } from "./plot-context.ts";
import { bandPath, linePath, lonePlaces, type Shape } from "./shapes.ts";
import { toneClass, type Tone } from "./tone.ts";

/** In the units of the axes; y null: not known. */
interface Value {
  readonly x: number;
  readonly y: number | null;
}

interface LineProps {
  readonly values: readonly Value[];
  readonly tone: Tone;
  readonly shape?: Shape;
  /** The series that is spoken of is stronger than what stands beside it. */
  readonly isStrong?: boolean;
  /** Shaded down to zero. */
  readonly isFilled?: boolean;
  /** Not observed: a forecast. */
  readonly isDashed?: boolean;
}

/** A series, with gaps where it is not known. */
export function Line(props: LineProps): ReactNode {
  const { values, tone, shape = "straight", isStrong, isFilled, isDashed } = props;
  const { x, y } = usePlot();
  const places = values.map((one) => ({ x: x(one.x), y: one.y === null ? null : y(one.y) }));
  const classes = ["line", isStrong && "is-strong", isDashed && "is-dashed"];
  return (
    <g className={toneClass(tone)}>
      {isFilled && (
        <path
          className="area"
          d={bandPath(
            places.map((one) => ({ x: one.x, low: y(0), high: one.y })),
            shape,
          )}
        />
      )}
      <path className={classes.filter(Boolean).join(" ")} d={linePath(places, shape)} />
      {lonePlaces(places).map((place) => (
        <circle key={place.x} className="dot" cx={place.x} cy={place.y} r={3} />
      ))}
    </g>
  );
}

interface BandProps {
  readonly values: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly tone: Tone;
  readonly shape?: Shape;
}

/** Where the truth may lie: uncertainty around a line. */
export function Band({ values, tone, shape = "straight" }: BandProps): ReactNode {
  const { x, y } = usePlot();
  const places = values.map((one) => ({ x: x(one.x), low: y(one.low), high: y(one.high) }));
  return (
    <g className={toneClass(tone)}>
      <path className="band" d={bandPath(places, shape)} />
    </g>
  );
}

/** Shape and colour both tell a meaning. */
export type DotShape = "circle" | "ring" | "diamond" | "triangle" | "tick";

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly shape: DotShape;
  readonly tone: Tone;
}

const outlines: Readonly<Record<Exclude<DotShape, "circle" | "ring">, string>> = {
  diamond: "M0-6L6 0L0 6L-6 0Z",
  triangle: "M0-6L6 5H-6Z",
  tick: "M0-5V5",
};

export function Dots({ dots, radius = 3 }: { dots: readonly Dot[]; radius?: number }): ReactNode {
  const { x, y } = usePlot();
  return dots.map((dot, index) => {
    const [cx, cy] = [x(dot.x), y(dot.y)];
    const classes = `dot is-${dot.shape} ${toneClass(dot.tone)}`;
    return dot.shape === "circle" || dot.shape === "ring" ? (
      <circle key={index} className={classes} cx={cx} cy={cy} r={radius} />
    ) : (
      <path
        key={index}
        className={classes}
        d={outlines[dot.shape]}
        transform={`translate(${cx} ${cy})`}
      />
    );
  });
}

interface LevelProps {
  readonly y: number;
  readonly tone: Tone;
  /** Above the level at the right end. */
  readonly words?: string;
  readonly isDashed?: boolean;
}

/** A value that others are held against: a mean, a limit, a target. */
export function Level({ y: value, tone, words, isDashed = false }: LevelProps): ReactNode {
  const { left, right, y } = usePlot();
  const at = y(value);
  return (
    <g className={toneClass(tone)}>
      <line
        className={isDashed ? "level is-dashed" : "level"}
        x1={left}
        x2={right}
        y1={at}
        y2={at}
      />
      {words !== undefined && (
        <text className="level-words" x={right} y={at - 5} textAnchor="end">
          {words}
        </text>
      )}
    </g>
  );
}

interface PartlySeenProps {
  /** Where the span that is not over begins and ends, and its value until now. */
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly y: number;
  readonly tone: Tone;
}

/**
 * A span that is not over: hatched, its value so far a ring on a dashed stem. No line leads to it, for what is counted
 * until now is no fall.
 */
export function PartlySeen({ from, to, x: at, y: value, tone }: PartlySeenProps): ReactNode {
  const { x, y, top, bottom } = usePlot();
  const id = useId();
  const [start, end] = [x(from), x(to)];
  return (
    <g className={`partly-seen ${toneClass(tone)}`}>
      <Hatch id={id} />
      <rect
        x={start}
        y={top}
        width={Math.max(0, end - start)}
        height={bottom - top}
        fill={`url(#${id})`}
      />
      <line className="stem" x1={x(at)} x2={x(at)} y1={bottom} y2={y(value)} />
      <circle className="dot is-ring" cx={x(at)} cy={y(value)} r={3.5} />
    </g>
  );
}

/** What is not over or not known, in the colour of what it stands in. */
export function Hatch({ id }: { readonly id: string }): ReactNode {
  return (
    <pattern
      id={id}
      className="hatch"
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line x1={0} x2={0} y1={0} y2={6} />
    </pattern>
  );
}
