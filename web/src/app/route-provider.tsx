import { useEffect, useState, useTransition, type ReactNode } from "react";
import { parseRoute, routeHref, RouteContext, type Route } from "#web/ui/route.ts";
import { withScope } from "#web/ui/scope.ts";
import { arrive, followHeights } from "#web/ui/visits.ts";
import { redirected } from "./redirects.ts";

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
      const next = arrivedAt(shown);
      arrive(shown !== null && opensOver(shown, next), shown === null || !isSamePlace(shown, next));
      const isElsewhere = shown === null || opensMore(shown, next);
      shown = next;
      if (isElsewhere) startMoving(() => setRoute(next));
      // What is typed into a filter stands in the address: a field must get its letter back at once.
      else setRoute(next);
    };
    follow();
    globalThis.addEventListener("hashchange", follow);
    const unfollow = followHeights();
    return () => {
      globalThis.removeEventListener("hashchange", follow);
      unfollow();
    };
  }, []);

  if (route === null) return waiting;
  return <RouteContext value={route}>{children(isMoving)}</RouteContext>;
}

/** What the address says, old ones and what they are narrowed to made good in it. */
function arrivedAt(shown: Route | null): Route {
  const { hash } = globalThis.location;
  const next = withScope(parseRoute(redirected(hash) ?? hash), shown);
  const href = routeHref(next.screen, next.id, next.query);
  if (href !== hash && hash !== "") history.replaceState(history.state, "", href);
  return next;
}

const isSamePlace = (from: Route, to: Route): boolean =>
  from.screen === to.screen && from.id === to.id;

const evidenceOf = ({ query }: Route): string => query.getAll("evidence").join("\u0000");

/** Another screen, or other evidence: parts of the report may have to be opened for it. */
function opensMore(from: Route, to: Route): boolean {
  return !isSamePlace(from, to) || evidenceOf(from) !== evidenceOf(to);
}

/** Evidence over the screen that stands there: one step back closes it. */
function opensOver(from: Route, to: Route): boolean {
  return isSamePlace(from, to) && evidenceOf(from) === "" && evidenceOf(to) !== "";
}
