import { useEffect, useState, useTransition, type ReactNode } from "react";
import { parseRoute, RouteContext, type Route } from "#web/ui/route.ts";

interface RouteProviderProps {
  /** Drawn before the first screen is ready. */
  readonly waiting: ReactNode;
  readonly children: (isMoving: boolean) => ReactNode;
}

/**
 * The address as it is shown. A screen whose sections are not open yet is drawn beside the one that stands there, `waiting` at
 * first, and takes its place when it is whole: no skeleton flashes up, and React does not hold the screen back, as it
 * does for a third of a second after each fallback of a `Suspense`.
 */
export function RouteProvider({ waiting, children }: RouteProviderProps): ReactNode {
  const [route, setRoute] = useState<Route | null>(null);
  const [isMoving, startMoving] = useTransition();

  useEffect(() => {
    let shown: Route | null = null;
    const follow = (): void => {
      const next = parseRoute(globalThis.location.hash);
      const isElsewhere = shown === null || opensMore(shown, next);
      shown = next;
      if (isElsewhere) startMoving(() => setRoute(next));
      // What is typed into a filter stands in the address: a field must get its letter back at once.
      else setRoute(next);
    };
    follow();
    globalThis.addEventListener("hashchange", follow);
    return () => globalThis.removeEventListener("hashchange", follow);
  }, []);

  if (route === null) return waiting;
  return <RouteContext value={route}>{children(isMoving)}</RouteContext>;
}

/** Another screen, or other evidence: parts of the report may have to be opened for it. */
function opensMore(from: Route, to: Route): boolean {
  return (
    from.screen !== to.screen ||
    from.id !== to.id ||
    from.query.getAll("evidence").join("\u0000") !== to.query.getAll("evidence").join("\u0000")
  );
}
