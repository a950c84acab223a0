/** Addresses of earlier reports, which people kept: the screen that has taken their place. */
const moved: ReadonlyMap<string, string> = new Map(
  Object.entries({
    overview: "",
    monday: "",
    signals: "case/signals",
    staffing: "case/staffing",
    sourcing: "case/sourcing",
    roles: "case/roles",
    "blind-spots": "coverage",
  }),
);

/** The address that stands for an old one, with its query; null where it is of today. */
export function redirected(hash: string): string | null {
  const [path = "", query] = hash.replace(/^#\/?/, "").split("?", 2);
  const [screen = "", ...rest] = path.split("/");
  const target = moved.get(screen);
  if (target === undefined || (screen === "" && rest.length === 0)) return null;
  return `#/${target}${query === undefined ? "" : `?${query}`}`;
}
