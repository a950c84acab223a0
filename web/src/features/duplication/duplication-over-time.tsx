import { useRef, type ReactNode } from "react";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { useWidth } from "#web/ui/chart/use-width.ts";
import { dateWords, decimalWords, numberWords } from "#web/ui/words.ts";
import type { Duplication } from "./duplication-words.ts";

type Point = NonNullable<Duplication["trend"]>[number];

const height = 120;
const head = 18;
const gap = 6;

/** A column for each quarter-end, from zero, with its share of the code of that day. */
export function DuplicationOverTime({ trend }: { readonly trend: readonly Point[] }): ReactNode {
  const first = trend[0];
  const last = trend.at(-1);
  if (first === undefined || last === undefined || trend.length < 2) return null;
  const data: ChartData = {
    title: "Duplicated lines over time",
    unit: "lines of code that sharing would save",
    n: trend.length,
    counted: "date",
    window: `${dateWords(first.date)} to ${dateWords(last.date)}, at quarter-ends`,
    source: "trees of the mainline on those days, compared between owners; owners as they are now",
    columns: ["Date", "Duplicated lines", "Lines of code", "Share", "Places"],
    rows: trend.map((point) => [
      dateWords(point.date),
      numberWords(point.crossOwnerLines),
      numberWords(point.linesCount),
      shareWords(point),
      numberWords(point.classesCount),
    ]),
    reading: ([date, lines, all, share, places]) =>
      `${date ?? ""}: ${lines ?? ""} of ${all ?? ""} lines, ${share ?? ""}, in ${places ?? ""} places`,
  };
  return (
    <ChartFrame data={data}>{(cursor) => <Columns trend={trend} cursor={cursor} />}</ChartFrame>
  );
}

function Columns({
  trend,
  cursor,
}: {
  readonly trend: readonly Point[];
  readonly cursor: number | null;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const pitch = width / trend.length;
  const most = Math.max(1, ...trend.map((point) => point.crossOwnerLines));
  const isNarrow = pitch < 62;
  return (
    <div ref={box} aria-hidden="true">
      <svg
        viewBox={`0 0 ${width} ${head + height + 22}`}
        width={width}
        height={head + height + 22}
        className="share-columns"
      >
        {trend.map((point, place) => {
          const length = (point.crossOwnerLines / most) * height;
          const middle = place * pitch + (pitch - gap) / 2;
          const isEnd = place === 0 || place === trend.length - 1;
          return (
            <g key={point.date} className={place === cursor ? "is-read" : ""}>
              <rect
                className="share-0"
                x={place * pitch}
                y={head + height - length}
                width={Math.max(0, pitch - gap)}
                height={length}
              />
              {(!isNarrow || isEnd) && (
                <text x={middle} y={head + height - length - 5} textAnchor="middle">
                  {shareWords(point)}
                </text>
              )}
              {(isEnd || pitch > 110) && (
                <text
                  className="quiet-text"
                  x={place === 0 ? 0 : (place + 1) * pitch - gap}
                  y={head + height + 16}
                  textAnchor={place === 0 ? "start" : "end"}
                >
                  {dateWords(point.date)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function shareWords({ crossOwnerLines, linesCount }: Point): string {
  return `${decimalWords(linesCount === 0 ? 0 : (100 * crossOwnerLines) / linesCount)} %`;
}
