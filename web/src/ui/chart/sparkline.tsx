import type { ReactNode } from "react";

interface SparklineProps {
  readonly values: readonly number[];
  /** Who could have adopted, as an outline; null where not known. */
  readonly outline: readonly (number | null)[];
  readonly label: string;
}

const width = 112;
const height = 26;

/** From zero, to the largest of both lines: the outline shows how much room is left. */
export function Sparkline({ values, outline, label }: SparklineProps): ReactNode {
  if (values.length < 2) return <span className="quiet">no history yet</span>;
  const known = outline.filter((value) => value !== null);
  const most = Math.max(1, ...values, ...known);
  const x = (index: number): number => (index / (values.length - 1)) * (width - 4) + 1;
  const y = (value: number): number => height - 2 - (value / most) * (height - 5);
  const path = (line: readonly number[]): string =>
    line
      .map(
        (value, index) => `${index === 0 ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`,
      )
      .join("");
  const last = values.at(-1) ?? 0;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {known.length === outline.length && <path className="spark-outline" d={path(known)} />}
      <path
        className="spark-area"
        d={`${path(values)}L${width - 3} ${height - 2}L1 ${height - 2}Z`}
      />
      <path className="spark-line" d={path(values)} />
      <circle className="spark-end" cx={width - 3} cy={y(last)} r={2} />
    </svg>
  );
}
