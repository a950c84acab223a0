import { useMemo } from "react";
import { routeHref, useRoute, type Route } from "./route.ts";

/** How far back a reader looks, in days; `all` is everything that is known. */
export const ranges = ["30", "90", "365", "all"] as const;
export type Range = (typeof ranges)[number];
export const defaultRange: Range = "90";

/** What every screen is narrowed to. It stands in the address, and goes along from screen to screen. */
export interface Scope {
  /** Id of a team; null: the whole organisation. */
  readonly team: string | null;
  readonly range: Range;
}

export const scopeKeys = ["team", "since"] as const;

export function scopeOf({ query }: Pick<Route, "query">): Scope {
  const since = query.get("since");
  return {
    team: query.get("team") || null,
    range: ranges.find((one) => one === since) ?? defaultRange,
  };
}

export function useScope(): Scope {
  const route = useRoute();
  return useMemo(() => scopeOf(route), [route]);
}

/** The first moment of a range that ends on the day of the report, in milliseconds; null: from the beginning. */
export function startOf(range: Range, asOf: string): number | null {
  return range === "all" ? null : Date.parse(asOf) - Number(range) * 86_400_000;
}

/** Takes what the address before was narrowed to into one that says nothing of it; an empty value takes it away. */
export function withScope(next: Route, before: Route | null): Route {
  const query = new URLSearchParams(next.query);
  for (const key of scopeKeys) {
    const carried = before?.query.get(key);
    if (!query.has(key) && carried) query.set(key, carried);
    if (query.get(key) === "") query.delete(key);
  }
  return { ...next, query };
}

/** The same screen, narrowed differently. */
export function scopeHref(
  route: Route,
  changes: Partial<Record<"team" | "since", string>>,
): string {
  const query = new URLSearchParams(route.query);
  for (const [key, value] of Object.entries(changes)) query.set(key, value);
  return routeHref(route.screen, route.id, query);
}
