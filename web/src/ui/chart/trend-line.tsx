import { useRef, type ReactNode } from "react";
import {
  trendFigures,
  trendGeometry,
  trendHeight,
  trendWords,
  trendWordSize,
  type TrendTile,
} from "./trend-geometry.ts";
import { useWidth } from "./use-width.ts";

export type { TrendTile } from "./trend-geometry.ts";

interface TrendLineProps {
  readonly tile: TrendTile;
  /** What is measured: "Lead time, median by quarter". */
  readonly label: string;
}

/**
 * A series for a tile of 160 to 280 pixels: from zero, the last whole span marked with its value, the median of its own past
 * as a thin line, a span that is not over as a ring on a dashed stem.
 */
export function TrendLine({ tile, label }: TrendLineProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { lastKnown, soFar } = trendFigures(tile);
  if (lastKnown === -1 && soFar === null) return <p className="quiet">no history yet</p>;
  const drawn = trendGeometry(tile, width);
  return (
    <div ref={box} className="trend" role="img" aria-label={`${label}: ${trendWords(tile)}`}>
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${trendHeight}`} width={width} height={trendHeight}>
          <line className="base" x1={0} x2={drawn.wordsAt - 8} y1={drawn.base} y2={drawn.base} />
          {drawn.usual !== null && (
            <line
              className="usual"
              x1={0}
              x2={drawn.usual.end}
              y1={drawn.usual.y}
              y2={drawn.usual.y}
            />
          )}
          <path className="line is-strong" d={drawn.line} />
          {drawn.lone.map(({ x, y }) => (
            <circle key={x} className="dot" cx={x} cy={y} r={2} />
          ))}
          {drawn.soFar !== null && (
            <>
              <line
                className="stem"
                x1={drawn.soFar.x}
                x2={drawn.soFar.x}
                y1={drawn.base}
                y2={drawn.soFar.y}
              />
              <circle className="dot is-ring" cx={drawn.soFar.x} cy={drawn.soFar.y} r={3} />
            </>
          )}
          {drawn.last !== null && (
            <circle className="dot" cx={drawn.last.x} cy={drawn.last.y} r={3.5} />
          )}
          {drawn.words.map(({ words, kind, y }) => (
            <text
              key={kind}
              className={`is-${kind}`}
              x={drawn.wordsAt}
              y={y}
              dy="0.35em"
              fontSize={trendWordSize}
            >
              {words}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
