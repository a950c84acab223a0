import type { ReactNode } from "react";
import { widestGap, type CursorPlace } from "./nearest.ts";
import { usePlot } from "./plot-context.ts";

/** A line through the point that is read, with a ring on each of its values. */
export function CursorMarks({ place }: { readonly place: CursorPlace }): ReactNode {
  const { top, bottom } = usePlot();
  return (
    <g className="cursor">
      <line x1={place.x} x2={place.x} y1={top} y2={bottom} />
      {place.ys.map((y, index) => (
        <circle key={index} cx={place.x} cy={y} r={4.5} />
      ))}
    </g>
  );
}

/** What the point says, beside it and between its values. It is text: names from repositories never become markup. */
export function CursorTip({
  place,
  words,
}: {
  readonly place: CursorPlace;
  readonly words: string;
}): ReactNode {
  const { width, height, top, bottom } = usePlot();
  const isLeft = place.x > width / 2;
  const beside = `${((isLeft ? width - place.x : place.x) / width) * 100}%`;
  return (
    <div
      className="plot-tip"
      style={{
        top: `${(widestGap(place.ys, [top, bottom]) / height) * 100}%`,
        [isLeft ? "right" : "left"]: `calc(${beside} + 10px)`,
        maxWidth: `min(280px, calc(100% - ${beside} - 10px))`,
      }}
    >
      {words}
    </div>
  );
}
