import { useId, useMemo, useRef, type PointerEvent, type ReactNode } from "react";
import { listWords, monthWords } from "../words.ts";
import type { Axis } from "./axis.ts";
import { useChartCursor } from "./chart-cursor.ts";
import type { EventLine } from "./event-rows.ts";
import { nearestPlace, type CursorPlace, type NearestBy } from "./nearest.ts";
import { EndLabels, EventLines, XAxis, YAxis } from "./plot-axes.tsx";
import { PlotContext } from "./plot-context.ts";
import { CursorMarks, CursorTip } from "./plot-cursor.tsx";
import { plotGeometry, type EndLabel } from "./plot-geometry.ts";
import { useWidth } from "./use-width.ts";

/** What a row of the chart's data shows, in the units of the axes: the cursor stands on it. */
export interface PlotRow {
  readonly x: number;
  readonly ys: readonly number[];
}

interface PlotProps {
  /** Pixels at the width on screen. */
  readonly height: number;
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  /** One for each row of the chart's data, in their order. */
  readonly rows: readonly PlotRow[];
  readonly labels?: readonly EndLabel[];
  readonly events?: readonly EventLine[];
  /** `both`: a pointer looks for the nearest dot, not for the nearest moment. */
  readonly pointsBy?: NearestBy;
  /** Marks of `plot-marks.tsx`, those above others later. */
  readonly children: ReactNode;
}

const none: readonly never[] = [];

/**
 * Axes, events and labels around marks, with a cursor by mouse and touch; a `ChartFrame` around it adds the keyboard. It is
 * drawn for the width that it has, and scales to any other.
 */
export function Plot(props: PlotProps): ReactNode {
  const { height, xAxis, yAxis, rows, labels = none, events = none, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const cursor = useChartCursor();
  const clip = useId();
  const plot = useMemo(
    () => plotGeometry({ width, height, xAxis, yAxis, labels, events }),
    [width, height, xAxis, yAxis, labels, events],
  );
  const places = useMemo(
    (): readonly CursorPlace[] =>
      rows.map(({ x, ys }) => ({ x: plot.x(x), ys: ys.map((value) => plot.y(value)) })),
    [rows, plot],
  );
  const at = cursor?.at ?? null;
  const place = at === null ? undefined : places[at];
  const unnamed = plot.events.filter(({ row }) => row === null);

  const pointedAt = ({ currentTarget, clientX, clientY }: PointerEvent): number | null => {
    const drawn = currentTarget.getBoundingClientRect();
    const scale = width / Math.max(1, drawn.width);
    const pointer = { x: (clientX - drawn.left) * scale, y: (clientY - drawn.top) * scale };
    return nearestPlace(places, pointer, props.pointsBy ?? "x");
  };
  // A finger reads with its first tap what it opens with the next on the same point.
  const readBefore = useRef<number | null>(null);
  const pointer =
    cursor === null
      ? {}
      : {
          onPointerDown: (event: PointerEvent) => {
            readBefore.current = event.pointerType === "mouse" ? pointedAt(event) : cursor.at;
            cursor.moveTo(pointedAt(event));
          },
          onPointerMove: (event: PointerEvent) => cursor.moveTo(pointedAt(event)),
          onPointerLeave: ({ pointerType }: PointerEvent) => {
            if (pointerType === "mouse") cursor.moveTo(null);
          },
          onClick: () => {
            if (at !== null && readBefore.current === at) cursor.open?.(at);
          },
        };

  return (
    <PlotContext value={plot}>
      <div ref={box} className="plot" aria-hidden="true">
        {width > 0 && (
          <svg
            viewBox={`0 0 ${width} ${height}`}
            width={width}
            height={height}
            className={cursor?.open === undefined ? "" : "opens"}
            {...pointer}
          >
            <clipPath id={clip}>
              <rect
                x={plot.left - 6}
                y={plot.top - 6}
                width={plot.right - plot.left + 12}
                height={plot.bottom - plot.top + 12}
              />
            </clipPath>
            <rect className="plot-ground" width={width} height={height} />
            <YAxis />
            <XAxis />
            <EventLines />
            <g clipPath={`url(#${clip})`}>{children}</g>
            <EndLabels />
            {rows.length === 0 && (
              <text className="no-points" x={width / 2} y={height / 2} textAnchor="middle">
                nothing to draw yet
              </text>
            )}
            {place !== undefined && <CursorMarks place={place} />}
          </svg>
        )}
        {place !== undefined && at !== null && cursor !== null && (
          <CursorTip place={place} words={cursor.reading(at)} />
        )}
      </div>
      {unnamed.length > 0 && (
        <p className="note">
          Marked without room for a word:{" "}
          {listWords(unnamed.map((event) => `${event.word} (${monthWords(event.at)})`))}.
        </p>
      )}
    </PlotContext>
  );
}
