import { useLayoutEffect, useState, type RefObject } from "react";

/** The width of an element in CSS pixels, kept up to date; 0 before the first layout. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
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
  return width;
}
