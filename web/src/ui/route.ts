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

/** Where the address leads now, which may be ahead of the screen that is still shown. */
export function addressedRoute(): Route {
  return parseRoute(globalThis.location.hash);
}

/**
 * Changes the address without a step in the browser's history: for filters and for closing the drawer. A screen that is left
 * already, and only shown until the next one is ready, does not call the reader back.
 */
export function replaceRoute(href: string): void {
  const [here, there] = [addressedRoute(), parseRoute(href)];
  if (here.screen !== there.screen || here.id !== there.id) return;
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
