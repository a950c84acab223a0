import { useRef, type ReactNode } from "react";
import { lettersIn, shorten } from "../words.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { ChartData } from "./chart-data.ts";
import { useWidth } from "./use-width.ts";

interface Bar {
  readonly label: string;
  readonly value: number;
  /** What stands at the end of the bar; the value where it is left out. */
  readonly words?: string;
}

interface BarChartProps {
  readonly data: Omit<ChartData, "columns" | "rows" | "reading">;
  readonly labelTitle: string;
  readonly bars: readonly Bar[];
  readonly isMono?: boolean;
}

const pitch = 28;
const shownAtMost = 12;

/** Horizontal bars from zero with their labels beside them; the table has those that the picture leaves out. */
export function BarChart({ data, labelTitle, bars, isMono = false }: BarChartProps): ReactNode {
  const full: ChartData = {
    ...data,
    columns: [labelTitle, data.unit],
    rows: bars.map((bar) => [bar.label, bar.value]),
    reading: ([label, value]) => `${label ?? ""}: ${value ?? ""}`,
  };
  return (
    <ChartFrame data={full} heading="h3">
      {(cursor) => (
        <>
          <Bars bars={bars.slice(0, shownAtMost)} cursor={cursor} isMono={isMono} />
          {bars.length > shownAtMost && (
            <p className="note">{bars.length - shownAtMost} more in the table.</p>
          )}
        </>
      )}
    </ChartFrame>
  );
}

function Bars({
  bars,
  cursor,
  isMono,
}: {
  readonly bars: readonly Bar[];
  readonly cursor: number | null;
  readonly isMono: boolean;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const letters = Math.max(...bars.map((bar) => lettersIn(bar.label).length), 4);
  const labelWidth = Math.min(width * 0.5, letters * (isMono ? 7.9 : 7.2) + 8);
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const ending = Math.max(
    ...bars.map((bar) => lettersIn(bar.words ?? String(bar.value)).length),
    6,
  );
  const room = Math.max(0, width - labelWidth - ending * 7.2 - 12);
  return (
    <div ref={box} aria-hidden="true">
      <svg width={width} height={bars.length * pitch} className="bars">
        {bars.map((bar, index) => {
          const length = (bar.value / most) * room;
          return (
            <g key={index} className={index === cursor ? "is-read" : ""}>
              <text x={0} y={index * pitch + 19} className={isMono ? "name" : ""}>
                {shorten(bar.label, Math.floor(labelWidth / 7.4))}
              </text>
              <rect
                className="bar"
                x={labelWidth}
                y={index * pitch + 6}
                width={Math.max(bar.value > 0 ? 2 : 0, length)}
                height={pitch - 12}
              />
              <text x={labelWidth + length + 6} y={index * pitch + 19} className="number">
                {bar.words ?? bar.value}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
