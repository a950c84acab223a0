import { nameControls } from "#web/api/control-characters.ts";
import { createContext, use } from "react";

/** `#/capabilities/ID?evidence=…`: the address stands in the fragment, so that it works from file:// too. */
export interface Route {
  readonly screen: string;
  readonly id: string | null;
  readonly query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [screen = "", id] = path.split("/", 2);
  return { screen, id: id === undefined ? null : decoded(id), query: new URLSearchParams(query) };
}

/** As the report has it. A hand-typed address may hold a lone %, which is then taken as it stands. */
function decoded(text: string): string {
  try {
    return nameControls(decodeURIComponent(text));
  } catch (thrown) {
    if (thrown instanceof URIError) return text;
    throw thrown;
  }
}

export function routeHref(
  screen: string,
  id: string | null = null,
  query: URLSearchParams | null = null,
): string {
  const path = id === null ? `#/${screen}` : `#/${screen}/${encodeURIComponent(id)}`;
  const text = query?.toString() ?? "";
  return text === "" ? path : `${path}?${text}`;
}

/** The same screen with some of its query changed; null takes a key away. */
export function withQuery(
  route: Route,
  changes: Readonly<Record<string, readonly string[]>>,
): string {
  const query = new URLSearchParams(route.query);
  for (const [key, values] of Object.entries(changes)) {
    query.delete(key);
    for (const value of values) query.append(key, value);
  }
  return routeHref(route.screen, route.id, query);
}

/** Changes the address without a step in the browser's history: for filters and for closing the drawer. */
export function replaceRoute(href: string): void {
  history.replaceState(history.state, "", href);
  globalThis.dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Where the screens are: `RouteProvider` moves it. */
export const RouteContext = createContext<Route | null>(null);

export function useRoute(): Route {
  const route = use(RouteContext);
  if (route === null) throw new Error("useRoute needs a RouteProvider above it");
  return route;
}
