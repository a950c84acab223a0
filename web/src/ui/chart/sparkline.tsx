import type { ReactNode } from "react";
import { linearScale } from "./scale.ts";
import { bandPath, linePath } from "./shapes.ts";

interface SparklineProps {
  readonly values: readonly number[];
  /** Who could have adopted, as an outline; null where not known. */
  readonly outline: readonly (number | null)[];
  readonly label: string;
  /** The last span is not over: a ring on a dashed stem that no line leads to. */
  readonly isLastPartial?: boolean;
}

const width = 112;
const height = 26;
const base = height - 2;

/** From zero, to the largest of both lines: the outline shows how much room is left. */
export function Sparkline(props: SparklineProps): ReactNode {
  const { values, outline, label, isLastPartial = false } = props;
  const whole = isLastPartial ? values.slice(0, -1) : values;
  if (values.length < 2) return <span className="quiet">no history yet</span>;
  const most = Math.max(1, ...values, ...outline.map((value) => value ?? 0));
  const x = linearScale([0, values.length - 1], [3, width - 4]);
  const y = linearScale([0, most], [base, 4]);
  const placed = (line: readonly (number | null)[]) =>
    line.map((value, index) => ({ x: x(index), y: value === null ? null : y(value) }));
  const places = placed(whole);
  const end = places.at(-1);
  const soFar = placed(values).at(-1);
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${label}${isLastPartial ? " so far" : ""}`}
    >
      <path className="spark-outline" d={linePath(placed(outline), "straight")} />
      <path
        className="spark-area"
        d={bandPath(
          places.map((one) => ({ x: one.x, low: base, high: one.y })),
          "straight",
        )}
      />
      <path className="spark-line" d={linePath(places, "straight")} />
      {end?.y != null && <circle className="spark-end" cx={end.x} cy={end.y} r={2} />}
      {isLastPartial && soFar?.y != null && (
        <>
          <line className="spark-stem" x1={soFar.x} x2={soFar.x} y1={base} y2={soFar.y} />
          <circle className="spark-ring" cx={soFar.x} cy={soFar.y} r={2} />
        </>
      )}
    </svg>
  );
}
