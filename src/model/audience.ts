import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Audience } from "#vocabulary/structure.ts";
import type { Component } from "./organisation.ts";

type Mark = SurfaceMark["mark"];

const pages: ReadonlySet<Mark> = new Set<Mark>([
  "view",
  "page",
  "route",
  "browser-app",
  "mobile-app",
  "desktop-app",
  "browser-extension",
]);
const programs: ReadonlySet<Mark> = new Set<Mark>([
  "api-framework",
  "api-route",
  "web-framework",
  "application-shape",
]);
const forEverybody: ReadonlySet<Mark> = new Set<Mark>([
  "public-host",
  "consent",
  "distribution",
  "customer-words",
]);

/** What an organisation calls the tools of its own people, as a word of a name or of the line that describes it. */
const staffWords =
  /\b(?:admin|administration|administrators?|staff|back ?office|intranet|publisher|editors?|editorial|cms|case ?workers?|case ?work(?:ing)?|caseload|moderators?|moderation|curators?|operators?|signon|content (?:designers|managers|publishers|team)|internal (?:tool|app|application|users|dashboard))\b/i;

/**
 * Who is meant to use it: staff, the public, or other programs. Null where it has pages and nothing says whose, and for what is
 * built into something else. Words of staff in its own name or description outweigh a public address, which staff have too.
 */
export function audienceOf({
  name,
  description,
  surface,
  artefacts,
}: Pick<Component, "name" | "description" | "surface" | "artefacts">): Audience | null {
  const has = (marks: ReadonlySet<Mark>): boolean => surface.some(({ mark }) => marks.has(mark));
  const isProgram =
    has(programs) || artefacts.some(({ type, to }) => type === "application" && to === null);
  if (!has(pages)) return isProgram ? "machine" : null;
  const words = `${name.replaceAll(/[-_./]/g, " ")} ${description ?? ""}`;
  if (staffWords.test(words)) return "staff";
  return has(forEverybody) ? "public" : null;
}

/** What most of those have whose audience is known; null where there is no such. */
export function commonAudience(components: readonly Component[]): Audience | null {
  const known = components.flatMap((one) => audienceOf(one) ?? []);
  const counts = new Map<Audience, number>();
  for (const one of known) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] * 3 >= known.length * 2 ? most[0] : null;
}

/** Is it made for whom the others are made for? Who has users of another kind has other needs; of unknown ones nobody can say. */
export function isOfAudience(component: Component, audience: Audience | null): boolean {
  return audience === null || audienceOf(component) === audience;
}
