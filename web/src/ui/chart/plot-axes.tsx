import type { ReactNode } from "react";
import { eventWordSize, rowBase } from "./event-rows.ts";
import { usePlot } from "./plot-context.ts";
import { axisWordSize, labelSize, lineHeight } from "./plot-geometry.ts";
import { toneClass } from "./tone.ts";

/** Thin lines across the plot with their values at the left; zero, where it is, is as strong as an axis. */
export function YAxis(): ReactNode {
  const { yTicks, left, right } = usePlot();
  return (
    <g className="axis">
      {yTicks.map(({ at, place, words }) => (
        <g key={at}>
          <line className={at === 0 ? "base" : "rule"} x1={left} x2={right} y1={place} y2={place} />
          <text x={left - 8} y={place} dy="0.35em" textAnchor="end" fontSize={axisWordSize}>
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

export function XAxis(): ReactNode {
  const { xTicks, xNotes, bottom, left, right } = usePlot();
  return (
    <g className="axis">
      <line className="base" x1={left} x2={right} y1={bottom} y2={bottom} />
      {xTicks.map(({ at, place, anchor, words }) => (
        <g key={at}>
          <line className="base" x1={place} x2={place} y1={bottom} y2={bottom + 4} />
          <text x={place} y={bottom + lineHeight} textAnchor={anchor} fontSize={axisWordSize}>
            {words}
          </text>
        </g>
      ))}
      {xNotes.map(({ at, place, anchor, words }) => (
        <text
          key={at}
          x={place}
          y={bottom + 2 * lineHeight}
          textAnchor={anchor}
          fontSize={axisWordSize}
        >
          {words}
        </text>
      ))}
    </g>
  );
}

/** A thin vertical for each event, its word above the plot. */
export function EventLines(): ReactNode {
  const { events, top, bottom } = usePlot();
  return (
    <g className="events">
      {events.map(({ at, word, kind, shown, x, from, row }) => (
        <g key={`${kind} ${at} ${word}`} className={`is-${kind}`}>
          <line x1={x} x2={x} y1={row === null ? top : rowBase(top, row) + 4} y2={bottom} />
          {row !== null && (
            <text x={from} y={rowBase(top, row)} fontSize={eventWordSize}>
              {shown}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Words beside the ends of their lines, with a thin line to where they had to move from. */
export function EndLabels(): ReactNode {
  const { labels } = usePlot();
  return (
    <g className="end-labels">
      {labels.map(({ tone, lines, from, x, y }) => {
        const isAway = Math.abs(y - from.y) > 5 || x - from.x > 24;
        return (
          <g key={`${tone} ${lines.join(" ")}`} className={toneClass(tone)}>
            {isAway && (
              <path className="leader" d={`M${from.x + 4} ${from.y}H${x - 8}L${x - 2} ${y}`} />
            )}
            {lines.map((line, row) => (
              <text
                key={line}
                x={x}
                y={y + lineHeight * (row - (lines.length - 1) / 2)}
                dy="0.35em"
                fontSize={labelSize}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}
