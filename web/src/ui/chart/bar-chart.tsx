import { useId, type ReactNode } from "react";
import type { Cell } from "../csv.ts";
import { lettersIn, shorten } from "../words.ts";
import { useChartCursor } from "./chart-cursor.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { ChartData } from "./chart-data.ts";
import { Picture } from "./picture.tsx";
import { Hatch } from "./plot-marks.tsx";
import { fitWords, widthOfWords } from "./words-width.ts";

interface Bar {
  readonly label: string;
  readonly value: number;
  /** What stands at the end of the bar; the value where it is left out. */
  readonly words?: string;
  /** Its span is not over: hatched, for what is counted until now is no fall. */
  readonly isPartial?: boolean;
  /** Of the further columns of the table, in their order. */
  readonly more?: readonly Cell[];
}

interface BarChartProps {
  readonly data: Omit<ChartData, "columns" | "rows" | "reading">;
  readonly labelTitle: string;
  /** Of the column of values; the unit where it is left out. */
  readonly valueTitle?: string;
  readonly bars: readonly Bar[];
  readonly isMono?: boolean;
  /** What the words say beside the value, as columns of the table. */
  readonly moreColumns?: readonly string[];
}

const pitch = 28;
const shownAtMost = 12;

const wordSize = 13;

/** Horizontal bars from zero with their labels beside them; the table has those that the picture leaves out. */
export function BarChart(props: BarChartProps): ReactNode {
  const {
    data,
    labelTitle,
    valueTitle = data.unit,
    bars,
    isMono = false,
    moreColumns = [],
  } = props;
  const full: ChartData = {
    ...data,
    columns: [labelTitle, valueTitle, ...moreColumns],
    rows: bars.map((bar) => [bar.label, bar.value, ...(bar.more ?? [])]),
    reading: ([label, value, ...more]) =>
      [
        `${label ?? ""}: ${value ?? ""}`,
        ...more.map((cell, place) => `${moreColumns[place] ?? ""} ${cell ?? "not known"}`),
      ].join(", "),
  };
  return (
    <ChartFrame data={full} heading="h3">
      {(cursor) => (
        <>
          <Bars
            bars={bars.slice(0, shownAtMost)}
            cursor={cursor}
            isMono={isMono}
            opens={(index) => (data.evidence?.[index] ?? []).length > 0}
          />
          {bars.length > shownAtMost && (
            <p className="note">{bars.length - shownAtMost} more in the table.</p>
          )}
        </>
      )}
    </ChartFrame>
  );
}

const wordsOf = (bar: Bar): string =>
  `${bar.words ?? String(bar.value)}${bar.isPartial === true ? " so far" : ""}`;

function Bars({
  bars,
  cursor,
  isMono,
  opens,
}: {
  readonly bars: readonly Bar[];
  readonly cursor: number | null;
  readonly isMono: boolean;
  /** Whether a click on this bar opens what it counts. */
  readonly opens: (index: number) => boolean;
}): ReactNode {
  const shared = useChartCursor();
  const hatch = useId();
  const wide = (words: string): number => widthOfWords(words, wordSize);
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const letter = wordSize * 0.63;
  const name = (words: string): number => (isMono ? lettersIn(words).length * letter : wide(words));
  return (
    <Picture className="bars" height={bars.length * pitch}>
      {(width) => {
        const ending = Math.min(
          width * 0.4,
          Math.max(24, ...bars.map((bar) => wide(wordsOf(bar)))),
        );
        const labelWidth = Math.min(width * 0.4, Math.max(...bars.map(({ label }) => name(label))));
        const start = labelWidth + 10;
        const room = Math.max(0, width - start - ending - 8);
        return (
          <>
            <Hatch id={hatch} />
            {bars.map((bar, index) => {
              const length = Math.max(bar.value > 0 ? 2 : 0, (bar.value / most) * room);
              const at = { x: start, y: index * pitch + 6, width: length, height: pitch - 12 };
              return (
                <g
                  key={index}
                  className={[index === cursor ? "is-read" : "", opens(index) ? "opens" : ""].join(
                    " ",
                  )}
                  onClick={opens(index) ? () => shared?.open?.(index) : undefined}
                >
                  {opens(index) && (
                    <rect className="hit" x={0} y={index * pitch} width={width} height={pitch} />
                  )}
                  <text x={0} y={index * pitch + 19} className={isMono ? "name" : ""}>
                    {isMono
                      ? shorten(bar.label, Math.floor(labelWidth / letter))
                      : fitWords(bar.label, labelWidth, wordSize)}
                  </text>
                  {bar.isPartial === true ? (
                    <g className="partly-seen">
                      <rect {...at} fill={`url(#${hatch})`} />
                      <rect {...at} className="partly-edge" />
                    </g>
                  ) : (
                    <rect {...at} className="bar" />
                  )}
                  <text x={start + length + 6} y={index * pitch + 19} className="number">
                    {fitWords(wordsOf(bar), ending, wordSize)}
                  </text>
                </g>
              );
            })}
          </>
        );
      }}
    </Picture>
  );
}
