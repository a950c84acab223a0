import { useRef, type ReactNode } from "react";
import { useWidth } from "./use-width.ts";

interface PictureProps {
  readonly className: string;
  /** In the units of the drawing: pixels, as long as it is as wide as it was drawn for. */
  readonly height: number | ((width: number) => number);
  readonly children: (width: number) => ReactNode;
}

/**
 * A drawing that is made anew for the width it has on screen and on A4, and scales to any other: what is narrower than
 * it was drawn for shows all of it, smaller.
 */
export function Picture({ className, height, children }: PictureProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const own = typeof height === "number" ? height : height(width);
  return (
    <div ref={box} aria-hidden="true" className="picture">
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${own}`} width={width} height={own} className={className}>
          {children(width)}
        </svg>
      )}
    </div>
  );
}
