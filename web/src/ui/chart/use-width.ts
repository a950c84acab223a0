import { useLayoutEffect, useState, type RefObject } from "react";
import { useTheme } from "../theme.tsx";

/** Of an A4 page between its margins, in CSS pixels. */
const paperWidth = 680;

/** The width to draw for: of an element in CSS pixels, kept up to date, on paper that of the page; 0 before the first layout. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  const { isPrinting } = useTheme();
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0)),
    );
    observer.observe(target);
    setWidth(Math.floor(target.getBoundingClientRect().width));
    return () => observer.disconnect();
  }, [element]);
  return isPrinting ? Math.min(width, paperWidth) : width;
}
